/// Something that may be done next in an engagement.
public struct NextStep: Hashable, Sendable {
    /// What to do.
    public internal(set) var action: Action
    /// The phase for which it is done; `nil` for the engagement as a whole.
    public let phase: ID?
    /// The obligations and artifacts that it brings nearer, in order of identifiers; empty for steps that need none.
    public internal(set) var serves: [ID]
    /// Who is in charge of it; `nil` if nobody is.
    public let owner: String?
    /// When it has to be done; `nil` if nobody said.
    public let due: Timestamp?
    /// Whether that moment has passed.
    public let isOverdue: Bool

    /// What there is to do.
    public enum Action: Hashable, Sendable {
        /// Open a phase.
        case open(phase: ID)
        /// Ask a gate for its decision.
        case gate(phase: ID)
        /// Hand in evidence, with what has to be measured in it.
        case submit(artifact: ID, measures: [Bound])
        /// Sign evidence in a role; whoever is named may not be the only one who does.
        case sign(artifact: ID, role: ID, separatelyFrom: String?)
        /// Do an activity.
        case perform(phase: ID, activity: ID)
        /// Decide a trigger.
        case decide(trigger: ID)
        /// Waive an obligation that blocks a phase whose loops are spent.
        case waive(phase: ID, obligation: ID)
        /// Amend the sequence because of a spent loop; by an option of an overlay behind it where one has any.
        case amend(loop: ID, overlay: ID?)
        /// Raise a change order whose approval opens a phase again.
        case reopen(phase: ID)
        /// Go back.
        case loop(ID)
        /// Approve or reject a change order.
        case settle(order: ID)
        /// Go on after a hold.
        case resume
        /// End the engagement by the book.
        case close
        /// End the engagement without its result.
        case cancel
    }
}
