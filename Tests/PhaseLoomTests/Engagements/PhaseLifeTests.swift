import PhaseLoom
import Testing

/// Phases from pending to passed, and the engagement around them.
@Suite struct PhaseLifeTests {
    @Test func `phases run in their order, and the engagement closes when all have passed`() throws {
        var desk = try Desk()
        #expect(desk.states == [.ready, .pending, .pending, .pending])
        #expect(desk.code(of: .open(phase: "build")) == .phase)
        try desk.passAll()
        #expect(desk.states == [.passed, .passed, .passed, .passed])
        #expect(desk.engagement.state == .active)
        try desk.perform(.close)
        #expect(desk.engagement.state == .closed)
    }

    @Test func `replaying any part of the log gives the state at that time`() throws {
        var desk = try Desk()
        var states = [desk.engagement]
        let commands: [Command] = [
            .open(phase: "plan"),
            .record(EvidenceDraft(artifact: "drawing", digest: Digest(of: [1]))),
            .sign(artifact: "drawing", role: "client", remark: "Fine"), .gate(phase: "plan"), .hold(reason: "Strike"),
            .resume(reason: "It is over"), .assign(phase: "build", to: "Ben", due: Desk.day(9)), .open(phase: "build"),
            .gate(phase: "build"), .cancel(reason: "No money", authority: "Board"),
        ]
        for command in commands {
            try desk.perform(command)
            states.append(desk.engagement)
        }
        for state in states { #expect(try desk.replayed(state.length) == state) }
    }

    @Test func `a gate passes only with all artifacts of its phase, whatever its criteria say`() throws {
        var desk = try Desk()
        try desk.pass("plan")
        try desk.perform(.open(phase: "build"))
        try desk.perform(.gate(phase: "build"))
        #expect(desk.state("build") == .open)
        let decisions = try #require(desk.engagement.progress(of: "build")?.decisions)
        #expect(decisions.map(\.subject) == [.artifact("product")])
        #expect(decisions[0].judgement.reasons == ["'product' has not been handed in"])
        try desk.hand("product")
        try desk.perform(.gate(phase: "build"))
        #expect(desk.state("build") == .passed)
    }

    @Test func `an artifact is handed in once its phase is open, and after it passed as well`() throws {
        var desk = try Desk()
        let command = Command.record(EvidenceDraft(artifact: "drawing", digest: Digest(of: [1])))
        #expect(desk.code(of: command) == .phase)
        try desk.pass("plan")
        try desk.perform(command)
        #expect(desk.engagement.evidence.map(\.phase) == ["plan", "plan"])
        #expect(desk.code(of: .record(EvidenceDraft(artifact: "draw", digest: Digest(of: [1])))) == .unknown)
    }

    @Test func `of two phases that hand on one artifact each has to do it`() throws {
        var desk = try Desk(Desk.overlay("again") { Produce("drawing", in: .phase("build")) })
        try desk.pass("plan")
        try desk.perform(.open(phase: "build"))
        try desk.hand("product")
        #expect(desk.reasons(at: "build") == ["'drawing' has not been handed in by phase 'build'"])
        try desk.hand("drawing")
        #expect(desk.reasons(at: "build").isEmpty)
    }

    @Test func `entry requirements are decided as the phase opens, and the event says how`() throws {
        let overlay = Desk.overlay("entry") {
            Require("briefed", "There is a brief", toEnter: .phase("plan")).needing("brief")
            Require("blessed", "Someone blessed it", toEnter: .phase("plan")).needing("blessing")
            Artifact("blessing", "Blessing").broughtToTheEngagement()
        }
        var desk = try Desk(overlay)
        let refusal = desk.refusal(of: .open(phase: "plan"))
        #expect(refusal?.code == .entry)
        #expect(refusal?.missing.map(\.subject) == [.obligation("blessed"), .obligation("briefed")])
        try desk.hand("brief")
        try desk.perform(
            .waive(WaiverGrant(phase: "plan", obligation: "blessed", authority: "Bishop", reason: "Not needed")))
        try desk.perform(.open(phase: "plan"))
        guard case .opened("plan", 1, let entry)? = desk.events.last?.content else {
            Issue.record("it was not opened")
            return
        }
        #expect(entry.map(\.isSatisfied) == [true, true])
        #expect(entry.map(\.waivedBy) == ["Bishop", nil])
    }

    @Test func `activities keep their order and are done once`() throws {
        let overlay = Desk.overlay("work") {
            Perform("measure", "Measure", during: .phase("plan"))
            Perform("draw", "Draw", during: .phase("plan")).after("measure")
        }
        var desk = try Desk(overlay)
        #expect(desk.code(of: .perform(phase: "plan", activity: "measure")) == .phase)
        try desk.perform(.open(phase: "plan"))
        #expect(desk.code(of: .perform(phase: "plan", activity: "draw")) == .unfinished)
        #expect(desk.code(of: .perform(phase: "plan", activity: "dawdle")) == .unknown)
        try desk.perform(.perform(phase: "plan", activity: "measure"))
        #expect(desk.code(of: .perform(phase: "plan", activity: "measure")) == .repeated)
        try desk.perform(.perform(phase: "plan", activity: "draw"))
        #expect(desk.engagement.progress(of: "plan")?.performed == ["measure", "draw"])
    }

    // MARK: The engagement as a whole

    static let everything: [Command] = [
        .open(phase: "plan"), .record(EvidenceDraft(artifact: "brief", digest: .none)), .gate(phase: "plan"),
        .sign(artifact: "brief", role: "client"), .assign(phase: "plan", to: "Ben"), .close, .hold(reason: "x"),
        .loop("rework", reason: "x"), .reject(order: "x", authority: "x", reason: "x"),
    ]

    @Test func `on hold only resuming and cancelling is possible`() throws {
        var desk = try Desk()
        #expect(desk.code(of: .resume(reason: "x")) == .repeated)
        try desk.perform(.hold(reason: "Strike"))
        #expect(desk.engagement.state == .held)
        for command in Self.everything { #expect(desk.code(of: command) == .held) }
        try desk.perform(.resume(reason: "It is over"))
        #expect(desk.engagement.state == .active)
        try desk.perform(.hold(reason: "Strike"))
        try desk.perform(.cancel(reason: "Too long", authority: "Board"))
        #expect(desk.engagement.state == .cancelled)
    }

    @Test func `after its end nothing happens any more`() throws {
        var desk = try Desk()
        try desk.perform(.cancel(reason: "No money", authority: "Board"))
        for command in Self.everything + [.resume(reason: "x"), .cancel(reason: "x", authority: "x")] {
            #expect(desk.code(of: command) == .ended)
        }
    }

    @Test func `it closes only when every phase has finished and every order is decided`() throws {
        var desk = try Desk()
        #expect(desk.code(of: .close) == .unfinished)
        try desk.passAll()
        try desk.perform(.raise(try ChangeOrder("CO-1", finding: "A second door")))
        #expect(desk.code(of: .close) == .unfinished)
        try desk.perform(.reject(order: "CO-1", authority: "Board", reason: "No money"))
        try desk.perform(.close)
    }

    @Test func `time does not run backwards`() throws {
        var desk = try Desk()
        try desk.perform(.open(phase: "plan"))
        desk.now = Desk.start.advanced(byMilliseconds: -1)
        #expect(desk.code(of: .gate(phase: "plan")) == .invalid)
        desk.now = desk.engagement.updated
        #expect(desk.code(of: .gate(phase: "plan")) == nil)
    }

    @Test func `what does not exist is named with the nearest that does`() throws {
        var desk = try Desk()
        let refusal = desk.refusal(of: .open(phase: "plam"))
        #expect(refusal?.description == "there is no phase 'plam': did you mean 'plan'?")
    }

    // MARK: Broken logs

    @Test func `a log that contradicts itself is refused, not taken`() throws {
        var desk = try Desk()
        try desk.pass("plan")
        let events = desk.events
        func changed(_ index: Int, _ content: Event.Content, number: Int? = nil, at time: Timestamp? = nil) -> Event {
            Event(
                number: number ?? events[index].number, time: time ?? events[index].time, actor: "Eve",
                content: content)
        }
        let broken: [Event] = [
            changed(1, .opened(phase: "build", attempt: 1, entry: [])),
            changed(1, .passed(phase: "plan", decisions: [])),
            changed(1, .skipped(phase: "check", reason: "x")),
            changed(1, .opened(phase: "nowhere", attempt: 1, entry: [])),
            changed(1, events[1].content, number: 3), changed(1, events[1].content, at: Desk.day(-1)),
            changed(1, .signed(evidence: 9, role: "client", remark: "")), events[0],
            changed(1, .approved(order: "none", authority: "x", reopened: [])),
        ]
        for event in broken {
            var engagement = try Engagement(replaying: events[0], plan: desk.plans[0])
            let refusal = #expect(throws: Refusal.self) { try engagement.apply(event) }
            #expect(refusal?.code == .brokenLog)
        }
        let other = try Desk.plan([Desk.overlay("other") { Artifact("x", "X") }])
        #expect(throws: Refusal.self) { try Engagement(replaying: events[0], plan: other) }
        #expect(throws: Refusal.self) { try Engagement(replaying: events[1], plan: desk.plans[0]) }
    }

    @Test func `a sequence with errors cannot run`() throws {
        let impossible = Desk.overlay("impossible") {
            Require("early", "The review is there first", toEnter: .phase("plan")).needing("review")
        }
        let refusal = #expect(throws: Refusal.self) { try Desk.plan([impossible]) }
        #expect(refusal?.code == .unsound)
    }
}
