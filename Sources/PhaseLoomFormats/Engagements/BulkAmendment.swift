public import PhaseLoom

/// What became of one engagement when many were amended at once.
public struct BulkAmendment: Hashable, Sendable {
    /// The engagement.
    public let engagement: ID
    /// What became of it.
    public let outcome: Outcome

    /// Notes what became of an engagement.
    public init(_ engagement: ID, _ outcome: Outcome) {
        self.engagement = engagement
        self.outcome = outcome
    }

    /// What can become of an engagement.
    public enum Outcome: Hashable, Sendable {
        /// It was amended, or would be in a dry run.
        case amended(AmendmentImpact)
        /// It runs that sequence already.
        case unchanged
        /// The rules stand against it; nothing happened.
        case refused(Refusal)
        /// The new overlays contradict each other or what the engagement runs, or the store failed; nothing happened.
        case failed(String)
    }
}
