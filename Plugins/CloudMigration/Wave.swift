import PhaseLoom

/// One wave of a migration: the names of its phases, records and obligations.
struct Wave {
    let number: Int

    var previous: Wave? { number > 1 ? Wave(number: number - 1) : nil }

    var provision: ID { named("provision") }
    var cutOver: ID { named("cutover") }
    var decommission: ID { named("decommission") }

    var provisioned: ID { named("provisioning-record") }
    var verified: ID { named("cutover-report") }
    var removed: ID { named("decommission-record") }

    /// The name of something that each wave has of its own.
    func named(_ name: String) -> ID { "\(name)-wave-\(number)" }
}
