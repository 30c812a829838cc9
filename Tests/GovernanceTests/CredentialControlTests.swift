import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: rows 3-10 to 3-21, 3-56 and 3-57 of the framework.
@Suite struct CredentialControlTests {
    @Test(arguments: bases)
    func `keeps the contract`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: CredentialControl.self, on: base) == [])
    }

    @Test(arguments: [
        ("assignments-covered", "uncovered-assignments exactly 0"),
        ("credentials-in-force", "expired-credentials exactly 0"),
        ("credentials-known", "unknown-credentials at most 4"),
        ("provider-vetted", "unchecked-provider-items exactly 0"),
    ])
    func `scoping counts what is not covered`(criterion: ID, bound: String) throws {
        #expect(try composed(CredentialControl(options: ["unknown": "4"])).bound(criterion) == bound)
    }

    @Test func `unknown is not none: execution waits until it is known`() throws {
        let sequence = try composed(CredentialControl(options: ["unknown": "4"]))
        let proof =
            sequence.phase("execution")?.entry.first { $0.id == "credentials-checked" }?.proof?.description ?? ""
        for measure in ["uncovered-assignments", "expired-credentials", "unknown-credentials"] {
            #expect(proof.contains("\(measure) exactly 0 in credential-check"))
        }
    }

    @Test(arguments: ["-1", "1001", "few"])
    func `counts that cannot be are refused`(unknown: String) {
        #expect(throws: InvalidValue.self) { try CredentialControl(options: ["unknown": unknown]) }
    }

    @Test(
        arguments: [
            ([.staffing: .words(["augmentation"])], .voluntary), ([.deliverables: .words(["network"])], .voluntary),
            ([.deliverables: .words(["support"]), .staffing: .words(["outsourced"])], .unneeded), ([:], .unknown),
        ] as [([Fact: Facts.Value], Advice.Verdict)])
    func `it applies to people who are lent and to work with credentials`(
        facts: [Fact: Facts.Value], verdict: Advice.Verdict
    ) {
        #expect(advice(on: CredentialControl.self, facts).verdict == verdict)
    }
}
