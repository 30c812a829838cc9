import PhaseLoom
import Testing

@testable import Regulations

/// Expected values: row 14 of the framework's overlay catalogue: the response runs beside any phase.
@Suite struct BreachResponseTests {
    private var engagement: Engagement
    private let circumstances = Circumstances(at: Timestamp(milliseconds: 1_795_253_400_000), by: "Ada")

    init() throws {
        let sequence = try Sample.composed(try BreachNotification())
        let plan = try EngagementPlan(sequence, digest: Digest(of: [2]))
        engagement = try Engagement.starting("audit", plan: plan, in: circumstances).engagement
        for artifact in sequence.artifacts.filter(\.isEntry) { try hand(artifact.id) }
    }

    @Test mutating func `a breach that is found while intake is open opens the response at once`() throws {
        try perform(.open(phase: "intake"))
        try perform(.decide(trigger: "data-breach", holds: true, reason: "A laptop is gone"))
        try perform(.open(phase: "breach-response"))
        #expect(state("intake") == .open && state("breach-response") == .open)
    }

    @Test mutating func `nothing has to be decided before phases go on`() throws {
        try perform(.open(phase: "intake"))
        for artifact in engagement.plan.sequence.phase("intake")?.produces ?? [] { try hand(artifact) }
        try perform(.gate(phase: "intake"))
        #expect(state("intake") == .passed)
        #expect(state("breach-response") == .ready)
    }

    @Test mutating func `the response does not end with a notice that was late`() throws {
        try perform(.decide(trigger: "data-breach", holds: true, reason: "A laptop is gone"))
        try perform(.open(phase: "breach-response"))
        for artifact in ["breach-notices", "breach-record"] as [ID] { try hand(artifact) }
        try hand("breach-clock-report", [Measurement("breach-missed-deadlines", 1)])
        try perform(.gate(phase: "breach-response"))
        #expect(state("breach-response") == .open)
        try hand("breach-clock-report", [Measurement("breach-missed-deadlines", 0)])
        try perform(.gate(phase: "breach-response"))
        #expect(state("breach-response") == .passed)
    }

    private mutating func perform(_ command: Command) throws {
        _ = try engagement.perform(command, in: circumstances)
    }

    private mutating func hand(_ artifact: ID, _ measurements: [Measurement] = []) throws {
        try perform(.record(EvidenceDraft(artifact: artifact, digest: Digest(of: [1]), measurements: measurements)))
    }

    private func state(_ phase: ID) -> PhaseProgress.State? { engagement.progress(of: phase)?.state }
}
