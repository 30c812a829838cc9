import PhaseLoom

/// One wave of a migration: the names of its phases and of their records.
struct Wave {
    let number: Int

    var previous: Wave? { number > 1 ? Wave(number: number - 1) : nil }

    var provision: ID { "provision-wave-\(number)" }
    var cutOver: ID { "cutover-wave-\(number)" }
    var decommission: ID { "decommission-wave-\(number)" }

    var provisioned: ID { "provisioning-record-wave-\(number)" }
    var verified: ID { "cutover-report-wave-\(number)" }
    var removed: ID { "decommission-record-wave-\(number)" }
}
