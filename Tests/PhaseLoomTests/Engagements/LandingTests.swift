import PhaseLoom
import Testing

/// New obligations that an amendment puts on phases that have passed: reopen them or owe.
@Suite struct LandingTests {
    @Test func `a new obligation that evidence meets lands without a word`() throws {
        let present = Desk.overlay("present") {
            Expect("there", "It is there", atGateOf: .phase("plan")).needing("drawing")
        }
        var desk = try Desk()
        try desk.pass("plan")
        try desk.amend(present)
        #expect(desk.engagement.owed.isEmpty && desk.state("plan") == .passed)
    }

    @Test func `one that is not met needs a word: reopen or owe`() throws {
        var desk = try Desk()
        try desk.pass("plan", "build")
        let refusal = desk.refusal(of: try desk.amendment(AmendmentTests.demanding))
        #expect(refusal?.code == .landing)
        #expect(refusal?.missing.map(\.subject) == [.obligation("audited")])
    }

    @Test func `owed work is asked at closeout and blocks it`() throws {
        var desk = try Desk()
        try desk.pass("plan", "build")
        try desk.amend(AmendmentTests.demanding, landing: .owe)
        #expect(desk.states == [.passed, .passed, .ready, .pending])
        #expect(desk.engagement.owed == [Debt(phase: "plan", subject: .obligation("audited"))])
        try desk.pass("check")
        try desk.work(on: "finish")
        #expect(desk.reasons(at: "finish") == ["remarks has not been measured, needs at most 0"])
        try desk.perform(.gate(phase: "finish"))
        #expect(desk.state("finish") == .open)
        try desk.hand("drawing", [Measurement("remarks", 0)])
        try desk.perform(.gate(phase: "finish"))
        #expect(desk.engagement.owed.isEmpty)
        try desk.perform(.close)
    }

    @Test func `reopening opens the phase and all after it`() throws {
        var desk = try Desk()
        try desk.pass("plan", "build")
        try desk.amend(AmendmentTests.demanding, landing: .reopen)
        #expect(desk.states == [.ready, .pending, .pending, .pending])
        #expect(desk.engagement.owed.isEmpty)
        try desk.passAll()
        try desk.perform(.close)
    }

