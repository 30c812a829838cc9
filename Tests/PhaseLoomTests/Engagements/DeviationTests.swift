import Testing

@testable import PhaseLoom

/// Phase compression and regulatory carve-outs, when they are allowed.
@Suite struct DeviationTests {
    // MARK: Compression

    static func triage(from: Anchor = "plan", through: Anchor, _ id: ID = "triage") -> DeclarativeOverlay {
        Desk.overlay("emergency") { Compress(from: from, through: through, into: id, "Triage") }
    }

    @Test func `phases are compressed only with the record of an incident`() throws {
        let plan = try Desk.plan([Self.triage(through: "build")])
        let refusal = #expect(throws: Refusal.self) { try Desk(plan) }
        #expect(refusal?.code == .compression)
        let desk = try Desk(plan, incident: Desk.incident)
        #expect(desk.engagement.incidents == [Desk.incident])
        #expect(desk.engagement.phases.count == 3)
    }

    @Test(arguments: [
        (ExtensionPoint.assessment, ExtensionPoint.scoping, false, true), (.intake, .scoping, false, true),
        (.assessment, .scoping, true, false), (.scoping, .design, false, false), (.assessment, .design, false, false),
    ])
    func `phases before design are merged without one, as long as nothing is put off`(
        from: ExtensionPoint, through: ExtensionPoint, putsOff: Bool, isAllowed: Bool
    ) throws {
        let overlay = DeclarativeOverlay(
            identity: OverlayIdentity(id: "small", title: "Small", summary: "Merges phases.", cites: ["None"])
        ) {
            if putsOff {
                Compress(from: .point(from), through: .point(through), into: "merged", "Merged")
                    .deferring("baseline-recorded", to: .closeout)
            } else {
                Compress(from: .point(from), through: .point(through), into: "merged", "Merged")
            }
        }
        let plan = try EngagementPlan(
            BaseSequence.standard.composed(with: [overlay]), digest: Digest(of: Array("plan".utf8)))
        if isAllowed {
            try plan.checkCompressions(since: nil, nil)
        } else {
            let refusal = #expect(throws: Refusal.self) { try plan.checkCompressions(since: nil, nil) }
            #expect(refusal?.code == .compression)
        }
    }

    @Test(arguments: ["check", "finish"] as [ID]) func `validation is never compressed`(end: ID) throws {
        let plan = try Desk.plan([Self.triage(from: "build", through: .phase(end))])
        let refusal = #expect(throws: Refusal.self) { try Desk(plan, incident: Desk.incident) }
        #expect(refusal?.code == .compression)
    }

    @Test func `nor by an amendment that lets a compression take in more`() throws {
        var desk = try Desk(Desk.plan([Self.triage(through: "build")]), incident: Desk.incident)
        let wider = try desk.amendment(Self.triage(through: "check"), incident: Desk.incident)
        #expect(desk.code(of: wider) == .compression)
        #expect(desk.code(of: try desk.amendment(Self.triage(through: "build"))) == .repeated)
    }

    @Test func `an amendment compresses only with an incident as well`() throws {
        var desk = try Desk()
        #expect(desk.code(of: try desk.amendment(Self.triage(through: "build"))) == .compression)
        try desk.amend(Self.triage(through: "build"), incident: Desk.incident)
        #expect(desk.engagement.phases.map(\.state) == [.ready, .pending, .pending])
        #expect(desk.engagement.incidents == [Desk.incident])
    }

    @Test func `what only deferred work needs is handed in with that`() throws {
        let emergency = Desk.overlay("emergency") {
            Compress(from: "plan", through: "build", into: "triage", "Triage").deferring("drawn", to: .closeout)
        }
        // In the small base the drawing is made in triage, and nobody but the deferred criterion needs it.
        var desk = try Desk(emergency, incident: Desk.incident)
        try desk.perform(.open(phase: "triage"))
        try desk.hand("product")
        try desk.perform(.gate(phase: "triage"))
        #expect(desk.state("triage") == .passed)
        try desk.pass("check")
        try desk.perform(.open(phase: "finish"))
        try desk.hand("review")
        try desk.perform(.gate(phase: "finish"))
        #expect(desk.reasons(at: "finish") == ["'drawing' has not been handed in"])
        try desk.hand("drawing")
        try desk.perform(.gate(phase: "finish"))
        try desk.perform(.close)
    }

