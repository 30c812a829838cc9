import PhaseLoom
import Testing

/// Waivers, what they cannot do, and what is owed when they end.
@Suite struct WaiverTests {
    static func waiver(_ obligation: ID = "good", at phase: ID = "check", until: Timestamp? = nil) -> Command {
        .waive(
            WaiverGrant(
                phase: phase, obligation: obligation, authority: "Board", reason: "Covered elsewhere", expires: until))
    }

    /// An engagement in which the report scored too little.
    static func desk(_ overlays: DeclarativeOverlay...) throws -> Desk {
        var desk = try Desk(Desk.plan(overlays))
        try desk.passAll(until: "check")
        try desk.perform(.open(phase: "check"))
        try desk.hand("report", [Measurement("score", 0.5)])
        return desk
    }

    @Test func `a waiver lets the gate open, and the decision says who waived and what the evidence said`() throws {
        var desk = try Self.desk()
        try desk.perform(Self.waiver())
        try desk.perform(.gate(phase: "check"))
        let decision = try #require(desk.engagement.progress(of: "check")?.decisions.last)
        #expect(decision.waivedBy == "Board" && decision.isSatisfied)
        #expect(decision.judgement.verdict == .unmet)
    }

    @Test func `what evidence meets needs no waiver`() throws {
        var desk = try Self.desk()
        try desk.perform(Self.waiver())
        try desk.hand("report", [Measurement("score", 0.9)])
        try desk.perform(.gate(phase: "check"))
        #expect(desk.engagement.progress(of: "check")?.decisions.last?.waivedBy == nil)
    }

    @Test func `a waiver counts only while it holds`() throws {
        var desk = try Self.desk()
        try desk.perform(Self.waiver(until: Desk.day(5)))
        desk.now = Desk.day(5).advanced(byMilliseconds: -1)
        #expect(desk.reasons(at: "check").isEmpty)
        desk.now = Desk.day(5)
        #expect(desk.reasons(at: "check") == ["score was 0.5, needs at least 0.85, short by 0.35"])
        #expect(desk.code(of: Self.waiver(until: Desk.day(5))) == .invalid)
        try desk.perform(Self.waiver())
        #expect(desk.reasons(at: "check").isEmpty)
    }

    @Test func `what was waived is owed at closeout when the waiver has ended`() throws {
        var desk = try Self.desk()
        try desk.perform(Self.waiver(until: Desk.day(5)))
        try desk.perform(.gate(phase: "check"))
        try desk.work(on: "finish")
        desk.wait(days: 5)
        #expect(desk.reasons(at: "finish") == ["score was 0.5, needs at least 0.85, short by 0.35"])
        try desk.perform(.gate(phase: "finish"))
        #expect(desk.state("finish") == .open)
        try desk.hand("report", [Measurement("score", 0.95)])
        try desk.perform(.gate(phase: "finish"))
        try desk.perform(.close)
    }

    @Test func `and at closing when it ends after closeout`() throws {
        var desk = try Self.desk()
        try desk.perform(Self.waiver(until: Desk.day(5)))
        try desk.perform(.gate(phase: "check"))
        try desk.pass("finish")
        desk.wait(days: 5)
        let refusal = desk.refusal(of: .close)
        #expect(refusal?.code == .unfinished)
        #expect(refusal?.missing.map(\.subject) == [.obligation("good")])
        try desk.perform(Self.waiver())
        try desk.perform(.close)
    }

    @Test func `a mandated obligation is never waived`() throws {
        let law = Desk.overlay("law") { Expect("lawful", "It is lawful", atGateOf: .phase("plan")).mandated() }
        var desk = try Desk(law)
        let refusal = desk.refusal(of: Self.waiver("lawful", at: "plan"))
        #expect(refusal?.code == .mandated)
        #expect(refusal?.hint == "meet it; A rule demands it")
    }

    @Test func `a waiver from before an obligation was mandated counts no more`() throws {
        var desk = try Desk()
        try desk.perform(Self.waiver("drawn", at: "plan"))
        let law = Desk.overlay("law") {
            Expect("drawn", "The drawing is complete", atGateOf: .phase("plan")).needing("drawing").mandated()
        }
        try desk.amend(law)
        try desk.perform(.open(phase: "plan"))
        let decisions = desk.engagement.gateDecisions(of: "plan", in: desk.circumstances)
        #expect(decisions.map(\.waivedBy) == [nil, nil])
    }

    @Test func `waivers name what exists, by whom and why`() throws {
        var desk = try Self.desk(
            Desk.overlay("waiving") { Waive("drawn", because: "Prototype", onAuthorityOf: "Board") })
        #expect(desk.code(of: Self.waiver("goof")) == .unknown)
        #expect(desk.code(of: Self.waiver("good", at: "build")) == .unknown)
        #expect(desk.code(of: Self.waiver("good", at: "nowhere")) == .unknown)
        #expect(desk.code(of: Self.waiver("drawn", at: "plan")) == .repeated)
        for (authority, reason) in [("", "x"), ("x", ""), (" ", "x"), ("x", "\u{7}"), ("x ", "x")] {
            let grant = WaiverGrant(phase: "check", obligation: "good", authority: authority, reason: reason)
            #expect(desk.code(of: .waive(grant)) == .invalid)
        }
    }

    @Test func `what an overlay waives is not asked`() throws {
        var desk = try Desk(Desk.overlay("waiving") { Waive("good", because: "Prototype", onAuthorityOf: "Board") })
        try desk.passAll(until: "check")
        try desk.perform(.open(phase: "check"))
        try desk.hand("report")
        try desk.perform(.gate(phase: "check"))
        #expect(desk.state("check") == .passed)
    }

    @Test func `an artifact cannot be waived`() throws {
        var desk = try Desk()
        #expect(desk.code(of: Self.waiver("drawing", at: "plan")) == .unknown)
        try desk.perform(Self.waiver("drawn", at: "plan"))
        try desk.perform(.open(phase: "plan"))
        try desk.perform(.gate(phase: "plan"))
        #expect(desk.state("plan") == .open)
    }
}
