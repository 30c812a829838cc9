/// One thing that an environment must offer, and how that is checked.
public struct ReadinessItem: Hashable, Sendable {
    /// The name by which results give it.
    public let id: String
    /// What must hold.
    public let statement: String
    /// How it is checked.
    public let check: String

    init(_ id: String, _ statement: String, by check: String) {
        self.id = id
        self.statement = statement
        self.check = check
    }
}
