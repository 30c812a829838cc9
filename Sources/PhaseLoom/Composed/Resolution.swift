/// An integrator's decision on exactly one conflict.
public struct Resolution: Hashable, Sendable {
    /// The target of the conflict, as its report names it.
    public let conflict: String
    /// The overlay whose claim stands; ``ID/base`` for the base sequence.
    public let choose: ID
    /// Why it stands.
    public let reason: String
    /// Who decides so.
    public let authority: String

    /// Decides a conflict.
    public init(conflict: String, choose: ID, reason: String, authority: String) {
        self.conflict = conflict
        self.choose = choose
        self.reason = reason
        self.authority = authority
    }
}
