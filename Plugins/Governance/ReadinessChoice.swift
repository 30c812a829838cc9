/// The packs that an engagement has to meet.
public enum ReadinessChoice: String, Hashable, Sendable, CaseIterable {
    /// Machines, power and storage.
    case infrastructure
    /// Models and their data.
    case ai
    /// Networks.
    case connectivity
    /// All of them.
    case all

    /// The packs, in the order of their names.
    public var packs: [ReadinessPack] {
        ReadinessPack.all.filter { self == .all || $0.name == rawValue }
    }
}
