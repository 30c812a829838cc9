import PhaseLoom
import Testing

/// What an amendment leaves as it is, and what a dry run says.
@Suite struct AmendmentSurvivalTests {
    @Test func `finished work keeps its identifiers, times, evidence and decisions`() throws {
        var desk = try Desk()
        try desk.pass("plan", "build")
        let before = desk.engagement
        try desk.amend(
            AmendmentTests.phase("test", after: "build", before: "check"), AmendmentTests.demanding, landing: .owe)
        for id in ["plan", "build"] as [ID] {
            #expect(desk.engagement.progress(of: id) == before.progress(of: id))
        }
        #expect(desk.engagement.evidence == before.evidence)
        #expect(desk.engagement.id == before.id && desk.engagement.started == before.started)
        guard case .amended(let change)? = desk.events.last?.content else {
            Issue.record("the history does not say so")
            return
        }
        #expect(change.authority == "Board" && change.plan.overlays.map(\.id) == ["demanding", "with-test"])
        #expect(try desk.replayed() == desk.engagement)
    }

    @Test func `counters of loops, waivers, orders and triggers survive`() throws {
        var desk = try LoopRuleTests.failed()
        try desk.perform(.loop("rework", reason: "The score is low"))
        try desk.perform(.raise(try ChangeOrder("CO-1", finding: "x")))
        try desk.perform(WaiverTests.waiver())
        let before = desk.engagement
        try desk.amend(AmendmentTests.phase("test", after: "check", before: "finish"))
        #expect(desk.engagement.rounds == before.rounds)
        #expect(desk.engagement.waivers == before.waivers && desk.engagement.orders == before.orders)
        try desk.amend(
            Desk.overlay("stricter") {
                LoopBack("rework", from: "check", to: "build", while: ObligationReference("good"), atMost: 1)
            })
        try desk.pass("build")
        try desk.perform(.open(phase: "check"))
        try desk.hand("report", [Measurement("score", 0.1)])
        #expect(desk.code(of: .loop("rework", reason: "Again")) == .spent)
    }

    @Test func `owed work survives another amendment`() throws {
        var desk = try Desk()
        try desk.pass("plan", "build")
        try desk.amend(AmendmentTests.demanding, landing: .owe)
        let owed = desk.engagement.owed
        try desk.amend(AmendmentTests.demanding, AmendmentTests.phase("test", after: "check", before: "finish"))
        #expect(desk.engagement.owed == owed)
    }

    @Test func `a skipped phase whose condition goes is caught up on`() throws {
        let conditional = ConditionTests.second(ConditionTests.decided)
        let always = Desk.overlay("second") {
            Insert("second", "Second level").after("build").before("check").producing("solution")
        }
        var desk = try Desk(conditional)
        try desk.pass("plan", "build")
        try desk.perform(.decide(trigger: "urgent", holds: false, reason: "It is not"))
        try desk.perform(.open(phase: "check"))
        try desk.amend(conditional, AmendmentTests.phase("test", after: "check", before: "finish"))
        #expect(desk.state("second") == .skipped)
        try desk.amend(always)
        #expect(desk.state("second") == .ready && desk.state("check") == .open)
        #expect(desk.reasons(at: "check").first == "phase 'second' is not finished")
    }

    @Test func `a conditional phase that comes in where it is ready at once is not skipped unseen`() throws {
        var desk = try Desk()
        try desk.pass("plan", "build")
        try desk.amend(ConditionTests.second(ConditionTests.shown))
        #expect(desk.state("second") == .ready)
        try desk.hand("escalation")
        try desk.pass("second")
    }

    @Test func `the same sequence is no amendment, and the dry run changes nothing`() throws {
        var desk = try Desk()
        try desk.pass("plan")
        #expect(desk.code(of: try desk.amendment()) == .repeated)
        let before = desk.engagement
        let survey = AmendmentTests.phase("survey", after: "plan", before: "build")
        let impact = try desk.engagement.impact(
            of: Amendment(to: try Desk.plan([survey, AmendmentTests.demanding]), reason: "x", authority: "x"),
            in: desk.circumstances)
        #expect(desk.engagement == before)
        #expect(impact.added == ["survey"] && impact.late.isEmpty && impact.retired.isEmpty)
        #expect(impact.landed.map(\.decision.subject) == [.obligation("audited")])
        try desk.pass("build")
        let late = try desk.engagement.impact(
            of: Amendment(to: try Desk.plan([survey]), reason: "x", authority: "x"), in: desk.circumstances)
        #expect(late.late == ["survey"])
    }
}
