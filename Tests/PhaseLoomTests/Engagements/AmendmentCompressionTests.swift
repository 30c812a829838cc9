import PhaseLoom
import Testing

/// Amendments that make phases one, and one phase several.
@Suite struct AmendmentCompressionTests {
    static let triage = DeviationTests.triage(through: "build")

    static func compressed(_ desk: inout Desk, _ overlays: DeclarativeOverlay...) throws {
        let plan = try Desk.plan(overlays)
        try desk.perform(.amend(Amendment(to: plan, reason: "Outage", authority: "Board", incident: Desk.incident)))
    }

    /// What plan and build are as they become one, and what that one is.
    static let merges: [([ID], open: ID?, PhaseProgress.State)] = [
        ([], nil, .ready), ([], "plan", .open), (["plan"], nil, .open), (["plan"], "build", .open),
        (["plan", "build"], nil, .passed),
    ]

    @Test(arguments: merges) func `phases that become one are as far as the furthest began and the last finished`(
        passed: [ID], open: ID?, state: PhaseProgress.State
    ) throws {
        var desk = try Desk()
        for phase in passed { try desk.pass(phase) }
        if let open { try desk.perform(.open(phase: open)) }
        let (opened, finished) = (
            desk.engagement.progress(of: "plan")?.opened, desk.engagement.progress(of: "build")?.finished
        )
        try Self.compressed(&desk, Self.triage)
        let progress = try #require(desk.engagement.progress(of: "triage"))
        #expect(progress.state == state)
        #expect(progress.opened == opened && progress.finished == finished)
        #expect(progress.performed == passed)
        if state == .ready { try desk.perform(.open(phase: "triage")) }
        if state != .passed {
            for artifact in ["drawing", "product"] as [ID] { try desk.furnish(artifact) }
            try desk.perform(.gate(phase: "triage"))
        }
        try desk.pass("check", "finish")
        try desk.perform(.close)
    }

    @Test func `evidence of a phase counts for the one that took it in`() throws {
        var desk = try Desk()
        try desk.pass("plan")
        try Self.compressed(&desk, Self.triage)
        #expect(desk.reasons(at: "triage") == ["'product' has not been handed in"])
    }

    @Test func `a phase that becomes several opens only the first of them`() throws {
        var desk = try Desk(Desk.plan([Self.triage]), incident: Desk.incident)
        try desk.perform(.open(phase: "triage"))
        try desk.hand("drawing")
        try desk.amend()
        #expect(desk.states == [.open, .pending, .pending, .pending])
        try desk.perform(.gate(phase: "plan"))
        #expect(desk.states == [.passed, .ready, .pending, .pending])
        try desk.pass("build", "check", "finish")
        try desk.perform(.close)
    }

    @Test func `one that has passed leaves several that have passed`() throws {
        var desk = try Desk(Desk.plan([Self.triage]), incident: Desk.incident)
        try desk.pass("triage")
        let progress = desk.engagement.progress(of: "triage")
        try desk.amend()
        #expect(desk.states == [.passed, .passed, .ready, .pending])
        #expect(desk.engagement.progress(of: "build")?.finished == progress?.finished)
        try desk.pass("check", "finish")
    }

    @Test func `a wider compression continues a narrower one of another name`() throws {
        let middle = Desk.overlay("middle") {
            Insert("middle", "Middle").after("plan").before("build").producing("middle-record")
        }
        let narrow = Desk.overlay("narrow") { Compress(from: "plan", through: "middle", into: "narrow", "Narrow") }
        let wide = Desk.overlay("wide") { Compress(from: "plan", through: "build", into: "wide", "Wide") }
        var desk = try Desk(Desk.plan([middle, narrow]), incident: Desk.incident)
        try desk.pass("narrow")
        try Self.compressed(&desk, middle, wide)
        #expect(desk.engagement.phases.map(\.state) == [.open, .pending, .pending])
        #expect(desk.reasons(at: "wide") == ["'product' has not been handed in"])
        #expect(desk.engagement.retired.isEmpty)
        try Self.compressed(&desk, middle, narrow)
        #expect(desk.state("narrow") == .open)
        #expect(desk.state("build") == .pending)
    }

    @Test func `a waiver moves with its phase, and ends for what it becomes`() throws {
        var desk = try Desk()
        try desk.perform(WaiverTests.waiver("drawn", at: "plan", until: Desk.day(5)))
        try Self.compressed(&desk, Self.triage)
        #expect(desk.engagement.waivers.map(\.phase) == ["triage"])
        try desk.amend()
        #expect(desk.engagement.waivers.map(\.phase) == ["plan"])
    }

    @Test func `the waiver of one phase does not count for another with the same obligation`() throws {
        let safe = Desk.overlay("safe") {
            for phase in ["plan", "build"] as [ID] {
                Expect("safe", "It is safe", atGateOf: .phase(phase)).needing("brief").measured("risk", .atMost(1))
            }
        }
        var desk = try Desk(safe)
        try desk.perform(WaiverTests.waiver("safe", at: "plan"))
        try Self.compressed(&desk, safe, Self.triage)
        try desk.perform(.open(phase: "triage"))
        for artifact in ["drawing", "product"] as [ID] { try desk.hand(artifact) }
        try desk.perform(.gate(phase: "triage"))
        #expect(desk.state("triage") == .open)
    }

    @Test func `a waiver that ends is owed though its phase became several`() throws {
        var desk = try Desk(Desk.plan([Self.triage]), incident: Desk.incident)
        let late = Desk.overlay("late") {
            Expect("safe", "It is safe", atGateOf: .phase("plan")).needing("brief").measured("risk", .atMost(1))
        }
        desk = try Desk(Desk.plan([Self.triage, late]), incident: Desk.incident)
        try desk.perform(.open(phase: "triage"))
        for artifact in ["drawing", "product"] as [ID] { try desk.hand(artifact) }
        try desk.perform(WaiverTests.waiver("safe", at: "triage", until: Desk.day(5)))
        try desk.perform(.gate(phase: "triage"))
        try desk.amend(late)
        try desk.pass("check", "finish")
        desk.wait(days: 5)
        #expect(desk.code(of: .close) == .unfinished)
        try desk.hand("brief", [Measurement("risk", 1)])
        try desk.perform(.close)
    }

    @Test func `what a phase owes is owed by the one that takes it in, and by those that it becomes`() throws {
        var desk = try Desk()
        try desk.pass("plan", "build")
        try desk.amend(AmendmentTests.demanding, landing: .owe)
        try Self.compressed(&desk, AmendmentTests.demanding, Self.triage)
        #expect(desk.engagement.owed.map(\.phase) == ["triage"])
        try desk.amend(AmendmentTests.demanding)
        #expect(desk.engagement.owed.map(\.phase) == ["plan"])
        try desk.pass("check")
        try desk.work(on: "finish")
        #expect(desk.reasons(at: "finish") == ["remarks has not been measured, needs at most 0"])
    }
}
