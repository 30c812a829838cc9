import PhaseLoom
import Testing

/// An engagement under test: commands a minute apart, every event kept.
struct Desk {
    private(set) var engagement: Engagement
    private(set) var events: [Event]
    /// Every plan that the engagement has run, for replaying.
    private(set) var plans: [EngagementPlan]
    /// The moment of the next command.
    var now: Timestamp = Desk.start
    /// Who gives the next command.
    var actor = "Ada"
    /// The code that decides criteria.
    var criteria: [ID: any Criterion] = [:]

    static let start = Timestamp(milliseconds: 1_795_253_400_000)
    static let incident = Incident(
        id: "INC-7", summary: "The core switch is down", detected: start, record: Digest(of: [7]))

    init(_ plan: EngagementPlan, incident: Incident? = nil) throws(Refusal) {
        let begun = try Engagement.starting(
            "campus", plan: plan, incident: incident, in: Circumstances(at: Desk.start, by: "Ada"))
        (engagement, events, plans) = (begun.engagement, begun.events, [plan])
    }

    /// An engagement of a base with overlays.
    init(
        _ overlays: DeclarativeOverlay..., on base: BaseSequence = Desk.small, incident: Incident? = nil
    ) throws {
        try self.init(try Desk.plan(overlays, on: base), incident: incident)
    }

    static func plan(
        _ overlays: [DeclarativeOverlay], on base: BaseSequence = Desk.small, coded: [ID] = []
    ) throws -> EngagementPlan {
        let sequence = try base.composed(with: OverlaySet(overlays))
        // Any digest will do that equal sequences share.
        return try EngagementPlan(sequence, digest: Digest(of: Array("\(sequence.hashValue)".utf8)), coded: coded)
    }

    static func overlay(_ id: ID, @OverlayBuilder _ body: () -> OverlayBody) -> DeclarativeOverlay {
        DeclarativeOverlay(
            identity: OverlayIdentity(id: id, title: "\(id)", summary: "For a test.", cites: ["A rule"]), body: body())
    }

    /// Four phases in a row, each with one artifact and one criterion: plan, build, check, finish.
    static let small = BaseSequence(id: "small", title: "Small") {
        Artifact("acceptance-criteria", "Acceptance criteria").broughtToTheEngagement()
        Artifact("brief", "Brief").broughtToTheEngagement()
        Insert("plan", "Plan").holding(.intake, .assessment, .scoping, .design).producing("drawing")
        Insert("build", "Build").after("plan").holding(.execution).producing("product").consuming("drawing")
        Insert("check", "Check").after("build").holding(.validation).producing("report")
        Insert("finish", "Finish").after("check").holding(.transfer, .closeout, .operations).producing("review")
        Artifact("drawing", "Drawing")
        Artifact("product", "Product")
        Artifact("report", "Report")
        Artifact("review", "Review")
        Expect("drawn", "The drawing is complete", atGateOf: .phase("plan")).needing("drawing")
        Expect("good", "The product is good enough", atGateOf: .phase("check")).needing("report")
            .measured("score", .atLeast(0.85))
        LoopBack("rework", from: .phase("check"), to: .phase("build"), while: ObligationReference("good"), atMost: 2)
    }
}

// MARK: - Commands

extension Desk {
    var circumstances: Circumstances { Circumstances(at: now, by: actor, criteria: criteria) }

    /// Carries out a command; afterwards it is a minute later.
    @discardableResult
    mutating func perform(_ command: Command) throws(Refusal) -> [Event] {
        if case .amend(let amendment) = command, !plans.contains(amendment.plan) { plans.append(amendment.plan) }
        let new = try engagement.perform(command, in: circumstances)
        events += new
        now = now.advanced(byMilliseconds: 60_000)
        return new
    }

    /// The code with which a command is refused; `nil` when it is carried out. A refusal leaves everything as it was.
    mutating func code(of command: Command) -> Refusal.Code? { refusal(of: command)?.code }

    mutating func refusal(of command: Command) -> Refusal? {
        let before = engagement
        do {
            try perform(command)
            return nil
        } catch {
            #expect(engagement == before, "a refused command changed something: \(error)")
            return error
        }
    }

