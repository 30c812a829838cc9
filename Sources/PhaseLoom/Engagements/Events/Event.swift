/// Something that happened in an engagement.
public struct Event: Hashable, Sendable {
    /// Its place in the log, from 1.
    public let number: Int
    /// When it happened.
    public let time: Timestamp
    /// Who did it.
    public let actor: String
    /// What happened.
    public let content: Content

    /// Makes an event.
    public init(number: Int, time: Timestamp, actor: String, content: Content) {
        self.number = number
        self.time = time
        self.actor = actor
        self.content = content
    }

    /// The kinds of event.
    public enum Content: Hashable, Sendable {
        /// The engagement began.
        case started(Start)
        /// A phase opened; with the decisions on its entry requirements.
        case opened(phase: ID, attempt: Int, entry: [Decision])
        /// A conditional phase was skipped, because its triggers do not hold.
        case skipped(phase: ID, reason: String)
        /// Evidence was handed in.
        case recorded(EvidenceDraft, phase: ID?)
        /// Evidence was signed in a role.
        case signed(evidence: Int, role: ID, remark: String)
        /// An activity was done.
        case performed(phase: ID, activity: ID)
        /// Someone took charge of a phase.
        case assigned(phase: ID, to: String, due: Timestamp?)
        /// A trigger was decided for the whole run.
        case triggered(trigger: ID, holds: Bool, reason: String)
        /// A gate opened.
        case passed(phase: ID, decisions: [Decision])
        /// A gate stayed shut; the spent loops block it until someone decides.
        case refused(phase: ID, decisions: [Decision], spent: [ID])
        /// An obligation was waived.
        case waived(WaiverGrant)
        /// The engagement went back.
        case looped(loop: ID, reopened: [ID], reason: String)
        /// The engagement was put on hold.
        case held(reason: String)
        /// The engagement goes on.
        case resumed(reason: String)
        /// The engagement ended without its result.
        case cancelled(reason: String, authority: String)
        /// The engagement ended by the book.
        case closed
        /// An item came into the scope before it was signed.
        case scoped(ScopeItem)
        /// Work on an item of the scope began.
        case worked(item: ID, phase: ID)
        /// A change order was raised.
        case ordered(ChangeOrder)
        /// A change order was approved, and may reopen phases.
        case approved(order: ID, authority: String, reopened: [ID])
        /// A change order was rejected.
        case rejected(order: ID, authority: String, reason: String)
        /// The sequence changed under the engagement.
        case amended(Amended)
    }
}
