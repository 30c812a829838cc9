import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 29 of the framework's overlay catalogue, P3b P4b P6b, and row 1-52.
@Suite struct EnterpriseTests {
    @Test(arguments: bases)
    func `keeps the contract`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: Enterprise.self, on: base) == [])
    }

    @Test func `a board decides after scoping, design and validation`() throws {
        #expect(
            try composed(Enterprise()).phases.map(\.id.text) == [
                "intake", "assessment", "scoping", "proposal-board", "design", "design-board", "execution",
                "validation",
                "go-live-board", "transfer", "closeout",
            ])
    }

    @Test(arguments: bases)
    func `on every base the boards stand before what they decide on`(base: BaseSequence) throws {
        let sequence = try composed(Enterprise(), on: base)
        let order = sequence.phases.map(\.id)
        let place = { (id: ID?) in try #require(order.firstIndex { $0 == id }) }
        #expect(try place("proposal-board") < place(sequence.phase(holding: .design)?.id))
        #expect(try place("go-live-board") < place(sequence.phase(holding: .transfer)?.id))
        #expect(sequence.obligations("design-approved").count == 1)
        #expect(sequence.obligations("design-quorum-met").count == 1)
    }

    @Test(arguments: [
        ("proposal-quorum-met", "board-quorum at least 66 %"), ("design-quorum-met", "board-quorum at least 66 %"),
        ("go-live-quorum-met", "board-quorum at least 66 %"), ("term-covered", "contract-term at least 48 months"),
        ("vendor-duties-assigned", "unassigned-vendor-duties exactly 0"),
    ])
    func `options set quorum and term`(criterion: ID, bound: String) throws {
        let sequence = try composed(Enterprise(options: ["quorum": "66", "term": "48"]))
        #expect(sequence.bound(criterion) == bound)
    }

    @Test func `the chair signs, and both parties sign the right to audit`() throws {
        let sequence = try composed(Enterprise())
        let chair = sequence.obligations("go-live-approved").first?.proof?.description
        #expect(chair == "board-minutes-go-live signed by board-chair")
        let audit = sequence.obligations("audit-right-agreed").first?.proof?.description ?? ""
        #expect(audit.contains("signed by client") && audit.contains("signed by provider"))
    }

    @Test(arguments: bases)
    func `a board decides on change orders where there are any`(base: BaseSequence) throws {
        let together = try composed(Enterprise(), ScopeGovernance(), on: base)
        let proof = together.obligations("change-orders-at-board").first?.proof?.description
        #expect(proof == "change-order-register signed by board-chair")
        #expect(try composed(Enterprise(), on: base).obligations("change-orders-at-board") == [])
    }

    /// A multi-year contract lasts more than 12 months.
    @Test(arguments: [
        (["term": "12"], "it takes a whole number from 13 to 120"),
        (["quorum": "0"], "it takes a whole number from 1 to 100"),
        (["quorum": "101"], "it takes a whole number from 1 to 100"), (["bord": "1"], nil),
    ])
    func `options that cannot be are refused`(options: [String: String], hint: String?) {
        let error = #expect(throws: InvalidValue.self) { try Enterprise(options: options) }
        if let hint { #expect(error?.hint == hint) }
    }

    @Test(
        arguments: [
            ([.boards: .flag(true)], .voluntary),
            ([.client: .words(["enterprise"]), .duration: .number(13)], .voluntary),
            ([.clauses: .words(["audit-rights"])], .contractual),
            ([.client: .words(["small-business"]), .boards: .flag(false)], .excluded),
            ([.client: .words(["small-business"]), .boards: .flag(true)], .voluntary),
            (
                [
                    .client: .words(["enterprise"]), .duration: .number(12), .boards: .flag(false),
                    .clauses: .words([]),
                ], .unneeded
            ), ([:], .unknown),
        ] as [([Fact: Facts.Value], Advice.Verdict)])
    func `it applies to boards, several vendors and terms of years`(
        facts: [Fact: Facts.Value], verdict: Advice.Verdict
    ) {
        #expect(advice(on: Enterprise.self, facts).verdict == verdict)
    }
}
