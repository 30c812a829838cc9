import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 38 of the framework's overlay catalogue, and rows 1-24, 3-22, 3-23, 3-33, 3-35 and 3-48.
@Suite struct ContractTests {
    @Test(arguments: bases)
    func `keeps the contract`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: Contract.self, on: base) == [])
    }

    @Test(arguments: [
        ("statement-references-agreement", "unreferenced-statements exactly 0"),
        ("responsibilities-allocated", "unallocated-deliverables exactly 0"),
        ("remedies-agreed", "thresholds-without-remedy exactly 0"),
        ("ownership-allocated", "unowned-results exactly 0"),
        ("service-levels-defined", "service-level-defects exactly 0"),
        ("portability-planned", "unportable-components exactly 0"), ("cost-capped", "uncapped-positions exactly 0"),
        ("hours-supported", "unsupported-hours exactly 0 h"), ("burn-within-budget", "cost-burn at most 100 %"),
    ])
    func `gates measure`(criterion: ID, bound: String) throws {
        #expect(try composed(Contract()).bound(criterion) == bound)
    }

    @Test func `the agreement is signed by both parties before the statement of work counts`() throws {
        let agreement = try #require(
            try composed(Contract()).phase("scoping")?.gate.first { $0.id == "agreement-in-force" })
        #expect(
            agreement.proof?.description
                == "master-services-agreement signed by client and master-services-agreement signed by provider")
    }

    @Test(
        arguments: [
            ("time-and-materials", ["cost-capped", "hours-supported"], ["change-path-agreed"]),
            ("fixed-fee", ["change-path-agreed"], ["cost-capped", "hours-supported"]),
        ] as [(String, [ID], [ID])])
    func `pricing decides what must be agreed`(pricing: String, present: [ID], absent: [ID]) throws {
        let sequence = try composed(Contract(options: ["pricing": pricing]))
        for id in present { #expect(sequence.obligations(id).count == 1) }
        for id in absent { #expect(sequence.obligations(id) == []) }
    }

    @Test(arguments: bases)
    func `change orders are priced by the contract where there are any`(base: BaseSequence) throws {
        let together = try composed(Contract(), ScopeGovernance(), on: base)
        #expect(together.phase("change-order")?.gate.map(\.id).contains("change-orders-priced") == true)
        #expect(try composed(Contract(), on: base).obligations("change-orders-priced") == [])
    }

    @Test func `the plan for leaving may be left out, and more be spent`() throws {
        let sequence = try composed(Contract(options: ["portability": "no", "burn": "110"]))
        #expect(sequence.obligations("portability-planned") == [])
        #expect(sequence.bound("burn-within-budget") == "cost-burn at most 110 %")
    }

    @Test(arguments: [
        (["pricing": "fixed"], "it takes one of 'time-and-materials', 'fixed-fee'"),
        (["burn": "49"], "it takes a whole number from 50 to 200"),
        (["portability": "maybe"], "it takes 'yes' or 'no'"),
    ])
    func `options that cannot be are refused`(options: [String: String], hint: String) {
        #expect(#expect(throws: InvalidValue.self) { try Contract(options: options) }?.hint == hint)
    }

    @Test(
        arguments: [
            ([:], .voluntary), ([.clauses: .words(["service-levels"])], .contractual),
            ([.relation: .words(["internal"])], .excluded), ([.relation: .words(["external"])], .voluntary),
        ] as [([Fact: Facts.Value], Advice.Verdict)])
    func `it always applies, but within an organisation`(facts: [Fact: Facts.Value], verdict: Advice.Verdict) {
        #expect(advice(on: Contract.self, facts).verdict == verdict)
    }
}
