import PhaseLoom
import Testing

/// Obligations are keyed by phase and identifier; their statement is the same everywhere.
@Suite struct ObligationTests {
    @Test func `one obligation may need other evidence at another phase`() throws {
        let overlay = ConflictTests.overlay("waves") {
            for wave in ["one", "two"] {
                Artifact(ID("report-\(wave)"), "Report \(wave)")
                Insert(ID("wave-\(wave)"), "Wave \(wave)").after(.design).before(.validation)
                    .producing(ID("report-\(wave)"))
                Expect("cut-over", "The wave is cut over", atGateOf: .phase(ID("wave-\(wave)")))
                    .needing(ID("report-\(wave)")).measured("failures", .exactly(0))
            }
        }
        let sequence = try BaseSequence.standard.composed(with: [overlay])
        #expect(sequence.phase("wave-one")?.gate.map(\.needs) == [["report-one"]])
        #expect(sequence.phase("wave-two")?.gate.map(\.needs) == [["report-two"]])
    }

    @Test func `at one phase all have to agree on the evidence`() {
        let one = ConflictTests.overlay("one") { Expect("x", "X", atGateOf: .design).needing("design-review") }
        let other = ConflictTests.overlay("other") { Expect("x", "X", atGateOf: .design) }
        #expect(ConflictTests.conflicts([one, other]).map(\.target) == ["obligation:design/x.needs"])
    }

    @Test func `its statement is the same everywhere`() {
        let one = ConflictTests.overlay("one") { Expect("x", "X", atGateOf: .design) }
        let other = ConflictTests.overlay("other") { Expect("x", "Y", atGateOf: .validation) }
        #expect(ConflictTests.conflicts([one, other]).map(\.target) == ["obligation:x.statement"])
    }

    @Test func `a limit without a place reaches every place`() throws {
        let many = ConflictTests.overlay("many") {
            Expect("x", "X", atGateOf: .every).measured("m", .atLeast(1))
        }
        let all = ConflictTests.overlay("all") { Limit("x", to: .atLeast(2)) }
        let some = ConflictTests.overlay("some") { Limit("design/x", to: .atLeast(3)) }
        let sequence = try BaseSequence.standard.composed(with: [many, all, some])
        let minima = sequence.phases.map { phase in phase.gate.first { $0.id == "x" }?.bound?.interval.min }
        #expect(minima == [2, 2, 2, 3, 2, 2, 2, 2])
    }
}

extension ObligationTests {
    @Test func `names the overlays whose limits are in force, not the weaker ones`() throws {
        let strict = ConflictTests.overlay("strict", cites: ["Strict law"]) {
            Limit("recordings-retained", to: .atLeast(90))
        }
        let mild = ConflictTests.overlay("mild") { Limit("recordings-retained", to: .atLeast(10)) }
        let sequence = try BaseSequence.standard.composed(with: [ConflictTests.recording, strict, mild])
        let criterion = sequence.phase("validation")?.gate.first { $0.id == "recordings-retained" }
        #expect(criterion?.attribution.by == ["recording", "strict"])
        #expect(criterion?.attribution.cites == ["Strict law"])
    }
}
