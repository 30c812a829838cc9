import PhaseLoom
import Testing

@testable import Regulations

/// Expected values: row 8 of the framework's overlay catalogue (change management, access, segregation of duties),
/// sections 302 and 404 of the act (15 U.S.C. 7241, 7262) and seven years for audit papers (17 CFR 210.2-06).
@Suite struct SOXTests {
    @Test(arguments: [
        ("sox-systems-scoped", "assessment", nil), ("sox-changes-controlled", "design", nil),
        ("sox-access-least", "design", "sox-unapproved-rights exactly 0"),
        ("sox-duties-apart", "design", "sox-duty-conflicts exactly 0"),
        ("sox-changes-traced", "execution", "sox-untraced-changes exactly 0"),
        ("sox-weaknesses-disclosed", "validation", "sox-undisclosed-weaknesses exactly 0"),
        ("sox-officers-informed", "closeout", "sox-undisclosed-deficiencies exactly 0"),
    ])
    func `each control is mandated at its gate`(id: ID, phase: ID, bound: String?) throws {
        let sequence = try Sample.composed(try SOX())
        let obligation = try #require(sequence.phase(phase)?.gate.first { $0.id == id })
        #expect(obligation.status == .mandated)
        #expect(obligation.bound?.description == bound)
    }

    @Test(arguments: [("sox-changes-traced", "sox-change-log"), ("sox-weaknesses-disclosed", "sox-control-test")])
    func `someone else than the recorder signs`(id: ID, artifact: ID) throws {
        let proof = try Sample.composed(try SOX()).obligation(id)?.proof
        guard case .signed(let signed, by: _, separately: let separately) = proof else {
            Issue.record("\(String(describing: proof))")
            return
        }
        #expect(signed == artifact && separately)
    }

    @Test func `a rule for auditors is good practice for the company`() throws {
        let kept = try #require(
            try Sample.composed(try SOX()).phase("transfer")?.gate.first { $0.id == "sox-evidence-kept" })
        #expect(kept.bound?.description == "sox-retention-years at least 7 years" && kept.status == .plain)
    }

    @Test func `the auditor attests only where asked`() throws {
        #expect(try Sample.composed(try SOX()).obligation("sox-assessment-attested") == nil)
        let asked = try Sample.composed(try SOX(options: ["attestation": "yes"])).obligation("sox-assessment-attested")
        #expect(asked?.status == .mandated && asked?.attribution.cites == ["15 U.S.C. 7262(b)"])
        #expect(asked?.proof == .signed("sox-attestation", by: "auditor", separately: false))
    }

    @Test(arguments: [
        (["evidence-retention": "6"], "it takes a whole number from 7 to 50"),
        (["attestation": "maybe"], "it takes 'yes' or 'no'"),
        (["evidence-retentions": "7"], "did you mean 'evidence-retention'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try SOX(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(arguments: ["sox-duties-apart", "sox-access-least", "sox-changes-traced", "sox-weaknesses-disclosed"])
    func `nobody waives a control`(obligation: String) throws {
        #expect(try Sample.conflicts(waiving: obligation, of: try SOX()) == [.mandate])
    }

    @Test(arguments: [
        ("change-and-release", "sox-approver-not-deployer", "execution"),
        ("enterprise", "sox-committee-informed", "closeout"),
    ])
    func `company adds a control`(company: ID, obligation: ID, phase: ID) throws {
        let sequence = try Sample.composed(try SOX(), Sample.stranger(company))
        #expect(sequence.place(of: obligation) == phase)
        #expect(sequence.obligation(obligation)?.status == .mandated)
        #expect(try Sample.composed(try SOX()).obligation(obligation) == nil)
    }

    @Test(
        arguments: [
            (true, ["financial-reporting"], Advice.Verdict.mandatory), (false, ["financial-reporting"], .unneeded),
            (true, ["personal"], .unneeded), (nil, ["financial-reporting"], .unknown), (nil, ["personal"], .unneeded),
        ] as [(Bool?, [ID], Advice.Verdict)])
    func `it applies to the reporting systems of public companies`(
        isPublic: Bool?, data: [ID], verdict: Advice.Verdict
    ) {
        var facts = Sample.facts([Fact.dataClasses: .words(data)])
        facts[Fact.publicCompany] = isPublic.map { .flag($0) }
        let advice = Sample.advice(on: SOX.self, knowing: facts)
        #expect(advice.verdict == verdict)
        #expect(advice.questions.map(\.id) == (verdict == .unknown ? ["public-company"] : []))
    }
}
