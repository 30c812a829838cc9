/// One running instance of a composed sequence: what the events so far amount to.
///
/// An engagement is a value. Commands validate and give events; applying events to the engagement as it was gives the
/// engagement as it is. Nothing else changes it, so replaying a log gives the identical state:
///
/// ```swift
/// var (engagement, events) = try Engagement.starting("campus", plan: plan, in: Circumstances(at: now, by: "Ada"))
/// events += try engagement.perform(.open(phase: "intake"), in: Circumstances(at: later, by: "Ada"))
/// ```
public struct Engagement: Hashable, Sendable {
    /// The identifier.
    public let id: ID
    /// The title that people read.
    public let title: String
    /// The plan that holds now.
    public internal(set) var plan: EngagementPlan
    /// The plan's phases and how far each is, in the order of the sequence.
    public internal(set) var phases: [PhaseProgress]
    /// How many predecessors of each phase are not done: not finished, or waiting for another one themselves.
    var waiting: [Int]
    /// The number of its events.
    public internal(set) var length: Int
    /// When it started.
    public let started: Timestamp
    /// When its last event happened.
    public internal(set) var updated: Timestamp
    /// Whether it ended, and how; `nil` while it runs.
    public internal(set) var ending: EngagementState?
    /// Whether it is on hold.
    public internal(set) var isHeld = false
    /// Everything that was handed in, in order.
    public internal(set) var evidence: [Evidence] = []
    /// Where the evidence of each artifact is.
    var evidenceIndex: EvidenceIndex
    /// The triggers that are decided, for the whole run.
    public internal(set) var triggers: [ID: Bool] = [:]
    /// How often each loop was taken; never reset.
    public internal(set) var rounds: [ID: Int] = [:]
    /// The waivers, in the order in which they were granted.
    public internal(set) var waivers: [WaiverGrant] = []
    /// What is in scope.
    public internal(set) var scope = Scope()
    /// The items on which work began, in order.
    public internal(set) var worked: [ID] = []
    /// The change orders, in the order in which they were raised.
    public internal(set) var orders: [OrderProgress] = []
    /// What landed on passed phases and is owed until closeout.
    public internal(set) var owed: [Debt] = []
    /// The incidents that allowed phases to be compressed.
    public internal(set) var incidents: [Incident] = []
    /// Phases that an amendment took out of the sequence, with how far they were.
    public internal(set) var retired: [ID: PhaseProgress] = [:]
    /// When phases were last opened again; `nil` if they never were.
    var reopened: Timestamp?

    init(id: ID, title: String, plan: EngagementPlan, started: Timestamp) {
        self.id = id
        self.title = title
        self.plan = plan
        self.started = started
        updated = started
        length = 0
        phases = plan.phases.map { _ in PhaseProgress() }
        waiting = plan.phases.map(\.before.count)
        evidenceIndex = EvidenceIndex(artifacts: plan.artifacts.count)
        for index in phases.indices where waiting[index] == 0 { phases[index].state = .ready }
    }

    /// Where the engagement stands as a whole.
    public var state: EngagementState {
        if let ending { return ending }
        if isHeld { return .held }
        return phases.contains { $0.state == .blocked } ? .blocked : .active
    }

    /// How far a phase is; `nil` when the sequence has no such phase.
    public func progress(of phase: ID) -> PhaseProgress? { plan.places[phase].map { phases[$0] } }

    /// The evidence of an artifact that counts at some moment, the latest last.
    public func evidence(of artifact: ID, inForceAt time: Timestamp) -> [Evidence] {
        evidence.filter { $0.draft.artifact == artifact && $0.isInForce(at: time) }
    }

    /// The waiver of an obligation that holds at some moment, the latest if there are several.
    public func waiver(of obligation: ID, at phase: ID, holdingAt time: Timestamp) -> WaiverGrant? {
        waivers.last { $0.obligation == obligation && $0.phase == phase && $0.holds(at: time) }
    }
}

/// A change order and what became of it.
public struct OrderProgress: Hashable, Sendable {
    /// The order.
    public let order: ChangeOrder
    /// Who raised it.
    public let raisedBy: String
    /// When it was raised.
    public let raised: Timestamp
    /// What became of it.
    public internal(set) var state: State = .pending
    /// Who decided; `nil` while it is pending.
    public internal(set) var authority: String?
    /// Who recorded the decision; `nil` while it is pending.
    public internal(set) var decidedBy: String?
    /// When it was decided; `nil` while it is pending.
    public internal(set) var decided: Timestamp?
    /// The scope before it was approved; `nil` unless it was.
    public internal(set) var before: Scope?
    /// The phases that its approval opened again, in canonical order.
    public internal(set) var reopened: [ID] = []

    /// What became of a change order.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// Nobody has decided: it changes nothing.
        case pending
        /// It changed the scope.
        case approved
        /// It changes nothing.
        case rejected
    }
}
