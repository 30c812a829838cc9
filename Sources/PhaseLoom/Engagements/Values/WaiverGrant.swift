/// A decision in a running engagement that an obligation need not be met, for a time or for good.
public struct WaiverGrant: Hashable, Sendable {
    /// The phase at which the obligation stands.
    public let phase: ID
    /// The obligation.
    public let obligation: ID
    /// Who decides so.
    public let authority: String
    /// Why it need not be met.
    public let reason: String
    /// When the decision ceases to hold; `nil` for never.
    public let expires: Timestamp?

    /// Makes a waiver.
    public init(phase: ID, obligation: ID, authority: String, reason: String, expires: Timestamp? = nil) {
        self.phase = phase
        self.obligation = obligation
        self.authority = authority
        self.reason = reason
        self.expires = expires
    }

    /// Whether the decision holds at some moment.
    public func holds(at time: Timestamp) -> Bool { expires.map { time < $0 } ?? true }
}
