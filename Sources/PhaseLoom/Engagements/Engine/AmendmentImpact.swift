/// What an amendment does to a running engagement, computed before anything happens.
public struct AmendmentImpact: Hashable, Sendable {
    /// How the sequences differ.
    public let difference: SequenceDiff
    /// The phases that come in, in canonical order.
    public let added: [ID]
    /// Those of them that come in before phases that are open or finished already, so that they are caught up on.
    public let late: [ID]
    /// The phases that go, and how far they were, in order of identifiers.
    public let retired: [Retired]
    /// The new obligations and artifacts on passed phases that evidence does not meet, in canonical order.
    public let landed: [Landed]
    /// The phases that open again, in canonical order.
    public let reopened: [ID]
    /// What is owed from now on.
    public let owed: [Debt]

    /// A phase that an amendment takes out of the sequence.
    public struct Retired: Hashable, Sendable {
        /// The phase.
        public let phase: ID
        /// How far it was.
        public let state: PhaseProgress.State
        /// The phase that takes it in; `nil` when none does.
        public let into: ID?
    }

    /// Something new on a passed phase.
    public struct Landed: Hashable, Sendable {
        /// What evidence says about it now.
        public let decision: Decision
        /// What happens to it; `nil` while nobody said.
        public let landing: Amendment.Landing?
    }
}
