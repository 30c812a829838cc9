import PhaseLoom

/// One workload that moves from one side to the other: the names of its phases, records and obligations.
struct Workload {
    let number: Int

    var provision: ID { named("provision") }
    var decommission: ID { named("decommission") }

    var cutOver: ID { named("cutover-report") }
    var removed: ID { named("decommission-record") }

    /// The name of something that each workload has of its own.
    func named(_ name: String) -> ID { "\(name)-workload-\(number)" }
}