    @Test func `a compression neither defers a mandate nor lets work begin before it`() throws {
        let rule = Desk.overlay("rule") {
            Expect("law", "The product is lawful", atGateOf: .phase("build")).needing("product").mandated()
            Require("permit", "The drawing is permitted", toEnter: .phase("build")).needing("drawing").mandated()
        }
        let deferring = Desk.overlay("emergency") {
            Compress(from: "build", through: "build", into: "triage", "Triage").deferring("law", to: .closeout)
        }
        for overlay in [deferring, Self.triage(through: "build")] {
            let plan = try Desk.plan([rule, overlay])
            let refusal = #expect(throws: Refusal.self) { try Desk(plan, incident: Desk.incident) }
            #expect(refusal?.code == .compression)
        }
        _ = try Desk(Desk.plan([rule, Self.triage(through: "plan")]), incident: Desk.incident)
    }

    @Test func `deferred work is due until it is done`() throws {
        let emergency = Desk.overlay("emergency") {
            Compress(from: "plan", through: "build", into: "triage", "Triage").deferring("drawn", to: .closeout)
        }
        let incident = Incident(
            id: "INC-8", summary: "Fire", detected: Desk.start, record: Digest(of: [8]), workDue: Desk.day(3))
        var desk = try Desk(emergency, incident: incident)
        #expect(desk.engagement.nextDue == Desk.day(3))
        try desk.work(on: "triage")
        try desk.perform(.gate(phase: "triage"))
        #expect(desk.engagement.nextDue == nil, "the drawing is there")
        var lacking = try Desk(emergency, incident: incident)
        try lacking.perform(.open(phase: "triage"))
        try lacking.hand("product")
        try lacking.perform(.assign(phase: "finish", to: "Ben", due: Desk.day(9)))
        #expect(lacking.engagement.nextDue == Desk.day(3))
        try lacking.hand("drawing")
        #expect(lacking.engagement.nextDue == Desk.day(9))
    }

    @Test func `what was deferred blocks closeout`() throws {
        let emergency = Desk.overlay("emergency") {
            Compress(from: "plan", through: "build", into: "triage", "Triage").deferring("drawn", to: .closeout)
            Expect("drawn", "The drawing is complete", atGateOf: .phase("plan")).needing("drawing")
                .measured("completeness", .atLeast(1))
        }
        // The criterion without a measurement is the base's; both state the same, one adds a bound.
        let base = BaseSequence(id: "small", title: "Small") {
            Artifact("acceptance-criteria", "Acceptance criteria").broughtToTheEngagement()
            Artifact("drawing", "Drawing")
            Insert("plan", "Plan").holding(.intake, .assessment, .scoping, .design).producing("drawing")
            Insert("build", "Build").after("plan").holding(.execution)
            Insert("check", "Check").after("build").holding(.validation)
            Insert("finish", "Finish").after("check").holding(.transfer, .closeout, .operations)
        }
        var desk = try Desk(emergency, on: base, incident: Desk.incident)
        try desk.perform(.open(phase: "triage"))
        try desk.hand("drawing")
        try desk.perform(.gate(phase: "triage"))
        try desk.pass("check")
        try desk.perform(.open(phase: "finish"))
        try desk.perform(.gate(phase: "finish"))
        #expect(desk.state("finish") == .open)
        #expect(desk.reasons(at: "finish") == ["completeness has not been measured, needs at least 1"])
        try desk.hand("drawing", [Measurement("completeness", 1)])
        try desk.perform(.gate(phase: "finish"))
        try desk.perform(.close)
    }

    // MARK: Carve-outs

