import PhaseLoom
import Testing

/// Conditional phases, activities and obligations, and what is deferred to them.
@Suite struct ConditionTests {
    static let shown = Trigger("escalated", "The case is escalated", needs: ["escalation"])
    static let decided = Trigger("urgent", "The case is urgent")
    static let measured = Trigger("large", "It is large", bound: Bound("size", .atLeast(100)))

    /// A phase under a trigger between build and check.
    static func second(_ trigger: Trigger) -> DeclarativeOverlay {
        Desk.overlay("second") {
            Artifact("escalation", "Escalation record").broughtToTheEngagement()
            Insert("second", "Second level").after("build").before("check").when(trigger).producing("solution")
        }
    }

    @Test func `a phase whose record is there runs`() throws {
        var desk = try Desk(Self.second(Self.shown))
        try desk.hand("escalation")
        try desk.pass("plan", "build")
        #expect(desk.engagement.triggers == ["escalated": true])
        #expect(desk.state("second") == .ready)
        try desk.pass("second", "check")
    }

    @Test func `a phase whose record is missing as it becomes ready is skipped, for the whole run`() throws {
        var desk = try Desk(Self.second(Self.shown))
        try desk.pass("plan", "build")
        #expect(desk.state("second") == .skipped)
        #expect(desk.state("check") == .ready)
        guard case .skipped("second", let reason)? = desk.events.last?.content else {
            Issue.record("no event says so")
            return
        }
        #expect(reason == "'escalated' does not hold")
        try desk.hand("escalation")
        #expect(desk.code(of: .open(phase: "second")) == .phase)
        #expect(desk.code(of: .decide(trigger: "escalated", holds: true, reason: "Late")) == .repeated)
        try desk.pass("check", "finish")
        try desk.perform(.close)
    }

    @Test func `a phase that comes first is not skipped before anything could be handed in`() throws {
        let first = Desk.overlay("first") {
            Artifact("escalation", "Escalation record").broughtToTheEngagement()
            Insert("second", "Second level").before("plan").when(Self.shown).producing("solution")
        }
        var desk = try Desk(first)
        #expect(desk.state("second") == .ready)
        #expect(desk.code(of: .open(phase: "second")) == .undecided)
        var other = desk
        try desk.hand("escalation")
        try desk.perform(.open(phase: "second"))
        #expect(desk.engagement.triggers == ["escalated": true])
        try other.perform(.decide(trigger: "escalated", holds: false, reason: "Nothing happened"))
        #expect(other.state("second") == .skipped)
        #expect(other.state("plan") == .ready)
    }

    @Test(arguments: [true, false]) func `a person decides what evidence cannot`(holds: Bool) throws {
        var desk = try Desk(Self.second(Self.decided))
        try desk.pass("plan", "build")
        #expect(desk.state("second") == .ready)
        #expect(desk.code(of: .open(phase: "second")) == .undecided)
        #expect(desk.code(of: .decide(trigger: "urgend", holds: true, reason: "x")) == .unknown)
        #expect(desk.code(of: .decide(trigger: "urgent", holds: true, reason: "")) == .invalid)
        try desk.perform(.decide(trigger: "urgent", holds: holds, reason: "The client says so"))
        #expect(desk.state("second") == (holds ? .ready : .skipped))
        #expect(desk.state("check") == (holds ? .pending : .ready))
    }

    static let sizes: [(Double?, Bool?)] = [(100, true), (99.9, false), (nil, nil)]

    @Test(arguments: sizes) func `a measurement decides`(size: Double?, holds: Bool?) throws {
        var desk = try Desk(Self.second(Self.measured))
        try desk.pass("plan")
        try desk.perform(.open(phase: "build"))
        try desk.hand("product", [Measurement("size", size)])
        try desk.perform(.gate(phase: "build"))
        #expect(desk.engagement.triggers["large"] == holds)
        #expect(desk.state("second") == (holds == false ? .skipped : .ready))
    }

