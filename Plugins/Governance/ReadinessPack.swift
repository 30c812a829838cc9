/// What an environment must offer before a service of some category can run in it, item by item.
public struct ReadinessPack: Hashable, Sendable {
    /// The name of the pack.
    public let name: String
    /// The version of its items.
    public let version: String
    /// The items, in their order.
    public let items: [ReadinessItem]

    /// The packs that ship, in the order of their names.
    public static let all = [ai, connectivity, infrastructure]
}

extension ReadinessPack {
    /// Power, cooling, space, capacity, access and recovery of the machines.
    public static let infrastructure = ReadinessPack(
        name: "infrastructure", version: "1.0.0",
        items: [
            ReadinessItem("power", "Power suffices for the load, with reserve", by: "measured load against the rating"),
            ReadinessItem("cooling", "Cooling removes the heat of the load", by: "inlet temperature at full load"),
            ReadinessItem("space", "Racks have the units and the floor the strength", by: "rack plan and floor rating"),
            ReadinessItem("capacity", "Compute and storage suffice for the peak", by: "utilisation of a full period"),
            ReadinessItem("access", "Credentials work and open no more than needed", by: "a login with each grant"),
            ReadinessItem("restore", "A backup of what is touched was restored", by: "restore of a sample, with date"),
            ReadinessItem(
                "support", "Maker or vendor supports what is touched", by: "end-of-support date of each item"),
        ])

    /// Data, compute, metrics, oversight and licences for models.
    public static let ai = ReadinessPack(
        name: "ai", version: "1.0.0",
        items: [
            ReadinessItem(
                "data-rights", "The data may be used for the purpose", by: "licence or consent of each source"),
            ReadinessItem("data-access", "The data can be read where models run", by: "a sample read from each source"),
            ReadinessItem(
                "baseline", "It is known how well the task is done today", by: "measured on a held-out sample"),
            ReadinessItem(
                "metric", "Metric and threshold are named by the client", by: "a written value with its unit"),
            ReadinessItem("compute", "Training and serving have their machines", by: "a reserved quota for the period"),
            ReadinessItem("oversight", "Someone may stop the model at any time", by: "a named person and a tried way"),
            ReadinessItem("model-licence", "Models and libraries may be used so", by: "the licence of each component"),
        ])

    /// Rates, latency, addressing, names, paths and radio of the network.
    public static let connectivity = ReadinessPack(
        name: "connectivity", version: "1.0.0",
        items: [
            ReadinessItem("rate", "Links carry the peak in both directions", by: "measured rate over a busy hour"),
            ReadinessItem(
                "latency", "Delay and loss stay below what the service bears", by: "measured over a full day"),
            ReadinessItem(
                "addresses", "Addresses are free and do not overlap", by: "address plan against the inventory"),
            ReadinessItem("names", "Names resolve on both sides", by: "a lookup of each name from each side"),
            ReadinessItem("paths", "Firewalls let the service through, and only that", by: "a test of each rule"),
            ReadinessItem(
                "redundancy", "A second path takes over where one is promised", by: "the first one unplugged"),
            ReadinessItem("radio", "Radio reaches every place that needs it", by: "a survey with signal and noise"),
        ])
}
