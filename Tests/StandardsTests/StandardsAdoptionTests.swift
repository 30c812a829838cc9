import PhaseLoom
import PhaseLoomTesting
import Standards
import Testing

/// Expected values: rows 34 and 2-16 to 2-22 of the framework: adoption, implementation, assessment, continuous
/// improvement and back, beside the phases of the engagement.
@Suite struct StandardsAdoptionTests {
    private static let cycle: [ID] = [
        "adopt-standard", "implement-standard", "assess-conformance", "improve-conformance",
    ]

    @Test(arguments: BaseSequence.shipped)
    func `it keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: StandardsAdoption.self, on: base) == [])
    }

    @Test(arguments: BaseSequence.shipped)
    func `four phases run beside those of every base, which stay as they are`(base: BaseSequence) throws {
        let sequence = try composed(StandardsAdoption.self, on: base)
        #expect(sequence.phases.filter { $0.track == "standards" }.map(\.id) == Self.cycle)
        let others = sequence.phases.map(\.id).filter { !Self.cycle.contains($0) }
        #expect(others == (try base.composed()).phases.map(\.id))
        #expect(sequence.phase(holding: .closeout)?.after.contains("improve-conformance") == true)
    }

    @Test(arguments: [("1", 1), ("3", 3), ("10", 10)])
    func `improvement leads back to adoption a bounded number of times`(rounds: String, limit: Int) throws {
        let loop = try composed(StandardsAdoption.self, ["rounds": rounds]).loops.first { $0.id == "standard-cycle" }
        #expect(loop?.from == "improve-conformance" && loop?.to == "adopt-standard" && loop?.limit == limit)
        #expect(loop?.criteria == ["standard-targets-reached"])
    }

    @Test(arguments: [("internal", "internal-auditor"), ("third-party", "external-auditor")] as [(String, ID)])
    func `nobody assesses their own implementation`(assessment: String, role: ID) throws {
        let assessed = try composed(StandardsAdoption.self, ["assessment": assessment]).obligation("standard-assessed")
        #expect(assessed?.proof == .signed("conformance-assessment", by: role, separately: true))
    }

    @Test func `processes, tools, documents and staff are aligned`() throws {
        let phase = try composed(StandardsAdoption.self).phase("implement-standard")
        #expect(
            phase?.activities.map(\.id) == [
                "standard-align-documents", "standard-align-processes", "standard-align-tools", "standard-train-staff",
            ])
        #expect(phase?.gate.first?.bound?.description == "unaligned-areas exactly 0")
    }

    @Test func `each cycle gives indicators and remedies`() throws {
        let gate = try composed(StandardsAdoption.self).phase("improve-conformance")?.gate ?? []
        #expect(
            gate.map(\.bound?.description) == [
                "tracked-indicators at least 1", "findings-without-remedy exactly 0",
                "missed-standard-targets exactly 0",
            ])
    }

    @Test(arguments: [
        (["assessment": "external"], "it takes one of 'internal', 'third-party'"),
        (["rounds": "0"], "it takes a whole number from 1 to 10"),
        (["rounds": "forever"], "it takes a whole number from 1 to 10"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try StandardsAdoption(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (["iso-27001"], .contractual), (["itil-4", "audit-rights"], .contractual), (["audit-rights"], .unneeded),
            ([], .unneeded),
        ] as [([ID], Advice.Verdict)])
    func `a clause that names a standard asks for it`(clauses: [ID], verdict: Advice.Verdict) {
        #expect(advice(on: StandardsAdoption.self, known([.clauses: clauses])).verdict == verdict)
    }

    @Test func `what is not known is asked`() {
        #expect(advice(on: StandardsAdoption.self, Facts()).questions.map(\.id) == ["clauses"])
    }
}