    @Test func `what opening decides is recorded and holds for the whole run`() throws {
        var desk = try Desk(Self.second(Self.measured))
        try desk.pass("plan", "build")
        #expect(desk.code(of: .open(phase: "second")) == .undecided)
        try desk.hand("product", [Measurement("size", 120)])
        try desk.perform(.open(phase: "second"))
        #expect(desk.engagement.triggers == ["large": true])
        #expect(try desk.replayed() == desk.engagement)
    }

    @Test func `a trigger stays decided when its phase is opened again`() throws {
        let loop = Desk.overlay("loop") {
            LoopBack("redo", from: "check", to: "plan", while: ObligationReference("good"), atMost: 1)
        }
        var desk = try Desk(Self.second(Self.shown), loop)
        try desk.pass("plan", "build")
        try desk.perform(.open(phase: "check"))
        try LoopRuleTests.fail(&desk)
        try desk.hand("escalation")
        try desk.perform(.loop("redo", reason: "The score is low"))
        #expect(desk.state("second") == .pending)
        try desk.pass("plan", "build")
        #expect(desk.state("second") == .skipped)
    }

    @Test func `a chain of phases is skipped at once`() throws {
        let chain = Desk.overlay("chain") {
            Insert("a", "A").after("build").before("check").when(Self.decided)
            Insert("b", "B").after("a").before("check").when(Self.decided)
            Insert("c", "C").after("b").before("check").when(Self.decided)
        }
        var desk = try Desk(chain)
        try desk.pass("plan", "build")
        try desk.perform(.decide(trigger: "urgent", holds: false, reason: "It is not"))
        #expect(desk.states == [.passed, .passed, .skipped, .skipped, .skipped, .ready, .pending])
    }

    @Test func `an activity whose trigger does not hold is left out`() throws {
        let overlay = Desk.overlay("work") {
            Perform("isolate", "Isolate", during: .phase("plan")).when(Self.decided)
            Perform("draw", "Draw", during: .phase("plan")).after("isolate")
        }
        var desk = try Desk(overlay)
        try desk.perform(.open(phase: "plan"))
        #expect(desk.code(of: .perform(phase: "plan", activity: "draw")) == .unfinished)
        try desk.perform(.decide(trigger: "urgent", holds: false, reason: "It is not"))
        #expect(desk.code(of: .perform(phase: "plan", activity: "isolate")) == .phase)
        #expect(desk.code(of: .perform(phase: "plan", activity: "draw")) == nil)
    }

    // MARK: Deferral

    static func deferring(to phase: ID) -> DeclarativeOverlay {
        Desk.overlay("deferring") {
            Expect("measured", "It was measured", atGateOf: .phase("plan")).needing("drawing")
                .measured("length", .atLeast(1)).deferred(to: .phase(phase))
        }
    }

    @Test func `what is deferred comes due at the later gate, not at its own`() throws {
        var desk = try Desk(Self.deferring(to: "check"))
        try desk.perform(.open(phase: "plan"))
        try desk.hand("drawing")
        try desk.perform(.gate(phase: "plan"))
        try desk.pass("build")
        try desk.work(on: "check")
        #expect(desk.reasons(at: "check") == ["length has not been measured, needs at least 1"])
        try desk.perform(.gate(phase: "check"))
        #expect(desk.state("check") == .open)
        try desk.hand("drawing", [Measurement("length", 2)])
        try desk.perform(.gate(phase: "check"))
        #expect(desk.state("check") == .passed)
        #expect(desk.engagement.progress(of: "check")?.decisions.contains { $0.phase == "plan" } == true)
    }