    mutating func hand(
        _ artifact: ID, _ measurements: [Measurement] = [], validFrom: Timestamp? = nil, until: Timestamp? = nil
    ) throws(Refusal) {
        try perform(
            .record(
                EvidenceDraft(
                    artifact: artifact, digest: Digest(of: Array("\(artifact) \(now)".utf8)),
                    measurements: measurements, validFrom: validFrom, validUntil: until)))
    }

    /// Hands in an artifact with whatever measurements the sequence asks of it.
    mutating func furnish(_ artifact: ID) throws(Refusal) {
        let asking = engagement.plan.sequence.phases.flatMap { $0.entry + $0.gate }.filter {
            $0.needs.contains(artifact)
        }
        var measurements: [Measurement] = []
        for bound in asking.compactMap(\.bound) where !measurements.contains(where: { $0.name == bound.measure }) {
            measurements.append(
                Measurement(bound.measure, bound.interval.min ?? bound.interval.max ?? 0, unit: bound.unit))
        }
        try hand(artifact, measurements)
    }

    /// Opens a phase and hands in what it produces.
    mutating func work(on phase: ID) throws(Refusal) {
        try perform(.open(phase: phase))
        for artifact in engagement.plan.sequence.phase(phase)?.produces ?? [] { try furnish(artifact) }
    }

    /// Works on phases and passes their gates, one after the other.
    mutating func pass(_ ids: ID...) throws(Refusal) { for phase in ids { try pass(phase) } }

    private mutating func pass(_ phase: ID) throws(Refusal) {
        try work(on: phase)
        try perform(.gate(phase: phase))
        let state = engagement.progress(of: phase)?.state
        #expect(
            state == .passed, "\(engagement.gateDecisions(of: phase, in: circumstances).filter { !$0.isSatisfied })")
    }

    /// Passes phases in canonical order until one is reached, or all.
    mutating func passAll(until end: ID? = nil) throws(Refusal) {
        for artifact in engagement.plan.sequence.artifacts.filter(\.isEntry)
        where engagement.evidence(of: artifact.id, inForceAt: now).isEmpty {
            try furnish(artifact.id)
        }
        for phase in engagement.plan.sequence.phases {
            if phase.id == end { return }
            if state(phase.id) == .ready { try pass(phase.id) }
        }
    }

    mutating func amend(
        _ overlays: DeclarativeOverlay..., order: ID? = nil, incident: Incident? = nil,
        landing: Amendment.Landing? = nil
    ) throws {
        try perform(
            .amend(
                Amendment(
                    to: try Desk.plan(overlays), reason: "Needed", authority: "Board", order: order,
                    incident: incident, landing: landing)))
    }

    mutating func amendment(
        _ overlays: DeclarativeOverlay..., order: ID? = nil, incident: Incident? = nil,
        landing: Amendment.Landing? = nil
    ) throws -> Command {
        .amend(
            Amendment(
                to: try Desk.plan(overlays), reason: "Needed", authority: "Board", order: order, incident: incident,
                landing: landing))
    }

    /// Waits until some days after the start.
    mutating func wait(days: Int64) { now = Desk.start.advanced(byMilliseconds: days * 86_400_000) }

    static func day(_ days: Int64) -> Timestamp { start.advanced(byMilliseconds: days * 86_400_000) }
}

// MARK: - What came of it

extension Desk {
    func state(_ phase: ID) -> PhaseProgress.State? { engagement.progress(of: phase)?.state }

    var states: [PhaseProgress.State] { engagement.phases.map(\.state) }

    /// The reasons that stand between a phase and its end.
    func reasons(at phase: ID) -> [String] {
        engagement.gateDecisions(of: phase, in: circumstances).filter { !$0.isSatisfied }.flatMap(\.judgement.reasons)
    }

    /// The engagement that the first events of the log give.
    func replayed(_ count: Int? = nil) throws(Refusal) -> Engagement {
        var result = try Engagement(replaying: events[0], plan: plans[0])
        for event in events.prefix(count ?? events.count).dropFirst() {
            var amended: EngagementPlan?
            if case .amended(let change) = event.content { amended = plans.first { $0.digest == change.plan.digest } }
            try result.apply(event, amended: amended)
        }
        return result
    }
}
