/// What lists show of an engagement without reading its log.
public struct EngagementSummary: Hashable, Sendable {
    /// The engagement.
    public let engagement: ID
    /// The title that people read.
    public let title: String
    /// Where it stands as a whole.
    public let state: EngagementState
    /// The phases that are open or blocked, in canonical order.
    public let openPhases: [ID]
    /// The phases that may be opened, in canonical order.
    public let readyPhases: [ID]
    /// The number of its events.
    public let length: Int
    /// The hash of its last event.
    public let head: Digest
    /// When it started.
    public let started: Timestamp
    /// When its last event happened.
    public let updated: Timestamp
    /// When the next thing falls due: a waiver that ends, a promised date; `nil` when there is none.
    public let due: Timestamp?

    /// Makes a summary of its parts.
    public init(
        engagement: ID, title: String, state: EngagementState, openPhases: [ID], readyPhases: [ID], length: Int,
        head: Digest, started: Timestamp, updated: Timestamp, due: Timestamp?
    ) {
        self.engagement = engagement
        self.title = title
        self.state = state
        self.openPhases = openPhases
        self.readyPhases = readyPhases
        self.length = length
        self.head = head
        self.started = started
        self.updated = updated
        self.due = due
    }
}

/// Where an engagement stands as a whole.
public enum EngagementState: String, Hashable, Sendable, CaseIterable {
    /// Work goes on.
    case active
    /// A spent loop limit waits for a decision; the rest goes on.
    case blocked
    /// Someone holds it: nothing but resuming and cancelling is possible.
    case held
    /// It ended without its result.
    case cancelled
    /// It ended by the book.
    case closed

    /// Whether nothing can happen any more.
    public var isFinal: Bool { self == .cancelled || self == .closed }
}

/// Which engagements a list shows.
public struct EngagementQuery: Hashable, Sendable {
    /// The states wanted; empty means any.
    public var states: Set<EngagementState>
    /// The phase that has to be open or ready; `nil` means any.
    public var phase: ID?

    /// Asks for engagements by state and phase; every one when neither is given.
    public init(states: Set<EngagementState> = [], phase: ID? = nil) {
        self.states = states
        self.phase = phase
    }

    /// Whether the list shows an engagement.
    public func matches(_ summary: EngagementSummary) -> Bool {
        (states.isEmpty || states.contains(summary.state))
            && (phase.map { summary.openPhases.contains($0) || summary.readyPhases.contains($0) } ?? true)
    }
}
