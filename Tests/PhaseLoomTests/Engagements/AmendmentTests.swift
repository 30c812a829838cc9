import PhaseLoom
import Testing

/// Amendments of running engagements: what passed stays, what is new is caught up on, nothing is lost.
///
/// The suite covers what users of two engines ask for (sartography/spiff-arena issue 1640, camunda/camunda issue
/// 14960): a change of what lies ahead, an entry in the history, data and times of finished work and identifiers kept,
/// a way back.
@Suite struct AmendmentTests {
    typealias Rules = DeviationTests

    static func phase(_ id: ID, after: Anchor, before: Anchor) -> DeclarativeOverlay {
        Desk.overlay("with-\(id)") { Insert(id, "Phase \(id)").after(after).before(before).producing("\(id)-record") }
    }

    static let demanding = Desk.overlay("demanding") {
        Expect("audited", "The drawing is audited", atGateOf: .phase("plan")).needing("drawing")
            .measured("remarks", .atMost(0))
    }

    // MARK: Insertion

    @Test func `a phase after what is open is ahead`() throws {
        var desk = try Desk()
        try desk.pass("plan")
        try desk.amend(Self.phase("test", after: "build", before: "check"))
        #expect(desk.states == [.passed, .ready, .pending, .pending, .pending])
        try desk.pass("build")
        #expect(desk.state("test") == .ready && desk.state("check") == .pending)
        try desk.pass("test", "check", "finish")
        try desk.perform(.close)
    }

    @Test func `a phase before what has passed is caught up on before anything else opens`() throws {
        var desk = try Desk()
        try desk.pass("plan", "build")
        let survey = Self.phase("survey", after: "plan", before: "build")
        try desk.amend(survey)
        #expect(desk.state("survey") == .ready)
        #expect(desk.state("build") == .passed)
        #expect(desk.state("check") == .pending)
        let refusal = desk.refusal(of: .open(phase: "check"))
        #expect(refusal?.hint == "finish 'survey' first")
        try desk.pass("survey")
        #expect(desk.state("check") == .ready)
        try desk.pass("check", "finish")
    }

    @Test func `a phase before what is open lets it work on, but not pass`() throws {
        var desk = try Desk()
        try desk.pass("plan")
        try desk.work(on: "build")
        try desk.amend(Self.phase("survey", after: "plan", before: "build"))
        #expect(desk.state("build") == .open)
        #expect(desk.reasons(at: "build") == ["phase 'survey' is not finished"])
        try desk.perform(.gate(phase: "build"))
        #expect(desk.state("build") == .open)
        try desk.pass("survey")
        try desk.perform(.gate(phase: "build"))
        #expect(desk.state("build") == .passed)
    }

    @Test func `a parallel phase opens beside, and the join waits for it`() throws {
        var desk = try Desk()
        try desk.pass("plan", "build")
        try desk.amend(Self.phase("train", after: "plan", before: "finish"))
        #expect([desk.state("train"), desk.state("check")] == [.ready, .ready])
        try desk.pass("check")
        #expect(desk.state("finish") == .pending)
        try desk.pass("train", "finish")
    }

    @Test func `a join that is half reached keeps what reached it`() throws {
        let tracks = Desk.overlay("tracks") {
            Insert("left", "Left").after("plan").before("build").producing("left-record")
            Insert("right", "Right").after("plan").before("build").producing("right-record")
        }
        var desk = try Desk(tracks)
        try desk.pass("plan", "left")
        try desk.amend(tracks, Self.phase("third", after: "plan", before: "build"))
        #expect(desk.state("left") == .passed && desk.state("build") == .pending)
        try desk.pass("right")
        #expect(desk.state("build") == .pending)
        try desk.pass("third", "build")
    }

    @Test func `a phase put before one that is ready makes it wait`() throws {
        var desk = try Desk()
        try desk.pass("plan")
        #expect(desk.state("build") == .ready)
        try desk.amend(Self.phase("survey", after: "plan", before: "build"))
        #expect(desk.state("build") == .pending)
        #expect(desk.code(of: .open(phase: "build")) == .phase)
    }

