@testable import PhaseLoom

/// An engagement that meets with everything that views show, told command by command.
struct SampleEngagement {
    private(set) var engagement: Engagement
    private(set) var events: [Event]
    private(set) var log: Log
    private(set) var history: [(event: Event, record: LogRecord)] = []
    /// The moment after the last command, an hour later with each.
    private(set) var now: Timestamp

    static let begin = Timestamp(milliseconds: 1_767_603_600_000)  // 2026-01-05T09:00:00Z

    init(
        _ sequence: ComposedSequence, id: ID = "harbour", title: String = "Harbour cameras", incident: Incident? = nil
    ) throws {
        now = Self.begin
        let plan = try EngagementPlan(sequence, digest: Digest(of: Array(sequence.title.utf8)))
        (engagement, events) = try Engagement.starting(
            id, title: title, plan: plan, incident: incident, in: Circumstances(at: now, by: "Ada"))
        log = Log(of: id)
        keep(events)
    }

    private mutating func keep(_ new: [Event]) { history += zip(new, log.append(new)).map { ($0, $1) } }

    @discardableResult mutating func perform(
        _ command: Command, by actor: String = "Ada", after hours: Int64 = 1
    ) throws -> [Event] {
        now = now.advanced(byMilliseconds: hours * 3_600_000)
        let new = try engagement.perform(command, in: Circumstances(at: now, by: actor))
        events += new
        keep(new)
        return new
    }

    var outlook: EngagementOutlook { engagement.outlook(in: Circumstances(at: now, by: "")) }

    mutating func submit(_ artifacts: ID..., measuring measurements: [Measurement] = []) throws {
        for artifact in artifacts {
            let bytes = Array(artifact.text.utf8)
            try perform(
                .record(
                    EvidenceDraft(
                        artifact: artifact, digest: Digest(of: bytes), file: "\(artifact).pdf", size: bytes.count,
                        measurements: measurements)))
        }
    }

    /// Opens a phase, hands in all that it produces, and passes its gate.
    mutating func pass(_ phase: ID, measuring measurements: [Measurement] = []) throws {
        try perform(.open(phase: phase))
        for artifact in engagement.plan.sequence.phase(phase)?.produces ?? [] {
            try submit(artifact, measuring: measurements)
        }
        if phase == "scoping" {
            try perform(.sign(artifact: "statement-of-work", role: "client"), by: "Grace Hopper", after: 0)
            try perform(.sign(artifact: "statement-of-work", role: "provider"), after: 0)
        }
        if phase == "transfer" {
            try perform(.sign(artifact: "runbook", role: "recipient"), by: "Grace Hopper", after: 0)
        }
        try perform(.gate(phase: phase))
    }

    /// The standard sequence with cameras on a track of their own, after a failed validation and with work everywhere.
    static func rich() throws -> SampleEngagement {
        var sample = try SampleEngagement(Samples.rich())
        try sample.perform(.assign(phase: "intake", to: "Grace Hopper", due: begin.advanced(byMilliseconds: day)))
        try sample.submit("authority-proof", "access-grant")
        try sample.perform(.scope(ScopeItem("mast", "Camera mast", cost: 1200, days: 2)))
        for phase: ID in ["intake", "assessment", "scoping"] { try sample.pass(phase) }
        try sample.perform(.hold(reason: "the harbour is frozen"))
        try sample.perform(.resume(reason: "the ice is gone"), after: 48)
        try sample.pass("camera-survey", measuring: [Measurement("pixel-density", 260, unit: "px/m")])
        try sample.pass("design")
        try sample.perform(.open(phase: "works-council"))
        try sample.perform(.gate(phase: "works-council"))
        try sample.pass("execution")
        try sample.perform(.open(phase: "camera-bench"))
        try sample.submit("camera-images", measuring: [Measurement("open-defects", 0)])
        try sample.perform(.gate(phase: "camera-bench"))
        try sample.raise()
        try sample.perform(.open(phase: "validation"))
        try sample.perform(.assign(phase: "validation", to: "Grace Hopper", due: begin))
        try sample.submit(
            "test-report", measuring: [Measurement("roc-auc", 0.81), Measurement("retention", 30, unit: "d")])
        try sample.perform(
            .sign(artifact: "test-report", role: "reviewer", remark: "with reservations"), by: "Grace Hopper")
        try sample.perform(
            .waive(
                WaiverGrant(
                    phase: "validation", obligation: "criteria-evidenced", authority: "Head of security",
                    reason: "the last report counts", expires: sample.now.advanced(byMilliseconds: 7_200_000))))
        try sample.perform(.gate(phase: "validation"))
        return sample
    }

    static let day: Int64 = 86_400_000

    /// Raises two change orders and approves one.
    private mutating func raise() throws {
        try perform(
            .raise(
                ChangeOrder(
                    "co-1", finding: "the east pier has no mast", adds: [ScopeItem("mast-east", "Mast", cost: 900)],
                    cost: 50, days: 1.5)))
        try perform(.approve(order: "co-1", authority: "Harbour master"))
        try perform(.raise(ChangeOrder("co-2", finding: "the mast is not needed", removes: ["mast"], days: -1)))
    }
}
