/// A change of the sequence under a running engagement.
public struct Amendment: Sendable {
    /// The plan that shall hold.
    public var plan: EngagementPlan
    /// Why it changes.
    public var reason: String
    /// Who decides so.
    public var authority: String
    /// The approved change order behind it; needed to take mandated obligations away.
    public var order: ID?
    /// The incident that allows phases to be compressed; needed if some are.
    public var incident: Incident?
    /// What happens to obligations that land on passed phases, where `landings` does not say; `nil` refuses them.
    public var landing: Landing?
    /// What happens to single ones, by phase and subject.
    public var landings: [Debt: Landing]
    /// When what is owed has to be met; `nil` when closeout is the only limit.
    public var due: Timestamp?
    /// The plan from which the new one was worked out; refused when another holds by then, so that no amendment undoes
    /// one that it does not know; `nil` for any.
    public var base: EngagementPlan?

    /// Describes an amendment.
    public init(
        to plan: EngagementPlan, reason: String, authority: String, order: ID? = nil, incident: Incident? = nil,
        landing: Landing? = nil, landings: [Debt: Landing] = [:], due: Timestamp? = nil, base: EngagementPlan? = nil
    ) {
        self.plan = plan
        self.reason = reason
        self.authority = authority
        self.order = order
        self.incident = incident
        self.landing = landing
        self.landings = landings
        self.due = due
        self.base = base
    }

    /// What happens to a new obligation on a passed phase.
    public enum Landing: String, Hashable, Sendable, CaseIterable {
        /// The phase and all after it open again.
        case reopen
        /// The phase stays passed; the obligation is owed until closeout.
        case owe
    }
}
