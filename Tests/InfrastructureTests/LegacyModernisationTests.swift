import Infrastructure
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 41 of the framework's overlay catalogue, (P4 P5 P6) x 3..5, and its row 3-58: 3 to 5 phases
/// across 12 to 36 months, else a reason.
@Suite struct LegacyModernisationTests {
    @Test(arguments: bases)
    func `keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: LegacyModernisation.self, on: base) == [])
    }

    @Test(arguments: [("3", 2), ("4", 3), ("5", 4)])
    func `the first stage is the sequence, each other one a return`(stages: String, returns: Int) throws {
        let sequence = try composed(LegacyModernisation(options: ["stages": stages]))
        let loop = try #require(sequence.loops.first)
        #expect(loop.from == "validation" && loop.to == "design" && loop.limit == returns)
        #expect(loop.criteria == ["modernisation-stages-done"])
        #expect(sequence.phases.count == 8)
    }

    @Test(arguments: bases)
    func `stages return to wherever a base designs`(base: BaseSequence) throws {
        let sequence = try composed(LegacyModernisation(), on: base)
        let loop = try #require(sequence.loops.first { $0.id == "next-stage" })
        #expect(loop.from == sequence.phase(holding: .validation)?.id)
        #expect(loop.to == sequence.phase(holding: .design)?.id)
    }

    @Test func `a plan of another span needs a reason`() throws {
        let staged = try composed(LegacyModernisation()).gate("scoping", "modernisation-staged")
        #expect(staged?.needs == ["modernisation-plan"])
        let proof = staged?.proof?.description ?? ""
        #expect(proof.contains("planned-stages from 3 to 5 in modernisation-plan"))
        #expect(proof.contains("planned-months from 12 to 36 in modernisation-plan"))
        #expect(
            proof.contains("or modernisation-span-reason handed in") || proof.hasPrefix("modernisation-span-reason"))
    }

    @Test func `each stage keeps the behaviour and the months, the last one ends the old system`() throws {
        let sequence = try composed(LegacyModernisation(options: ["months": "36"]))
        let kept = sequence.gate("validation", "legacy-behaviour-kept")
        #expect(kept?.bound?.description == "unexplained-differences exactly 0")
        let inTime = sequence.gate("validation", "modernisation-in-time")
        #expect(inTime?.bound?.description == "elapsed-months at most 36 months")
        #expect(sequence.gate("closeout", "legacy-retired")?.needs == ["legacy-retirement-record"])
        let mapped = sequence.gate("assessment", "legacy-interfaces-mapped")
        #expect(mapped?.bound?.description == "unmapped-interfaces exactly 0")
    }

    @Test(arguments: [
        (["stages": "2"], "it takes a whole number from 3 to 5"),
        (["stages": "6"], "it takes a whole number from 3 to 5"),
        (["months": "11"], "it takes a whole number from 12 to 36"),
        (["months": "37"], "it takes a whole number from 12 to 36"),
        (["month": "24"], "did you mean 'months'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try LegacyModernisation(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (.words(["modernisation"]), .voluntary), (.words(["software"]), .unneeded),
            (nil, .unknown),
        ] as [(Facts.Value?, Advice.Verdict)])
    func `it applies where a legacy system is replaced`(deliverables: Facts.Value?, verdict: Advice.Verdict) {
        var known = Facts()
        known[Fact.deliverables] = deliverables
        let advice = Advice(on: "legacy-modernisation", weighing: LegacyModernisation.applicability, knowing: known)
        #expect(advice.verdict == verdict)
        #expect(advice.questions == (deliverables == nil ? [Fact.deliverables] : []))
    }
}
