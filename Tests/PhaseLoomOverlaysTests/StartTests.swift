import PhaseLoom
import PhaseLoomFormats
import PhaseLoomOverlays
import PhaseLoomTesting
import Testing

/// What composes can be run: every shipped overlay, and random gatherings of them, start an engagement.
@Suite struct StartTests {
    /// Overlays that collapse planning, which takes the record of an incident.
    private static let hurried: Set<ID> = ["incident"]

    private static func start(_ base: BaseSequence, _ overlays: [DeclarativeOverlay]) throws {
        let sequence = try base.composed(with: OverlaySet(overlays))
        let moment = try Timestamp(parsing: "2026-03-01T08:00:00Z")
        let isHurried = overlays.contains { hurried.contains($0.identity.id) }
        let incident = Incident(id: "INC-1", summary: "The exchange is down", detected: moment, record: Digest(of: [1]))
        let coded = try Catalogue.shipped.criteria(of: overlays).keys
        let begun = try Engagement.starting(
            "trial", plan: EngagementPlan(sequence, digest: Digest(of: [2]), coded: coded),
            incident: isHurried ? incident : nil, in: Circumstances(at: moment, by: "Ada"))
        #expect(begun.events.count == 1)
    }

    @Test(arguments: BaseSequence.shipped)
    func `each overlay that a base bears starts, without an incident unless it collapses planning`(base: BaseSequence)
        throws
    {
        for overlay in PairTests.overlays where PairTests.problem(base, [overlay]) == nil {
            #expect(throws: Never.self, "\(overlay.identity.id) on \(base)") { try Self.start(base, [overlay]) }
        }
    }

    @Test(arguments: BaseSequence.shipped)
    func `gatherings start`(base: BaseSequence) throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<40 {
            let overlays = GatheringTests.gathering(base, of: 5, using: &random)
            let names = overlays.map(\.identity.id.text).joined(separator: " ")
            #expect(throws: Never.self, "\(names) on \(base)") { try Self.start(base, overlays) }
        }
    }
}
