import PhaseLoom
import PhaseLoomFormats
import PhaseLoomOverlays
import PhaseLoomTesting
import Testing

/// Random gatherings of three to six shipped overlays, on every base: the laws hold and the result verifies.
@Suite struct GatheringTests {
    private static let bases = BaseSequence.shipped

    /// Some overlays that go together pair by pair on a base, and with a first one if it is given.
    static func gathering(
        _ base: BaseSequence, of size: Int, around first: DeclarativeOverlay? = nil,
        using random: inout SeededGenerator
    ) -> [DeclarativeOverlay] {
        var chosen = first.map { [$0] } ?? []
        for overlay in PairTests.overlays.shuffled(using: &random) where chosen.count < size && overlay != first {
            guard PairTests.problem(base, [overlay]) == nil else { continue }
            if chosen.allSatisfy({ PairTests.problem(base, [$0, overlay]) == nil }) { chosen.append(overlay) }
        }
        return chosen
    }

    @Test(arguments: bases, 3...6)
    func `what goes together in pairs goes together, in any order`(base: BaseSequence, size: Int) throws {
        var random = SeededGenerator(seed: UInt64(size))
        for _ in 0..<25 {
            let overlays = Self.gathering(base, of: size, using: &random)
            let names = overlays.map(\.identity.id.text).sorted().joined(separator: " ")
            let sequence = try base.composed(with: OverlaySet(overlays))
            #expect(sequence.findings.filter { $0.severity != .note } == [], "\(names) on \(base)")
            #expect(try base.composed(with: OverlaySet(overlays.shuffled(using: &random))) == sequence, "\(names)")
            let (some, others) = (OverlaySet(overlays.prefix(size / 2)), OverlaySet(overlays.dropFirst(size / 2)))
            #expect(try base.composed(with: some.union(others)) == sequence, "\(names)")
            #expect(try base.composed(with: OverlaySet(overlays + [overlays[0]])) == sequence, "\(names)")
            Self.expectMonotone(sequence, fewer: overlays.dropLast(), base, names)
            Self.expectExplained(sequence, names)
        }
    }

    /// No overlay takes an obligation away, wherever compressions have put it.
    private static func expectMonotone(
        _ sequence: ComposedSequence, fewer: some Sequence<DeclarativeOverlay>, _ base: BaseSequence, _ names: String
    ) {
        guard let less = try? base.composed(with: OverlaySet(fewer)) else { return }
        let now = Set(sequence.phases.flatMap { $0.entry + $0.gate }.map(\.id))
        let before = Set(less.phases.flatMap { $0.entry + $0.gate }.map(\.id))
        #expect(before.subtracting(now) == [], "\(names) on \(base)")
        let mandated = less.phases.flatMap { $0.entry + $0.gate }.filter { $0.status == .mandated }.map(\.id)
        let stillMandated = sequence.phases.flatMap { $0.entry + $0.gate }.filter { $0.status == .mandated }.map(\.id)
        #expect(Set(mandated).subtracting(stillMandated) == [], "\(names) on \(base)")
    }

    private static func expectExplained(_ sequence: ComposedSequence, _ names: String) {
        for phase in sequence.phases {
            let all =
                [phase.attribution] + phase.activities.map(\.attribution)
                + (phase.entry + phase.gate).map(\.attribution)
            #expect(all.allSatisfy { !$0.by.isEmpty && !$0.cites.isEmpty }, "\(names): \(phase.id)")
        }
        #expect(sequence.loops.allSatisfy { !$0.attribution.by.isEmpty && !$0.attribution.cites.isEmpty }, "\(names)")
    }

    @Test(arguments: bases)
    func `the plan of a gathering reads back equal`(base: BaseSequence) throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<10 {
            let sequence = try base.composed(with: OverlaySet(Self.gathering(base, of: 5, using: &random)))
            #expect(try PlanFile.read(PlanFile.write(sequence), from: "plan.json") == sequence)
        }
    }
}