    @Test func `what a late phase defers to a gate that opened already is asked at its own`() throws {
        let late = Desk.overlay("late") {
            Insert("survey", "Survey").after("plan").before("build").producing("survey-record")
            Expect("surveyed", "It was surveyed", atGateOf: .phase("survey")).needing("survey-record")
                .measured("points", .atLeast(10)).deferred(to: "build")
        }
        var desk = try Desk()
        try desk.pass("plan", "build")
        try desk.amend(late)
        try desk.perform(.open(phase: "survey"))
        try desk.hand("survey-record")
        try desk.perform(.gate(phase: "survey"))
        #expect(desk.state("survey") == .open)
        #expect(desk.reasons(at: "survey") == ["points has not been measured, needs at least 10"])
    }

    // MARK: Removal and return

    @Test func `a phase that goes leaves its evidence, and what waited for it goes on`() throws {
        let survey = Self.phase("survey", after: "plan", before: "build")
        var desk = try Desk(survey)
        try desk.pass("plan")
        try desk.work(on: "survey")
        let evidence = desk.engagement.evidence
        try desk.amend()
        #expect(desk.states == [.passed, .ready, .pending, .pending])
        #expect(desk.engagement.evidence == evidence)
        #expect(desk.engagement.retired["survey"]?.state == .open)
        #expect(desk.code(of: .open(phase: "survey")) == .unknown)
    }

    @Test func `there is a way back: what was finished is finished again`() throws {
        let survey = Self.phase("survey", after: "plan", before: "build")
        var desk = try Desk(survey)
        try desk.pass("plan", "survey", "build")
        let before = desk.engagement
        try desk.amend()
        try desk.amend(survey)
        #expect(desk.engagement.phases == before.phases)
        #expect(desk.engagement.retired.isEmpty)
    }

    @Test func `but not when phases were opened again in between`() throws {
        let survey = Self.phase("survey", after: "plan", before: "build")
        var desk = try Desk(survey)
        try desk.pass("plan", "survey")
        try desk.amend()
        try desk.perform(.raise(try ChangeOrder("CO-1", finding: "All of it is wrong")))
        try desk.perform(.approve(order: "CO-1", authority: "Board", reopening: "plan"))
        try desk.pass("plan")
        try desk.amend(survey)
        #expect(desk.state("survey") == .ready && desk.state("build") == .pending)
    }

    @Test func `evidence whose phase is gone goes stale with the phase that hands it on now`() throws {
        let survey = Self.phase("survey", after: "plan", before: "build")
        let moved = Desk.overlay("moved") { Produce("survey-record", in: .phase("plan")) }
        var desk = try Desk(survey)
        try desk.pass("plan", "survey")
        try desk.amend(moved)
        #expect(desk.state("plan") == .passed)
        #expect(desk.reasons(at: "plan").isEmpty)
        try desk.perform(.raise(try ChangeOrder("CO-1", finding: "All of it is wrong")))
        try desk.perform(.approve(order: "CO-1", authority: "Board", reopening: "plan"))
        #expect(desk.engagement.evidence.allSatisfy { $0.isStale })
    }

    // MARK: New obligations on passed phases

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
        let refusal = desk.refusal(of: try desk.amendment(Self.demanding))
        #expect(refusal?.code == .landing)
        #expect(refusal?.missing.map(\.subject) == [.obligation("audited")])
    }

    @Test func `owed work is asked at closeout and blocks it`() throws {
        var desk = try Desk()
        try desk.pass("plan", "build")
        try desk.amend(Self.demanding, landing: .owe)
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
        try desk.amend(Self.demanding, landing: .reopen)
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

    // MARK: What survives

    @Test func `finished work keeps its identifiers, times, evidence and decisions`() throws {
        var desk = try Desk()
        try desk.pass("plan", "build")
        let before = desk.engagement
        try desk.amend(Self.phase("test", after: "build", before: "check"), Self.demanding, landing: .owe)
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
        try desk.amend(Self.phase("test", after: "check", before: "finish"))
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
        try desk.amend(Self.demanding, landing: .owe)
        let owed = desk.engagement.owed
        try desk.amend(Self.demanding, Self.phase("test", after: "check", before: "finish"))
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
        try desk.amend(conditional, Self.phase("test", after: "check", before: "finish"))
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
        let survey = Self.phase("survey", after: "plan", before: "build")
        let impact = try desk.engagement.impact(
            of: Amendment(to: try Desk.plan([survey, Self.demanding]), reason: "x", authority: "x"),
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
