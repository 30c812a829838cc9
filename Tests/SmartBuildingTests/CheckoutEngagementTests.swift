import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import SmartBuilding

/// The gate of validation opens with a checkout in which every point agrees, and with no other.
@Suite struct CheckoutEngagementTests {
    private static let time = PointCheckoutCollectorTests.time

    /// An engagement in validation, with everything handed in but the checkout.
    private func engagement() throws -> MemoryEngagement {
        let sequence = try BaseSequence.standard.composed(with: [try SmartBuilding(options: [:])])
        let plan = try EngagementPlan(sequence, digest: Digest(of: [1]), coded: [])
        var engagement = try Engagement.starting("campus", plan: plan, in: Self.circumstances("Ada")).engagement
        for artifact in sequence.artifacts.filter(\.isEntry) { try hand(artifact.id, to: &engagement) }
        for phase in sequence.phases {
            if engagement.progress(of: phase.id)?.state == .ready {
                _ = try engagement.perform(.open(phase: phase.id), in: Self.circumstances("Ada"))
            }
            for artifact in phase.produces where artifact != "point-checkout" { try hand(artifact, to: &engagement) }
            if phase.id == "validation" { break }
            _ = try engagement.perform(.gate(phase: phase.id), in: Self.circumstances("Ada"))
            #expect(engagement.progress(of: phase.id)?.state == .passed)
        }
        return MemoryEngagement(engagement)
    }

    private static func circumstances(_ actor: String) -> Circumstances { Circumstances(at: time, by: actor) }

    /// Hands in an artifact with the measurements that are asked of it, as they should be, signed by all.
    private func hand(_ artifact: ID, to engagement: inout Engagement) throws {
        let obligations = engagement.plan.sequence.phases.flatMap { $0.entry + $0.gate }
        let bounds = obligations.filter { $0.needs.contains(artifact) }.compactMap(\.bound)
        let measurements = bounds.filter { $0.measure != "checked-share" }.map { bound in
            Measurement(bound.measure, bound.interval.min ?? bound.interval.max ?? 0, unit: bound.unit)
        }
        let draft = EvidenceDraft(artifact: artifact, digest: Digest(of: [1]), measurements: measurements)
        _ = try engagement.perform(.record(draft), in: Self.circumstances("Ada"))
        for role in ["client", "provider", "reviewer", "recipient"] as [ID] {
            _ = try engagement.perform(.sign(artifact: artifact, role: role), in: Self.circumstances("Grace"))
        }
    }

    private func checkOut(
        _ building: PointCheckoutCollectorTests.Building, in engagement: MemoryEngagement
    ) async throws {
        let context = engagement.context(
            reading: MemoryCollectorFiles(PointCheckoutCollectorTests.files), at: { Self.time })
        let report = try await PointCheckoutCollector(options: PointCheckoutCollectorTests.options).collect(
            in: context, over: building.links().links)
        for evidence in report.evidence { try engagement.perform(.record(evidence.draft), at: Self.time) }
    }

    @Test func `a sheet of some points does not stand for all points of the design`() async throws {
        let engagement = try engagement()
        for (points, state) in [(5, PhaseProgress.State.open), (4, .passed)] {
            let draft = EvidenceDraft(
                artifact: "integration-matrix", digest: Digest(of: [3]),
                measurements: [
                    Measurement("points", Double(points)), Measurement("unmatched-points", 0),
                    Measurement("unit-mismatches", 0),
                ])
            try engagement.perform(.record(draft), at: Self.time)
            try await checkOut(PointCheckoutCollectorTests.Building(), in: engagement)
            let checkout = engagement.recorded.last { $0.draft.artifact == "point-checkout" }?.draft
            let share = checkout?.measurements.first { $0.name == "checked-share" }?.value
            #expect(share == min(1, 4 / Double(points)))
            let isShort = checkout?.findings.contains { $0.code == "missing-points" }
            #expect(isShort == (points == 5))
            try engagement.perform(.gate(phase: "validation"), at: Self.time)
            #expect(engagement.engagement.progress(of: "validation")?.state == state)
        }
    }

    @Test func `validation passes when every point agrees, and not before`() async throws {
        let engagement = try engagement()
        var building = PointCheckoutCollectorTests.Building()
        building.coil = false
        try await checkOut(building, in: engagement)
        try engagement.perform(.gate(phase: "validation"), at: Self.time)
        #expect(engagement.engagement.progress(of: "validation")?.state == .open)
        try await checkOut(PointCheckoutCollectorTests.Building(), in: engagement)
        var last = engagement.engagement
        let events = try last.perform(.gate(phase: "validation"), in: Self.circumstances("Ada"))
        #expect(last.progress(of: "validation")?.state == .passed, "\(events.map(\.content))")
        #expect(engagement.recorded.filter { $0.draft.artifact == "point-checkout" }.count == 6)
    }
}
