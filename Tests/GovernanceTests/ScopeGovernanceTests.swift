import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 1 of the framework's overlay catalogue, P1 P2 P3 P4 [P5 ⇄ P3c] P6 P7 P8, and rows 0-07 to 0-09.
@Suite struct ScopeGovernanceTests {
    @Test(arguments: bases)
    func `keeps the contract`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: ScopeGovernance.self, on: base) == [])
    }

    @Test(arguments: bases)
    func `the change order stands between execution and validation`(base: BaseSequence) throws {
        let sequence = try composed(ScopeGovernance(), on: base)
        let execution = try #require(sequence.phase(holding: .execution))
        #expect(sequence.phase("change-order")?.after == [execution.id])
        #expect(sequence.phase(holding: .validation)?.after == ["change-order"])
    }

    @Test func `it runs only when something outside the scope was found`() throws {
        let triggers = try composed(ScopeGovernance()).phase("change-order")?.condition.triggers
        #expect(triggers?.map(\.id) == ["scope-changed"])
        #expect(triggers?.first?.bound?.description == "findings-outside-scope at least 1")
        #expect(triggers?.first?.needs == ["scope-findings"])
    }

    @Test(arguments: [
        ("no-unscoped-work", "unscoped-items exactly 0"),
        ("scope-findings-classified", "unclassified-findings exactly 0"),
        ("change-order-complete", "incomplete-change-orders exactly 0"),
        ("change-order-balanced", "change-order-imbalance exactly 0"),
        ("orders-executed", "unexecuted-orders exactly 0"),
        ("scope-settled", "scope-drift at most 10 %"),
    ])
    func `gates measure`(criterion: ID, bound: String) throws {
        #expect(try composed(ScopeGovernance()).bound(criterion) == bound)
    }

    @Test(arguments: ["change-order-approved", "change-control-agreed"] as [ID])
    func `both parties sign`(criterion: ID) throws {
        let proof = try composed(ScopeGovernance()).obligations(criterion).first?.proof?.description ?? ""
        #expect(proof.contains("signed by client") && proof.contains("signed by provider"))
    }

    @Test func `orders lead back to execution, drift to scoping, both a bounded number of times`() throws {
        let options = ["drift": "25", "rounds": "7", "rescopings": "1"]
        let sequence = try composed(ScopeGovernance(options: options))
        #expect(sequence.loops.map(\.id) == ["change-order-work", "rescope"])
        #expect(sequence.loops.map(\.from) == ["change-order", "change-order"])
        #expect(sequence.loops.map(\.to) == ["execution", "scoping"])
        #expect(sequence.loops.map(\.limit) == [7, 1])
        #expect(sequence.bound("scope-settled") == "scope-drift at most 25 %")
    }

    @Test func `a continuous service orders what its periods add`() throws {
        let services = neighbour("managed-services") {
            Artifact("drift-report", "Drift report")
            Insert("operations", "Operations").after(.transfer).before(.closeout).holding(.operations)
                .producing("drift-report")
        }
        let sequence = try composed(ScopeGovernance(), services)
        #expect(sequence.phase("operations")?.gate.map(\.id).contains("drift-ordered") == true)
        #expect(try composed(ScopeGovernance()).obligations("drift-ordered") == [])
    }

    @Test(arguments: [
        (["drift": "0"], "it takes a whole number from 1 to 100"),
        (["drift": "ten"], "it takes a whole number from 1 to 100"),
        (["rounds": "0"], "it takes a whole number from 1 to 50"), (["drfit": "5"], "did you mean 'drift'?"),
        (["rescopings": "11"], "it takes a whole number from 1 to 10"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try ScopeGovernance(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            ([.situation: .words(["out-of-scope"])], .voluntary), ([.situation: .words(["outage"])], .unknown),
            ([.clauses: .words(["change-control"])], .contractual), ([.delivery: .words(["continuous"])], .voluntary),
            ([.situation: .words([]), .delivery: .words(["project"]), .clauses: .words([])], .unneeded),
            ([:], .unknown),
        ] as [([Fact: Facts.Value], Advice.Verdict)])
    func `it applies when scope is found, disputed or controlled by contract`(
        facts: [Fact: Facts.Value], verdict: Advice.Verdict
    ) {
        #expect(advice(on: ScopeGovernance.self, facts).verdict == verdict)
    }

    @Test func `what is not known is asked for`() {
        #expect(advice(on: ScopeGovernance.self, [:]).questions.map(\.id) == ["clauses", "delivery", "situation"])
        let known: [Fact: Facts.Value] = [.situation: .words(["out-of-scope"])]
        #expect(advice(on: ScopeGovernance.self, known).questions.map(\.id) == ["clauses"])
    }
}
