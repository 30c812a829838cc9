import PhaseLoom
import Testing

/// Amendments of running engagements: what passed stays, what is new is caught up on, nothing is lost.
///
/// The suite covers what users of two engines ask for (sartography/spiff-arena issue 1640, camunda/camunda issue
/// 14960): a change of what lies ahead, an entry in the history, data and times of finished work and identifiers kept,
/// a way back.
@Suite struct AmendmentTests {
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
}