    @Test func `it comes due at a skipped phase, too: the gate is asked of the phase that is ready`() throws {
        var desk = try Desk(Self.second(Self.decided), Self.deferring(to: "second"))
        try desk.perform(.open(phase: "plan"))
        try desk.hand("drawing")
        try desk.perform(.gate(phase: "plan"))
        try desk.pass("build")
        #expect(desk.code(of: .gate(phase: "second")) == .phase)
        try desk.perform(.decide(trigger: "urgent", holds: false, reason: "It is not"))
        #expect(desk.state("second") == .ready)
        #expect(desk.state("check") == .pending)
        #expect(desk.code(of: .open(phase: "second")) == .phase)
        try desk.perform(.gate(phase: "second"))
        #expect(desk.state("second") == .ready)
        #expect(desk.reasons(at: "second") == ["length has not been measured, needs at least 1"])
        try desk.hand("drawing", [Measurement("length", 2)])
        try desk.perform(.gate(phase: "second"))
        #expect(desk.state("second") == .skipped)
        #expect(desk.state("check") == .ready)
        #expect(try desk.replayed() == desk.engagement)
    }

    @Test func `a phase that does not run is never blocked by a spent loop`() throws {
        let loop = Desk.overlay("loop") {
            Expect("again", "Good enough", atGateOf: .phase("second")).needing("solution")
            LoopBack("second-try", from: "second", to: "second", while: "again", atMost: 1)
        }
        var desk = try Desk(Self.second(Self.decided), Self.deferring(to: "second"), loop)
        try desk.perform(.open(phase: "plan"))
        try desk.hand("drawing", [Measurement("length", 0)])
        try desk.perform(.gate(phase: "plan"))
        try desk.pass("build")
        try desk.perform(.decide(trigger: "urgent", holds: false, reason: "It is not"))
        try desk.perform(.gate(phase: "second"))
        #expect(desk.state("second") == .ready)
        #expect(desk.code(of: .loop("second-try", reason: "x")) == .phase)
    }

    @Test func `what a skipped phase deferred is not owed`() throws {
        let overlay = Desk.overlay("later") {
            Expect("solved", "It is solved for good", atGateOf: .phase("second")).needing("solution")
                .deferred(to: .phase("check"))
        }
        var desk = try Desk(Self.second(Self.decided), overlay)
        try desk.pass("plan", "build")
        try desk.perform(.decide(trigger: "urgent", holds: false, reason: "It is not"))
        try desk.pass("check")
    }

    @Test func `a waiver lets through what is deferred, and is owed again when it ends`() throws {
        var desk = try Desk(Self.deferring(to: "check"))
        try desk.perform(.open(phase: "plan"))
        try desk.hand("drawing")
        try desk.perform(.gate(phase: "plan"))
        try desk.pass("build")
        try desk.perform(WaiverTests.waiver("measured", at: "plan", until: Desk.day(5)))
        try desk.pass("check", "finish")
        desk.wait(days: 5)
        #expect(desk.code(of: .close) == .unfinished)
        try desk.hand("drawing", [Measurement("length", 2)])
        try desk.perform(.close)
    }

    // MARK: Conditions inside a compressed phase

    static let triage = Desk.overlay("triage") {
        Compress(from: "build", through: "second", into: "triage", "Triage")
    }

    @Test func `a gate that stays shut decides no trigger by what is missing`() throws {
        let plan = try Desk.plan([Self.second(Self.shown), Self.triage])
        var desk = try Desk(plan, incident: Desk.incident)
        try desk.pass("plan")
        try desk.perform(.open(phase: "triage"))
        try desk.perform(.gate(phase: "triage"))
        #expect(desk.engagement.triggers.isEmpty)
        try desk.hand("product")
        var without = desk
        try without.perform(.gate(phase: "triage"))
        #expect(without.state("triage") == .passed)
        #expect(without.engagement.triggers == ["escalated": false])
        try desk.hand("escalation")
        try desk.perform(.gate(phase: "triage"))
        #expect(desk.state("triage") == .open)
        #expect(desk.reasons(at: "triage") == ["'solution' has not been handed in"])
        try desk.hand("solution")
        try desk.perform(.gate(phase: "triage"))
        #expect(desk.engagement.triggers == ["escalated": true])
    }
}
