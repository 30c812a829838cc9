import PhaseLoom
import Testing

/// Going back: what reopens, what goes stale, and what happens when the limit is spent.
@Suite struct LoopRuleTests {
    /// An engagement whose check has failed.
    static func failed(_ overlays: DeclarativeOverlay..., score: Double = 0.5) throws -> Desk {
        var desk = try Desk(Desk.plan(overlays))
        try desk.passAll(until: "check")
        try desk.perform(.open(phase: "check"))
        try fail(&desk, score: score)
        return desk
    }

    static func fail(_ desk: inout Desk, score: Double = 0.5) throws {
        try desk.hand("report", [Measurement("score", score)])
        try desk.perform(.gate(phase: "check"))
    }

    /// An engagement whose check has failed once more than the loop allows.
    static func spent(_ overlays: DeclarativeOverlay...) throws -> Desk {
        var desk = try Desk(Desk.plan(overlays))
        try desk.passAll(until: "check")
        try desk.perform(.open(phase: "check"))
        try fail(&desk)
        for round in 1...2 {
            try desk.perform(.loop("rework", reason: "Round \(round)"))
            try desk.passAll(until: "check")
            try desk.perform(.open(phase: "check"))
            try fail(&desk)
        }
        return desk
    }

    @Test func `a loop is taken after a gate refused because of its criterion`() throws {
        var desk = try Desk()
        try desk.pass("plan", "build")
        #expect(desk.code(of: .loop("rework", reason: "x")) == .phase)
        try desk.perform(.open(phase: "check"))
        #expect(desk.code(of: .loop("rework", reason: "x")) == .loop)
        try Self.fail(&desk)
        #expect(desk.code(of: .loop("remark", reason: "x")) == .unknown)
        #expect(desk.code(of: .loop("rework", reason: " ")) == .invalid)
        try desk.perform(.loop("rework", reason: "The score is low"))
        #expect(desk.states == [.passed, .ready, .pending, .pending])
        #expect(desk.engagement.rounds == ["rework": 1])
    }

    @Test func `it reopens its target and what comes after, on every track, and nothing else`() throws {
        let tracks = Desk.overlay("tracks") {
            Insert("train", "Train").after("plan").before(.closeout).onTrack("people").producing("training")
            Insert("paint", "Paint").after("build").before(.closeout).onTrack("people").producing("paint-record")
        }
        var desk = try Desk(tracks)
        try desk.pass("plan", "build", "train", "paint")
        try desk.perform(.open(phase: "check"))
        try Self.fail(&desk)
        try desk.perform(.loop("rework", reason: "The score is low"))
        #expect(desk.state("train") == .passed)
        #expect(desk.state("build") == .ready)
        #expect([desk.state("check"), desk.state("paint"), desk.state("finish")] == [.pending, .pending, .pending])
        let stale = desk.engagement.evidence.filter(\.isStale).map(\.draft.artifact)
        #expect(stale == ["product", "paint-record", "report"])
    }