    @Test func `single ones may be decided one by one`() throws {
        let two = Desk.overlay("two") {
            Expect("audited", "It is audited", atGateOf: .phase("plan")).needing("drawing").measured("a", .atMost(0))
            Expect("built", "It is built", atGateOf: .phase("build")).needing("product").measured("b", .atMost(0))
        }
        var desk = try Desk()
        try desk.pass("plan", "build")
        let landings: [Debt: Amendment.Landing] = [
            Debt(phase: "plan", subject: .obligation("audited")): .owe,
            Debt(phase: "build", subject: .obligation("built")): .reopen,
        ]
        let plan = try Desk.plan([two])
        let amendment = Amendment(
            to: plan, reason: "Audit", authority: "Board", landings: landings, due: Desk.day(30))
        let impact = try desk.engagement.impact(of: amendment, in: desk.circumstances)
        #expect(impact.landed.map(\.landing) == [.owe, .reopen])
        try desk.perform(.amend(amendment))
        #expect(desk.states == [.passed, .ready, .pending, .pending])
        #expect(
            desk.engagement.owed == [Debt(phase: "plan", subject: .obligation("audited"), due: Desk.day(30))])
    }

    @Test func `a tighter bound lands, a looser one does not`() throws {
        var desk = try Desk()
        try desk.pass("plan", "build")
        try desk.perform(.open(phase: "check"))
        try desk.hand("report", [Measurement("score", 0.9)])
        try desk.perform(.gate(phase: "check"))
        let tighter = Desk.overlay("tighter") { Limit("good", to: .atLeast(0.95)) }
        #expect(desk.code(of: try desk.amendment(tighter)) == .landing)
        try desk.amend(tighter, landing: .owe)
        #expect(desk.engagement.owed.map(\.phase) == ["check"])
        try desk.amend(Desk.overlay("tight") { Limit("good", to: .atLeast(0.88)) })
        // What is owed is judged as it stands when it is asked.
        try desk.pass("finish")
        try desk.perform(.close)
    }

    @Test func `a new artifact of a passed phase is owed or reopens it`() throws {
        let more = Desk.overlay("more") { Produce("model", in: .phase("plan")) }
        var desk = try Desk()
        try desk.pass("plan", "build")
        #expect(desk.code(of: try desk.amendment(more)) == .landing)
        try desk.amend(more, landing: .owe)
        #expect(desk.engagement.owed == [Debt(phase: "plan", subject: .artifact("model"))])
        try desk.pass("check")
        try desk.work(on: "finish")
        #expect(desk.reasons(at: "finish") == ["'model' has not been handed in"])
        try desk.hand("model")
        try desk.perform(.gate(phase: "finish"))
        try desk.perform(.close)
    }

    @Test func `an artifact that two passed phases hand on is owed by the one that lacks it`() throws {
        let first = Desk.overlay("first") { Produce("model", in: .phase("build")) }
        let both = Desk.overlay("first") {
            Produce("model", in: .phase("build"))
            Produce("model", in: .phase("plan"))
        }
        var desk = try Desk(first)
        try desk.pass("plan", "build")
        try desk.amend(both, landing: .owe)
        #expect(desk.engagement.owed.map(\.phase) == ["plan"])
        try desk.hand("model")
        #expect(desk.engagement.evidence.last?.phase == "plan")
        try desk.pass("check", "finish")
    }

    @Test func `new requirements to enter an open phase land, too`() throws {
        let entry = Desk.overlay("entry") {
            Require("briefed", "There is a brief", toEnter: .phase("plan")).needing("brief")
        }
        var desk = try Desk()
        try desk.perform(.open(phase: "plan"))
        #expect(desk.code(of: try desk.amendment(entry)) == .landing)
        try desk.amend(entry, landing: .reopen)
        #expect(desk.state("plan") == .ready)
        #expect(desk.code(of: .open(phase: "plan")) == .entry)
        try desk.hand("brief")
        try desk.perform(.open(phase: "plan"))
        #expect(desk.engagement.progress(of: "plan")?.attempt == 2)
    }

    @Test func `what was deferred and is not any more lands on the phase that passed without it`() throws {
        let deferring = Desk.overlay("measure") {
            Expect("measured", "It was measured", atGateOf: .phase("plan")).needing("drawing")
                .measured("length", .atLeast(1)).deferred(to: "check")
        }
        let direct = Desk.overlay("measure") {
            Expect("measured", "It was measured", atGateOf: .phase("plan")).needing("drawing")
                .measured("length", .atLeast(1))
        }
        var desk = try Desk(deferring)
        try desk.perform(.open(phase: "plan"))
        try desk.hand("drawing")
        try desk.perform(.gate(phase: "plan"))
        #expect(desk.state("plan") == .passed)
        let refusal = desk.refusal(of: try desk.amendment(direct))
        #expect(refusal?.missing.map(\.subject) == [.obligation("measured")])
    }

    @Test func `what an overlay waived lands when the overlay goes`() throws {
        let waiving = Desk.overlay("waiving") { Waive("good", because: "Prototype", onAuthorityOf: "Board") }
        var desk = try Desk(waiving)
        try desk.pass("plan", "build")
        try desk.perform(.open(phase: "check"))
        try desk.hand("report")
        try desk.perform(.gate(phase: "check"))
        #expect(desk.code(of: try desk.amendment()) == .landing)
    }

    @Test func `code that decides an obligation from now on is a new demand`() throws {
        var desk = try Desk()
        try desk.pass("plan")
        let coded = try Desk.plan([], coded: ["drawn"])
        #expect(coded != desk.engagement.plan)
        let amendment = Amendment(to: coded, reason: "Automated", authority: "Board")
        #expect(desk.code(of: .amend(amendment)) == .landing)
    }
}
