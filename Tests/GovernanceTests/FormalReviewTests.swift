import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 37 of the framework's overlay catalogue, rows 3-05, 3-06 and 3-09; the days of BOD 19-02 for
/// critical (15) and high (30) findings; FAR 42.15 for federal contracts.
@Suite struct FormalReviewTests {
    @Test(arguments: bases)
    func `keeps the contract`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: FormalReview.self, on: base) == [])
    }

    @Test(arguments: bases)
    func `review and remediation stand between validation and transfer`(base: BaseSequence) throws {
        let sequence = try composed(FormalReview(), on: base)
        let validation = try #require(sequence.phase(holding: .validation)?.id)
        #expect(sequence.phase("formal-review")?.after == [validation])
        #expect(sequence.phase("remediation")?.after == ["formal-review"])
        #expect(sequence.phase(holding: .transfer)?.after == ["remediation"])
    }

    @Test func `any of four things calls for a review, and a finding of an audit for remediation`() throws {
        let sequence = try composed(FormalReview())
        let four: [ID] = ["compliance-failed", "regulator-demands", "scope-disputed", "security-breached"]
        #expect(sequence.phase("formal-review")?.condition.triggers.map(\.id).sorted() == four)
        #expect(
            sequence.phase("remediation")?.condition.triggers.map(\.id).sorted()
                == (four + ["findings-reported"]).sorted())
    }

    @Test(arguments: [
        ("critical-findings-in-time", "critical-finding-days at most 15 d"),
        ("high-findings-in-time", "high-finding-days at most 30 d"),
        ("moderate-findings-in-time", "moderate-finding-days at most 90 d"),
        ("low-findings-in-time", "low-finding-days at most 180 d"),
        ("findings-closed", "open-findings exactly 0"), ("findings-owned", "unowned-findings exactly 0"),
        ("findings-retested", "untested-closures exactly 0"),
    ])
    func `findings are owned, closed, retested, and in time`(criterion: ID, bound: String) throws {
        #expect(try composed(FormalReview()).bound(criterion) == bound)
    }

    @Test func `remediation is taken up again while findings are open, a bounded number of times`() throws {
        let loop = try composed(FormalReview(options: ["retests": "3"])).loops.first
        #expect(loop?.from == "remediation" && loop?.to == "remediation")
        #expect(loop?.criteria == ["findings-closed", "findings-retested"])
        #expect(loop?.limit == 3)
    }

    @Test func `who decides was not involved`() throws {
        let proof = try composed(FormalReview()).obligations("review-concluded").first?.proof?.description ?? ""
        #expect(proof.contains("formal-review-record signed by reviewer, someone other than its recorder"))
        #expect(proof.contains("signed by client") && proof.contains("signed by provider"))
    }

    @Test func `a federal contract keeps a note for the contractor's record`() throws {
        #expect(try composed(FormalReview()).obligations("deviation-on-record") == [])
        let note = try composed(FormalReview(options: ["federal": "yes"])).obligations("deviation-on-record").first
        #expect(note?.needs == ["cpars-note"])
        #expect(note?.attribution.cites == ["FAR 42.1502", "FAR 42.1503"])
    }

    @Test(arguments: [
        (["critical": "31"], "'high' allows 30 days, and a graver finding no more"),
        (["low": "89"], "'low' allows 89 days, and a graver finding no more"),
        (["high": "0"], "it takes a whole number from 1 to 365"),
        (["retests": "51"], "it takes a whole number from 1 to 50"),
    ])
    func `days that contradict each other are refused`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try FormalReview(options: options) }
        #expect(error?.hint == hint)
    }

    @Test func `equal days go together`() throws {
        let days = ["critical": "7", "high": "7", "moderate": "7", "low": "7"]
        #expect(
            try composed(FormalReview(options: days)).bound("low-findings-in-time") == "low-finding-days at most 7 d")
    }

    @Test(
        arguments: [
            ([.situation: .words(["compliance-failure"])], .voluntary),
            ([.situation: .words(["audit-finding"])], .voluntary),
            ([.situation: .words(["outage"])], .unneeded), ([:], .unknown),
            ([.client: .words(["federal-agency"]), .situation: .words(["scope-dispute"])], .contractual),
        ] as [([Fact: Facts.Value], Advice.Verdict)])
    func `it applies after failures, disputes, incidents, demands and findings`(
        facts: [Fact: Facts.Value], verdict: Advice.Verdict
    ) {
        let advice = advice(on: FormalReview.self, facts)
        #expect(advice.verdict == verdict)
        #expect(advice.options == (verdict == .contractual ? ["federal": "yes"] : [:]))
    }
}
