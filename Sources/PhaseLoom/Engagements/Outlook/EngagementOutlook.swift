/// What may be done next in an engagement at some moment, what is missing, and what is still to come.
///
/// ```swift
/// let outlook = engagement.outlook(in: Circumstances(at: now, by: "Ada"))
/// for step in outlook.steps where step.isOverdue { print(step.action) }
/// ```
public struct EngagementOutlook: Hashable, Sendable {
    /// The moment that it describes.
    public let time: Timestamp
    /// What may be done next, by phase in canonical order.
    public let steps: [NextStep]
    /// The phases that may open, are open or are blocked, in canonical order.
    public let phases: [Standing]
    /// What phases put off to the gates of later ones that have not opened yet, in canonical order.
    public let deferred: [DeferredWork]
    /// What is owed at closeout, because it landed on a passed phase or its waiver ended.
    public let owed: [OwedWork]
    /// The latest waiver of each obligation, in the order in which they were granted.
    public let waivers: [WaiverGrant]
    /// The loops and how often they were taken, in order of identifiers.
    public let loops: [LoopUse]
    /// The change orders that nobody has decided.
    public let orders: [OrderProgress]

    /// A phase that work can go on in, and what stands between it and its next step.
    public struct Standing: Hashable, Sendable {
        /// The phase.
        public let phase: ID
        /// How far it is.
        public let progress: PhaseProgress
        /// Whether its promised date has passed.
        public let isOverdue: Bool
        /// What its gate would decide now; for a phase that has not opened, the decisions on its entry requirements.
        public let decisions: [Decision]
        /// The triggers on which it depends whether the phase runs, as far as they are not decided.
        public let undecided: [ID]

        /// The decisions that stand in the way.
        public var missing: [Decision] { decisions.filter { !$0.isSatisfied } }
    }

    /// An obligation of one phase that blocks the gate of a later one.
    public struct DeferredWork: Hashable, Sendable {
        /// The phase that put it off.
        public let phase: ID
        /// The obligation.
        public let obligation: ID
        /// The phase whose gate it blocks.
        public let to: ID
        /// Whether evidence shows already that it is done, or a waiver lets it through.
        public let isSatisfied: Bool
        /// When the incident record wants it done; `nil` when the gate is the only limit.
        public let due: Timestamp?
        /// Whether that moment has passed and it is not done.
        public let isOverdue: Bool
    }

    /// Something that closeout asks for beyond its own gate.
    public struct OwedWork: Hashable, Sendable {
        /// What is owed, and what evidence says about it.
        public let decision: Decision
        /// When it has to be met; `nil` when closeout is the only limit.
        public let due: Timestamp?
        /// Whether that moment has passed and it is not met.
        public let isOverdue: Bool
    }

    /// A loop and how often it was taken.
    public struct LoopUse: Hashable, Sendable {
        /// The loop.
        public let loop: ID
        /// How often it was taken.
        public let used: Int
        /// How often it may be taken.
        public let limit: Int
    }
}
