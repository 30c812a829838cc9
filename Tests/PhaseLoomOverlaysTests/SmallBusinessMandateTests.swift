import PhaseLoom
import PhaseLoomOverlays
import PhaseLoomTesting
import Testing

/// Row 2-29 of the framework: a small business drops governance, never what is mandated, whatever else is composed.
@Suite struct SmallBusinessMandateTests {
    private static let overlays = Catalogue.shipped.overlays.compactMap { try? $0() }
        .filter { $0.identity.id != "enterprise" && $0.identity.id != "small-business" }

    @Test(arguments: BaseSequence.shipped)
    func `every mandate survives beside every gathering`(base: BaseSequence) throws {
        let small = try Catalogue.shipped.overlay(named: "small-business")()
        var random = SeededGenerator(seed: 30)
        for _ in 0..<60 {
            let some = Self.overlays.shuffled(using: &random).prefix(Int.random(in: 1...6, using: &random))
            // What does not go together by itself says nothing on a small business.
            guard let without = try? base.composed(with: OverlaySet(some)), Self.isSound(without) else { continue }
            let names = some.map(\.identity.id.text).sorted().joined(separator: " ")
            let with = try base.composed(with: OverlaySet(Array(some) + [small]))
            #expect(Self.mandates(without) == Self.mandates(with), "\(names) on \(base.id)")
            #expect(Self.isSound(with), "\(names) on \(base.id): \(with.findings)")
        }
    }

    @Test(arguments: Self.overlays.map(\.identity.id.text))
    func `only what is plain is waived`(name: String) throws {
        let small = try Catalogue.shipped.overlay(named: "small-business")()
        let other = try Catalogue.shipped.overlay(named: name)()
        let sequence = try BaseSequence.standard.composed(with: [small, other])
        let waived = sequence.phases.flatMap { $0.entry + $0.gate }.filter { $0.status == .waived }
        #expect(waived.allSatisfy { $0.waivers.map(\.by) == ["small-business"] })
        let four: Set<ID> = [
            "environment-ready", "authority-documented", "access-lawful", "assets-licensed",
            "acceptance-criteria-defined",
        ]
        #expect(four.isDisjoint(with: waived.map(\.id)))
    }

    private static func isSound(_ sequence: ComposedSequence) -> Bool {
        sequence.findings.allSatisfy { $0.severity == .note }
    }

    private static func mandates(_ sequence: ComposedSequence) -> Set<ID> {
        Set(sequence.phases.flatMap { $0.entry + $0.gate }.filter { $0.status == .mandated }.map(\.id))
    }
}