    static let law = Desk.overlay("law") {
        Expect("lawful", "It is lawful", atGateOf: .phase("plan")).needing("brief").mandated()
    }
    static let lateLaw = Desk.overlay("late-law") {
        Expect("proven", "It is proven lawful", atGateOf: .phase("check")).needing("report").mandated()
    }

    @Test func `mandates come in freely before execution opens`() throws {
        var desk = try Desk()
        try desk.amend(Self.lateLaw)
        #expect(desk.engagement.plan.sequence.phase("check")?.gate.map(\.status) == [.plain, .mandated])
    }

    @Test func `after execution opened they need an order that reopens design`() throws {
        var desk = try Desk()
        try desk.pass("plan")
        try desk.perform(.open(phase: "build"))
        let law = try desk.amendment(Self.lateLaw)
        #expect(desk.code(of: law) == .carveOut)
        for (id, target) in [("CO-1", nil), ("CO-2", "build")] as [(ID, ID?)] {
            try desk.perform(.raise(try ChangeOrder(id, finding: "A new law")))
            #expect(desk.code(of: try desk.amendment(Self.lateLaw, order: id)) == .unfinished)
            try desk.perform(.approve(order: id, authority: "Board", reopening: target))
            #expect(desk.code(of: try desk.amendment(Self.lateLaw, order: id)) == .carveOut)
        }
        try desk.perform(.raise(try ChangeOrder("CO-3", finding: "A new law")))
        try desk.perform(.approve(order: "CO-3", authority: "Board", reopening: "plan"))
        #expect(desk.code(of: law) == .carveOut)
        #expect(desk.code(of: try desk.amendment(Self.lateLaw, order: "CO-9")) == .unknown)
        try desk.perform(try desk.amendment(Self.lateLaw, order: "CO-3"))
    }

    @Test func `a loop back to design is no such order`() throws {
        let loop = Desk.overlay("loop") {
            LoopBack("redo", from: "check", to: "plan", while: ObligationReference("good"), atMost: 1)
        }
        var desk = try LoopRuleTests.failed(loop)
        try desk.perform(.loop("redo", reason: "The score is low"))
        #expect(desk.code(of: try desk.amendment(loop, Self.lateLaw)) == .carveOut)
    }

    @Test func `a mandate goes only by an approved order`() throws {
        var desk = try Desk(Self.law)
        #expect(desk.code(of: try desk.amendment()) == .carveOut)
        try desk.perform(.raise(try ChangeOrder("CO-1", finding: "Another country")))
        #expect(desk.code(of: try desk.amendment(order: "CO-1")) == .unfinished)
        try desk.perform(.approve(order: "CO-1", authority: "Board"))
        #expect(desk.code(of: try desk.amendment(order: "CO-1")) == .carveOut, "Ada raised and approved it")
        try desk.perform(.raise(try ChangeOrder("CO-2", finding: "Another country")))
        desk.actor = "Grace"
        try desk.perform(.approve(order: "CO-2", authority: "Board"))
        try desk.perform(try desk.amendment(order: "CO-2"))
    }

    @Test func `nor may it go from one phase while it stands at another`() throws {
        func audits(_ phases: ID...) -> DeclarativeOverlay {
            Desk.overlay("audit") {
                for phase in phases {
                    Expect("audited", "It is audited", atGateOf: .phase(phase)).needing("brief").mandated()
                }
            }
        }
        var desk = try Desk(audits("plan", "check"))
        #expect(desk.code(of: try desk.amendment(audits("plan"))) == .carveOut)
        #expect(desk.code(of: try desk.amendment(audits("check"))) == .carveOut)
        #expect(desk.code(of: try desk.amendment(audits("plan", "check", "build"))) == nil)
    }

    @Test func `a mandate stays where its phase is taken into another`() throws {
        var desk = try Desk(Self.law)
        try desk.amend(Self.law, Self.triage(through: "build"), incident: Desk.incident)
        try desk.amend(Self.law)
    }
}
