import PhaseLoom

/// An engagement on a small base that goes through its phases one command a minute.
struct Run {
    private(set) var engagement: Engagement
    private var now = Timestamp(milliseconds: 1_795_253_400_000)

    /// Three phases: plan, build, and check with what follows.
    static let base = BaseSequence(id: "small", title: "Small", cites: ["test"]) {
        Artifact("acceptance-criteria", "Acceptance criteria").broughtToTheEngagement()
        Artifact("baseline-record", "Baseline").broughtToTheEngagement()
        Artifact("statement-of-work", "Statement of work").broughtToTheEngagement()
        Insert("plan", "Plan").holding(.intake, .assessment, .scoping, .design)
        Insert("build", "Build").after("plan").holding(.execution)
        Insert("check", "Check").after("build").holding(.validation)
        Insert("finish", "Finish").after("check").holding(.transfer, .closeout, .operations)
    }

    init(_ overlays: any Overlay...) throws {
        let sequence = try Self.base.composed(with: OverlaySet(overlays))
        let plan = try EngagementPlan(sequence, digest: Digest(of: [1]), coded: [])
        engagement = try Engagement.starting("run", plan: plan, in: Circumstances(at: now, by: "Ada")).engagement
    }

    mutating func perform(_ command: Command) throws {
        _ = try engagement.perform(command, in: Circumstances(at: now, by: "Ada"))
        now = now.advanced(byMilliseconds: 60_000)
    }

    /// Hands in an artifact, signed by both parties.
    mutating func hand(_ artifact: ID, _ values: [ID: Double] = [:]) throws {
        let measurements = values.map { Measurement($0.key, $0.value, unit: $0.key == "scope-drift" ? "%" : nil) }
        let digest = Digest(of: Array("\(artifact) \(now)".utf8))
        try perform(.record(EvidenceDraft(artifact: artifact, digest: digest, measurements: measurements)))
        for role in ["client", "provider"] as [ID] { try perform(.sign(artifact: artifact, role: role)) }
    }

    func state(_ phase: ID) -> PhaseProgress.State? { engagement.progress(of: phase)?.state }
}
