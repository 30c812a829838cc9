/// How the sequence changed under a running engagement.
public struct Amended: Hashable, Sendable {
    /// The plan that holds from now on.
    public let plan: PinnedPlan
    /// Why it changed.
    public let reason: String
    /// Who decided so.
    public let authority: String
    /// The approved change order behind it; `nil` if there is none.
    public let order: ID?
    /// The incident that allows phases to be compressed; `nil` unless some are.
    public let incident: Incident?
    /// The phases that open again because new obligations landed on them, with those after them.
    public let reopened: [ID]
    /// What landed on passed phases and is owed until closeout.
    public let owed: [Debt]
}