    @Test func `what is reopened is handed in anew, in a new attempt`() throws {
        var desk = try Self.failed()
        try desk.perform(.loop("rework", reason: "The score is low"))
        try desk.perform(.open(phase: "build"))
        #expect(desk.engagement.progress(of: "build")?.attempt == 2)
        #expect(desk.engagement.progress(of: "check")?.attempt == 1)
        #expect(
            desk.reasons(at: "build")
                == ["'product' has to be handed in anew, because its phase was opened again"])
        try desk.perform(.gate(phase: "build"))
        #expect(desk.state("build") == .open)
    }

    /// How long evidence says that it is valid, and whether it outlives the reopening on day 3.
    static let validities: [(Int64?, Bool)] = [(nil, false), (9, true), (3, false), (2, false)]

    @Test(arguments: validities) func `evidence carries over if it says that it is valid still`(
        days: Int64?, isKept: Bool
    ) throws {
        var desk = try Desk()
        try desk.pass("plan")
        try desk.perform(.open(phase: "build"))
        try desk.hand("product", until: days.map(Desk.day))
        try desk.perform(.gate(phase: "build"))
        try desk.perform(.open(phase: "check"))
        try Self.fail(&desk)
        desk.wait(days: 3)
        try desk.perform(.loop("rework", reason: "The score is low"))
        try desk.perform(.open(phase: "build"))
        #expect(desk.reasons(at: "build").isEmpty == isKept)
    }

    @Test func `what was brought to the engagement never goes stale`() throws {
        var desk = try Self.failed()
        try desk.perform(.raise(try ChangeOrder("CO-1", finding: "All of it is wrong")))
        try desk.perform(.approve(order: "CO-1", authority: "Board", reopening: "plan"))
        #expect(desk.states == [.ready, .pending, .pending, .pending])
        let kept = desk.engagement.evidence.filter { !$0.isStale }.map(\.draft.artifact)
        #expect(Set(kept) == ["brief", "acceptance-criteria"])
    }

    @Test func `owner and due date stay with a reopened phase, what was done in it does not`() throws {
        var desk = try Desk(Desk.overlay("work") { Perform("weld", "Weld", during: .phase("build")) })
        try desk.perform(.assign(phase: "build", to: "Ben", due: Desk.day(5)))
        try desk.pass("plan")
        try desk.perform(.open(phase: "build"))
        try desk.perform(.perform(phase: "build", activity: "weld"))
        try desk.hand("product")
        try desk.perform(.gate(phase: "build"))
        try desk.perform(.open(phase: "check"))
        try Self.fail(&desk)
        try desk.perform(.loop("rework", reason: "The score is low"))
        let progress = try #require(desk.engagement.progress(of: "build"))
        #expect(progress.owner == "Ben" && progress.due == Desk.day(5))
        #expect(progress.performed.isEmpty && progress.decisions.isEmpty && progress.finished == nil)
    }

    // MARK: The limit

    @Test func `a spent limit and a criterion that fails block the phase`() throws {
        var desk = try Self.spent()
        #expect(desk.state("check") == .blocked)
        #expect(desk.engagement.state == .blocked)
        #expect(desk.engagement.progress(of: "check")?.spent == ["rework"])
        #expect(desk.code(of: .gate(phase: "check")) == .spent)
        #expect(desk.code(of: .loop("rework", reason: "Again")) == .spent)
        #expect(desk.engagement.rounds == ["rework": 2])
    }

    @Test func `a spent limit does not block while the criterion is merely undefined`() throws {
        var desk = try Desk()
        try desk.passAll(until: "check")
        for round in 1...2 {
            try desk.perform(.open(phase: "check"))
            try Self.fail(&desk)
            try desk.perform(.loop("rework", reason: "Round \(round)"))
            try desk.passAll(until: "check")
        }
        try desk.perform(.open(phase: "check"))
        try desk.perform(.gate(phase: "check"))
        #expect(desk.state("check") == .open)
        try Self.fail(&desk)
        #expect(desk.state("check") == .blocked)
    }

    @Test func `a waiver of the criterion opens a blocked phase, one of another does not`() throws {
        let other = Desk.overlay("other") {
            Expect("neat", "It is neat", atGateOf: .phase("check")).needing("neatness-note")
            Artifact("neatness-note", "Note").broughtToTheEngagement()
        }
        var desk = try Desk(other)
        try desk.pass("plan", "build")
        try desk.perform(.open(phase: "check"))
        for round in 1...2 {
            try Self.fail(&desk)
            try desk.perform(.loop("rework", reason: "Round \(round)"))
            try desk.pass("build")
            try desk.perform(.open(phase: "check"))
        }
        try Self.fail(&desk)
        let waiver = { WaiverGrant(phase: "check", obligation: $0, authority: "Board", reason: "Good enough") }
        try desk.perform(.waive(waiver("neat")))
        #expect(desk.state("check") == .blocked)
        try desk.perform(.waive(waiver("good")))
        #expect(desk.state("check") == .open)
        try desk.perform(.gate(phase: "check"))
        #expect(desk.state("check") == .passed)
    }

    @Test func `an approved order that reopens ends the block, and counters stay`() throws {
        var desk = try Self.spent()
        try desk.perform(.raise(try ChangeOrder("CO-1", finding: "Another material")))
        #expect(desk.state("check") == .blocked)
        try desk.perform(.approve(order: "CO-1", authority: "Board", reopening: "build"))
        #expect(desk.states == [.passed, .ready, .pending, .pending])
        #expect(desk.engagement.rounds == ["rework": 2])
        try desk.passAll()
        try desk.perform(.close)
    }

    @Test func `an amendment ends the block, and the gate decides again`() throws {
        var desk = try Self.spent()
        try desk.amend(Desk.overlay("milder") { Waive("good", because: "Prototype", onAuthorityOf: "Board") })
        #expect(desk.state("check") == .open)
        try desk.perform(.gate(phase: "check"))
        #expect(desk.state("check") == .passed)
        var same = try Self.spent()
        try same.amend(Desk.overlay("unrelated") { Artifact("x", "X") })
        try same.perform(.gate(phase: "check"))
        #expect(same.state("check") == .blocked)
    }

    @Test func `a blocked engagement can be cancelled`() throws {
        var desk = try Self.spent()
        #expect(desk.code(of: .close) == .unfinished)
        try desk.perform(.cancel(reason: "It will not do", authority: "Board"))
        #expect(desk.engagement.state == .cancelled)
    }

    @Test func `with another loop that leads back the phase is not blocked`() throws {
        let redesign = Desk.overlay("redesign") {
            LoopBack("redesign", from: "check", to: "plan", while: ObligationReference("good"), atMost: 1)
        }
        var desk = try Self.spent(redesign)
        #expect(desk.state("check") == .open)
        try desk.perform(.loop("redesign", reason: "The drawing is wrong"))
        #expect(desk.states == [.ready, .pending, .pending, .pending])
        try desk.passAll(until: "check")
        try desk.perform(.open(phase: "check"))
        try Self.fail(&desk)
        #expect(desk.state("check") == .blocked)
    }

    @Test func `a phase may loop on itself, as a periodic service does`() throws {
        let service = Desk.overlay("service") {
            Expect("term-over", "The term of the contract is over", atGateOf: .phase("finish")).needing("review")
                .measured("months", .atLeast(3))
            LoopBack("month", from: "finish", to: "finish", while: ObligationReference("term-over"), atMost: 2)
        }
        var desk = try Desk(service)
        try desk.passAll(until: "finish")
        for month in 1...3 {
            try desk.perform(.open(phase: "finish"))
            #expect(desk.engagement.progress(of: "finish")?.attempt == month)
            try desk.hand("review", [Measurement("months", Double(month))])
            try desk.perform(.gate(phase: "finish"))
            if month < 3 { try desk.perform(.loop("month", reason: "Next month")) }
        }
        #expect(desk.state("finish") == .passed)
    }
}
