import CCTV
import PhaseLoom
import SmartHome
import Testing

/// The laws of composition, on the shipped overlays; the numbers are those of the design.
@Suite struct ShippedLawTests {
    @Test(arguments: 1...31)
    func `bundling some first changes nothing (law 2)`(subset: Int) throws {
        let inside = OverlaySet(try TogetherTests.overlays(of: subset))
        let outside = OverlaySet(try TogetherTests.overlays(of: 31 & ~subset))
        let all = OverlaySet(try TogetherTests.overlays(of: 31))
        #expect(inside.union(outside) == all && outside.union(inside) == all)
    }

    @Test func `an overlay given twice counts once (law 3)`() throws {
        let once = try BaseSequence.standard.composed(with: [try CCTV()])
        #expect(try BaseSequence.standard.composed(with: [try CCTV(), try CCTV()]) == once)
    }

    @Test func `an overlay given twice with other options conflicts with itself (law 3)`() throws {
        let overlays: OverlaySet = [try CCTV(), try CCTV(options: ["retention": "90"])]
        let report = #expect(throws: ConflictReport.self) { try BaseSequence.standard.composed(with: overlays) }
        #expect(report?.conflicts.contains { $0.code == .overlayOptions } == true)
    }

    @Test(arguments: 1...31)
    func `no overlay takes an obligation away (law 5)`(subset: Int) throws {
        let base = try BaseSequence.standard.composed()
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(try TogetherTests.overlays(of: subset)))
        for phase in base.phases {
            let now = try #require(sequence.phase(phase.id))
            #expect(Set(phase.entry.map(\.id)).isSubset(of: now.entry.map(\.id)))
            #expect(Set(phase.gate.map(\.id)).isSubset(of: now.gate.map(\.id)))
            #expect(Set(phase.consumes).isSubset(of: now.consumes))
            #expect(Set(phase.produces).isSubset(of: now.produces))
        }
    }

    @Test func `every element names the overlays behind it and what they cite (law 6)`() throws {
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(try TogetherTests.overlays(of: 31)))
        let known = Set(sequence.overlays.map(\.identity.id)).union([.base])
        let elements =
            sequence.phases.flatMap { phase in
                [phase.attribution] + phase.activities.map(\.attribution)
                    + (phase.entry + phase.gate).map(\.attribution)
            } + sequence.loops.map(\.attribution) + sequence.artifacts.map(\.attribution)
            + sequence.precedences.map(\.attribution)
        for element in elements {
            #expect(!element.by.isEmpty && known.isSuperset(of: element.by))
            #expect(!element.cites.isEmpty)
        }
    }

    @Test func `every obligation says what shows it`() throws {
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(try TogetherTests.overlays(of: 31)))
        let artifacts = Set(sequence.artifacts.map(\.id))
        for obligation in sequence.phases.flatMap({ $0.entry + $0.gate }) {
            #expect(!obligation.needs.isEmpty && artifacts.isSuperset(of: obligation.needs))
        }
    }

    @Test(arguments: ["final-inspection-passed", "load-calculated", "permit-issued", "operation-permitted"])
    func `nobody can waive what the law demands of a home`(obligation: String) throws {
        let waiver = DeclarativeOverlay(
            identity: OverlayIdentity(id: "hurry", title: "Hurry", summary: "Skips what takes time."),
            body: OverlayBody(changes: [
                Waive(
                    try ObligationReference(parsing: obligation), because: "no time", onAuthorityOf: "the project"
                ).change
            ]))
        let overlays: OverlaySet = [try SmartHome(), waiver]
        let report = #expect(throws: ConflictReport.self) { try BaseSequence.standard.composed(with: overlays) }
        #expect(report?.conflicts.map(\.code) == [.mandate])
    }
}
