import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 30 of the framework's overlay catalogue, P1 (P2+P3) P4 P5 P6 P7 P8, and rows 1-53 and 2-29:
/// governance layers may go, regulatory gates never.
@Suite struct SmallBusinessTests {
    @Test(arguments: bases)
    func `keeps the contract`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: SmallBusiness.self, on: base) == [])
    }

    @Test(arguments: [
        ("standard", ["intake", "needs-and-scope", "design", "execution", "validation", "transfer", "closeout"]),
        (
            "delivery",
            [
                "needs-and-scope", "design-and-provisioning", "testing", "operations-and-monitoring",
                "change-and-termination",
            ]
        ),
        (
            "professional",
            ["needs-and-scope", "contracting", "implementation", "testing-and-qa", "monitoring-and-handoff"]
        ),
        ("adoption", ["needs-and-scope", "implementation", "assessment", "improvement"]),
    ])
    func `needs and scope are one phase on every base`(name: String, phases: [String]) throws {
        let base = try #require(bases.first { $0.id.text == name })
        let sequence = try composed(SmallBusiness(), on: base)
        #expect(sequence.phases.map(\.id.text) == phases)
        #expect(sequence.phase(holding: .assessment)?.id == "needs-and-scope")
        #expect(sequence.phase(holding: .scoping)?.id == "needs-and-scope")
    }

    @Test(arguments: bases)
    func `only ceremony is waived, with reason and authority`(base: BaseSequence) throws {
        let sequence = try composed(SmallBusiness(), on: base)
        let waived = sequence.phases.flatMap { $0.entry + $0.gate }.filter { $0.status == .waived }
        #expect(waived.map(\.id) == ["retrospective-held", "service-levels-reviewed"])
        for waiver in waived.flatMap(\.waivers) {
            #expect(waiver.by == "small-business" && waiver.authority == "service-manager")
            #expect(waiver.reason.contains("standard tier"))
        }
    }

    @Test(arguments: bases)
    func `the four criteria for entry stay`(base: BaseSequence) throws {
        let sequence = try composed(SmallBusiness(), on: base)
        let four: [ID] = [
            "environment-ready", "authority-documented", "access-lawful", "assets-licensed",
            "acceptance-criteria-defined",
        ]
        for id in four { #expect(sequence.obligations(id).map(\.status) == [.plain]) }
    }

    @Test func `rituals of other overlays go too, if they are there`() throws {
        let rituals = neighbour("governance") {
            Artifact("calendar", "Calendar")
            Produce("calendar", in: .scoping)
            Expect("governance-rituals", "Reviews have their dates", atGateOf: .scoping).needing("calendar")
            Expect("governance-risks", "Risks have owners", atGateOf: .scoping).needing("calendar")
        }
        let sequence = try composed(SmallBusiness(), rituals)
        #expect(sequence.obligations("governance-rituals").map(\.status) == [.waived])
        #expect(sequence.obligations("governance-risks").map(\.status) == [.plain])
    }

    @Test func `what is mandated cannot be waived`() throws {
        let law = neighbour("law") {
            Expect("retrospective-held", "The retrospective has actions with owners", atGateOf: .closeout)
                .needing("retrospective").mandated()
        }
        let report = #expect(throws: ConflictReport.self) { try composed(SmallBusiness(), law) }
        #expect(report?.conflicts.map(\.target).contains { $0.contains("retrospective-held") } == true)
    }

    @Test func `it does not go together with the governance of an enterprise`() throws {
        let report = #expect(throws: ConflictReport.self) { try composed(SmallBusiness(), Enterprise()) }
        #expect(report?.conflicts.count == 1)
        #expect(report?.conflicts.first?.message == "overlays 'enterprise' and 'small-business' exclude each other")
    }

    @Test func `options choose the tier and the portal`() throws {
        let sequence = try composed(SmallBusiness(options: ["tier": "basic", "portal": "no"]))
        #expect(sequence.obligations("intake-self-served") == [])
        let activities = sequence.phase("needs-and-scope")?.activities.map(\.id) ?? []
        #expect(activities.contains("choose-basic-tier"))
        #expect(try composed(SmallBusiness()).bound("standard-tier-chosen") == "tier-deviations exactly 0")
        #expect(throws: InvalidValue.self) { try SmallBusiness(options: ["tier": "gold"]) }
    }

    @Test(
        arguments: [
            ([.client: .words(["small-business"])], .voluntary), ([.client: .words(["mid-size"])], .unneeded),
            ([.client: .words(["enterprise"])], .excluded), ([.boards: .flag(true)], .excluded), ([:], .unknown),
            ([.client: .words(["small-business"]), .boards: .flag(true)], .excluded),
        ] as [([Fact: Facts.Value], Advice.Verdict)])
    func `it applies to small clients without boards`(facts: [Fact: Facts.Value], verdict: Advice.Verdict) {
        #expect(advice(on: SmallBusiness.self, facts).verdict == verdict)
    }
}
