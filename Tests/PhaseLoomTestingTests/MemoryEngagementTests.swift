import PhaseLoom
import PhaseLoomTesting
import Testing

@Suite struct MemoryEngagementTests {
    private static let time = Timestamp(milliseconds: 1_795_000_000_000)

    /// An engagement that has just begun.
    static func begun() throws -> Engagement {
        let sequence = try BaseSequence.standard.composed(with: [])
        let plan = try EngagementPlan(sequence, digest: Digest(of: []), document: Digest(of: []))
        return try Engagement.starting("campus", plan: plan, in: Circumstances(at: time, by: "Ada")).0
    }

    private func record(_ artifact: ID, in engagement: MemoryEngagement, _ name: String = "a") async throws -> Int {
        let context = engagement.context(reading: MemoryCollectorFiles(), at: { Self.time })
        return try await context.record(artifact, name, [1], measurements: [Measurement("n", 1)])
    }

    @Test func `what a collector records is in the engagement`() async throws {
        let begun = try Self.begun()
        let engagement = MemoryEngagement(begun, by: "Grace")
        #expect(try await record("service-request", in: engagement) == 2)
        #expect(try await record("service-request", in: engagement) == 3)
        #expect(engagement.recorded.map(\.number) == [2, 3])
        #expect(engagement.recorded.allSatisfy { $0.recorder == "Grace" && $0.draft.measurements.count == 1 })
        #expect(engagement.engagement.length == 3 && begun.length == 1)
        let later = engagement.context(reading: MemoryCollectorFiles(), at: { Self.time })
        #expect(later.engagement?.evidence.count == 2)
    }

    @Test func `the rules of the engagement hold`() async throws {
        let engagement = MemoryEngagement(try Self.begun())
        await #expect(throws: Refusal.self) { try await record("runbook", in: engagement) }
        #expect(engagement.recorded.isEmpty)
        #expect(throws: Refusal.self) { try engagement.perform(.open(phase: "design"), at: Self.time) }
        try engagement.perform(.hold(reason: "it rains"), at: Self.time)
        await #expect(throws: Refusal.self) { try await record("service-request", in: engagement) }
    }
}
