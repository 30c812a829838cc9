/// How far a phase of an engagement is.
public struct PhaseProgress: Hashable, Sendable {
    /// Where the phase stands.
    public internal(set) var state: State = .pending
    /// How often it was opened.
    public internal(set) var attempt = 0
    /// When it was opened for the current attempt; `nil` if it was not.
    public internal(set) var opened: Timestamp?
    /// When its gate opened, or when it was skipped; `nil` if neither happened.
    public internal(set) var finished: Timestamp?
    /// The activities that are done in the current attempt, in order.
    public internal(set) var performed: [ID] = []
    /// What its gate decided last in the current attempt; empty if it was not asked.
    public internal(set) var decisions: [Decision] = []
    /// Who is in charge of it; `nil` if nobody is.
    public internal(set) var owner: String?
    /// When it has to be finished; `nil` if nobody said.
    public internal(set) var due: Timestamp?
    /// The loops whose spent limits block it.
    public internal(set) var spent: [ID] = []

    /// Where a phase stands.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// Something before it is not finished.
        case pending
        /// It may open as soon as its entry requirements are met.
        case ready
        /// Work goes on.
        case open
        /// A spent loop limit waits for a decision.
        case blocked
        /// Its gate opened.
        case passed
        /// Its triggers do not hold.
        case skipped
    }

    /// Whether the phases after it may go on.
    public var isFinished: Bool { state == .passed || state == .skipped }
    /// Whether it is open or blocked.
    public var isOpen: Bool { state == .open || state == .blocked }

    /// Lets work in a blocked phase go on.
    mutating func unblock() {
        state = .open
        spent = []
    }

    /// Puts the phase back before its opening, keeping what belongs to it as a whole.
    mutating func reopen(as state: State) {
        self.state = state
        opened = nil
        finished = nil
        performed = []
        decisions = []
        spent = []
    }
}
