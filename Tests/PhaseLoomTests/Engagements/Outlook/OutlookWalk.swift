@testable import PhaseLoom
import PhaseLoomTesting

/// Somebody who knows nothing of an engagement but its outlook, and takes one of the steps that it names after another.
struct OutlookWalk {
    private(set) var engagement: Engagement
    private(set) var now: Timestamp
    private var generator: SeededGenerator
    /// The share of measurements that miss their bounds.
    private let failures: Double

    init(_ plan: EngagementPlan, seed: UInt64, failures: Double = 0.2) throws(Refusal) {
        now = Timestamp(milliseconds: 1_767_603_600_000)
        generator = SeededGenerator(seed: seed)
        self.failures = failures
        let incident = Incident(id: "inc", summary: "Fire", detected: now, record: .none, workDue: now)
        engagement = try Engagement.starting(
            "walk", plan: plan, incident: incident, in: Circumstances(at: now, by: "Ada")
        ).engagement
    }

    var outlook: EngagementOutlook { engagement.outlook(in: Circumstances(at: now, by: "")) }

    /// Takes a step at random.
    ///
    /// - Returns: the step; `nil` when there is none.
    /// - Throws: what stood against the step, though the outlook offered it.
    mutating func step() throws -> NextStep? {
        now = now.advanced(byMilliseconds: 60_000)
        // Whoever only hands in the same document again and again gets nowhere.
        let steps = outlook.steps.filter { Self.isSingle($0.action) }
        let forward = steps.filter { if case .submit = $0.action { false } else { true } }
        let chosen = Double.random(in: 0..<1, using: &generator) < 0.5 ? forward : steps
        guard let step = (chosen.isEmpty ? steps : chosen).randomElement(using: &generator) else { return nil }
        for (actor, command) in commands(for: step) {
            _ = try engagement.perform(command, in: Circumstances(at: now, by: actor))
        }
        return step
    }

    /// Whether a step needs nothing that the outlook does not know, and does not give the work up.
    private static func isSingle(_ action: NextStep.Action) -> Bool {
        switch action {
        case .amend, .cancel, .reopen: false
        default: true
        }
    }

    private mutating func commands(for step: NextStep) -> [(String, Command)] {
        switch step.action {
        case .open(let phase): [("Ada", .open(phase: phase))]
        case .gate(let phase): [("Ada", .gate(phase: phase))]
        case .submit(let artifact, let measures):
            [
                (
                    "Ada",
                    .record(
                        EvidenceDraft(artifact: artifact, digest: .none, measurements: measures.map { measured($0) }))
                )
            ]
        case .sign(let artifact, let role, let recorder):
            [(recorder == "Grace" ? "Ada" : "Grace", .sign(artifact: artifact, role: role))]
        case .perform(let phase, let activity): [("Ada", .perform(phase: phase, activity: activity))]
        case .decide(let trigger):
            [("Ada", .decide(trigger: trigger, holds: Bool.random(using: &generator), reason: "so it is"))]
        case .waive(let phase, let obligation):
            [
                (
                    "Ada",
                    .waive(WaiverGrant(phase: phase, obligation: obligation, authority: "Board", reason: "enough"))
                )
            ]
        case .loop(let loop): [("Ada", .loop(loop, reason: "again"))]
        case .settle(let order): [("Ada", .approve(order: order, authority: "Board"))]
        case .resume: [("Ada", .resume(reason: "go on"))]
        case .close: [("Ada", .close)]
        case .amend, .reopen, .cancel: []
        }
    }

    private mutating func measured(_ bound: Bound) -> Measurement {
        let good = bound.interval.min ?? bound.interval.max ?? 0
        let bad = (bound.interval.max.map { $0 + 1 }) ?? good - 1
        let isBad = Double.random(in: 0..<1, using: &generator) < failures
        return Measurement(bound.measure, isBad ? bad : good, unit: bound.unit)
    }
}
