@testable import PhaseLoom
import PhaseLoomTesting
import Testing

@Suite struct EngagementOutlookTests {
    private static let start = Timestamp(milliseconds: 1_767_603_600_000)

    private static let base = BaseSequence(id: "small", title: "Small") {
        Artifact("criteria", "Criteria").broughtToTheEngagement()
        Artifact("drawing", "Drawing")
        Artifact("report", "Report")
        Artifact("acceptance-criteria", "Acceptance criteria").broughtToTheEngagement()
        Insert("plan", "Plan").holding(.intake, .assessment, .scoping, .design).producing("drawing")
        Insert("build", "Build").after("plan").holding(.execution)
            .when(Trigger("wanted", "The client wants it"))
        Insert("check", "Check").after("build").holding(.validation).producing("report")
        Insert("finish", "Finish").after("check").holding(.transfer, .closeout, .operations)
        Require("criteria-there", "There are criteria", toEnter: .phase("plan")).needing("criteria")
        Expect("approved", "The client approves the drawing", atGateOf: .phase("plan"))
            .needing("drawing").signed("drawing", by: "client", separately: true)
        Perform("sketch", "Sketch", during: .phase("plan"))
        Perform("draw", "Draw", during: .phase("plan")).after("sketch")
        Expect("good", "It is good enough", atGateOf: .phase("check")).needing("report")
            .measured("score", .atLeast(0.85))
        Expect("kept", "It is kept", atGateOf: .phase("check")).needing("report").mandated()
            .measured("days", .within(14...30), unit: "d")
        LoopBack("rework", from: .phase("check"), to: .phase("plan"), while: "good", atMost: 1)
    }

    private struct Run {
        var engagement: Engagement
        var now = EngagementOutlookTests.start

        init(_ sequence: ComposedSequence? = nil) throws {
            let plan = try EngagementPlan(sequence ?? EngagementOutlookTests.base.composed(), digest: .none)
            engagement = try Engagement.starting("run", plan: plan, in: Circumstances(at: now, by: "Ada")).engagement
        }

        mutating func perform(_ commands: Command..., by actor: String = "Ada") throws {
            for command in commands { _ = try engagement.perform(command, in: Circumstances(at: now, by: actor)) }
        }

        mutating func submit(_ artifact: ID, _ measurements: Measurement...) throws {
            try perform(.record(EvidenceDraft(artifact: artifact, digest: .none, measurements: measurements)))
        }

        mutating func planned() throws {
            try submit("criteria")
            try perform(.open(phase: "plan"))
            try submit("drawing")
            try perform(.sign(artifact: "drawing", role: "client"), by: "Client")
            try perform(.gate(phase: "plan"))
        }

        mutating func checked(_ score: Double) throws {
            try perform(.open(phase: "check"))
            try submit("report", Measurement("score", score), Measurement("days", 20, unit: "d"))
            try perform(.gate(phase: "check"))
        }

        var outlook: EngagementOutlook { engagement.outlook(in: Circumstances(at: now, by: "")) }
        var actions: [NextStep.Action] { outlook.steps.map(\.action) }
    }

    @Test func `asks for what a phase needs before it opens`() throws {
        var run = try Run()
        #expect(run.actions == [.submit(artifact: "criteria", measures: [])])
        #expect(run.outlook.steps.first?.serves == ["criteria-there"])
        try run.submit("criteria")
        #expect(run.actions == [.open(phase: "plan")])
    }

    @Test func `asks for documents, then for signatures by others, and for activities in order`() throws {
        var run = try Run()
        try run.submit("criteria")
        try run.perform(.open(phase: "plan"))
        #expect(
            run.actions == [
                .submit(artifact: "drawing", measures: []), .perform(phase: "plan", activity: "sketch"),
            ])
        #expect(run.outlook.steps.first?.serves == ["approved", "drawing"])
        try run.submit("drawing")
        let sign = NextStep.Action.sign(artifact: "drawing", role: "client", separatelyFrom: "Ada")
        #expect(run.actions == [sign, .perform(phase: "plan", activity: "sketch")])
        try run.perform(.sign(artifact: "drawing", role: "client"))
        #expect(run.actions.first == sign, "her own signature is not enough")
        try run.perform(.sign(artifact: "drawing", role: "client"), by: "Client")
        try run.perform(.perform(phase: "plan", activity: "sketch"))
        #expect(run.actions == [.perform(phase: "plan", activity: "draw"), .gate(phase: "plan")])
    }

    @Test func `asks whoever decides for triggers, and goes on either way`() throws {
        var run = try Run()
        try run.planned()
        #expect(run.actions == [.decide(trigger: "wanted")])
        #expect(run.outlook.phases.map(\.undecided) == [["wanted"]])
        var other = run
        try run.perform(.decide(trigger: "wanted", holds: true, reason: "yes"))
        #expect(run.actions == [.open(phase: "build")])
        try other.perform(.decide(trigger: "wanted", holds: false, reason: "no"))
        #expect(other.actions == [.open(phase: "check")])
    }

    @Test func `asks for all measurements of one document at once`() throws {
        var run = try Run()
        try run.planned()
        try run.perform(.decide(trigger: "wanted", holds: false, reason: "no"), .open(phase: "check"))
        let steps = run.outlook.steps
        #expect(
            steps.map(\.action) == [
                .submit(
                    artifact: "report",
                    measures: [
                        Bound("score", .atLeast(0.85)), Bound("days", .within(14...30), unit: "d"),
                    ])
            ])
        #expect(steps.first?.serves == ["good", "kept", "report"])
        #expect(run.outlook.phases.first?.missing.count == 3)
    }

    @Test func `offers the loop after the gate refused, and only decisions when it is spent`() throws {
        var run = try Run()
        try run.planned()
        try run.perform(.decide(trigger: "wanted", holds: false, reason: "no"))
        try run.checked(0.8)
        let submit = NextStep.Action.submit(artifact: "report", measures: [Bound("score", .atLeast(0.85))])
        #expect(run.actions == [submit, .loop("rework")])
        #expect(run.outlook.loops == [.init(loop: "rework", used: 0, limit: 1)])
        try run.perform(.loop("rework", reason: "better"))
        #expect(run.outlook.loops == [.init(loop: "rework", used: 1, limit: 1)])
        try run.perform(.open(phase: "plan"))
        try run.submit("drawing")
        try run.perform(.sign(artifact: "drawing", role: "client"), by: "Client")
        try run.perform(.gate(phase: "plan"))
        try run.checked(0.8)
        #expect(run.engagement.state == .blocked)
        let waysOut: [NextStep.Action] = [
            .waive(phase: "check", obligation: "good"), .amend(loop: "rework", overlay: nil),
            .reopen(phase: "plan"), .cancel,
        ]
        #expect(run.actions == waysOut)
        try run.submit("report", Measurement("score", 0.9), Measurement("days", 20, unit: "d"))
        #expect(run.outlook.phases.map(\.missing) == [[]], "the criterion is met meanwhile")
        #expect(run.actions == waysOut, "and still only a decision ends the block")
        try run.perform(
            .raise(ChangeOrder("co", finding: "more")), .approve(order: "co", authority: "Board", reopening: "plan"))
        #expect(run.engagement.state == .active)
        #expect(run.actions == [.open(phase: "plan")])
    }

    @Test func `a spent loop of an overlay with options is amended by them, and a mandated criterion is not waived`()
        throws
    {
        let identity = OverlayIdentity(id: "testing", title: "Testing", summary: "Tests.")
        let overlay = DeclarativeOverlay(identity: identity, options: ["rounds": "1"]) {
            Expect("safe", "It is safe", atGateOf: .phase("check")).needing("report").mandated()
                .measured("leak", .atMost(0))
            LoopBack("repair", from: .phase("check"), to: .phase("check"), while: "safe", atMost: 1)
        }
        let sequence = try Self.base.composed(with: OverlaySet([overlay]))
        var run = try Run(sequence)
        try run.planned()
        try run.perform(.decide(trigger: "wanted", holds: false, reason: "no"))
        for _ in 0...1 {
            try run.perform(.open(phase: "check"))
            try run.submit(
                "report", Measurement("score", 1), Measurement("days", 20, unit: "d"), Measurement("leak", 1))
            try run.perform(.gate(phase: "check"))
            if run.engagement.state == .active { try run.perform(.loop("repair", reason: "it leaks")) }
        }
        #expect(run.engagement.state == .blocked)
        #expect(run.actions == [.amend(loop: "repair", overlay: "testing"), .reopen(phase: "check"), .cancel])
    }

    @Test func `names owners and dates, and what is late`() throws {
        var run = try Run()
        let due = Self.start.advanced(byMilliseconds: 1000)
        try run.perform(.assign(phase: "plan", to: "Grace", due: due))
        #expect(run.outlook.steps.map(\.owner) == ["Grace"])
        #expect(run.outlook.steps.map(\.due) == [due])
        #expect(run.outlook.phases.map(\.isOverdue) == [false])
        run.now = due
        #expect(run.outlook.steps.map(\.isOverdue) == [false], "the moment itself is in time")
        run.now = due.advanced(byMilliseconds: 1)
        #expect(run.outlook.steps.map(\.isOverdue) == [true])
        #expect(run.outlook.phases.map(\.isOverdue) == [true])
    }

    @Test func `shows pending orders, holds and the end`() throws {
        var run = try Run()
        try run.submit("criteria")
        try run.perform(.raise(ChangeOrder("co", finding: "more")))
        #expect(run.actions == [.open(phase: "plan"), .settle(order: "co")])
        #expect(run.outlook.orders.map(\.order.id) == ["co"])
        try run.perform(.hold(reason: "rain"))
        #expect(run.actions == [.resume])
        try run.perform(.cancel(reason: "over", authority: "Board"))
        #expect(run.actions.isEmpty && run.outlook.phases.isEmpty)
    }

    @Test func `brings back a waived obligation when its waiver ends`() throws {
        var run = try Run()
        try run.planned()
        try run.perform(.decide(trigger: "wanted", holds: false, reason: "no"))
        let end = Self.start.advanced(byMilliseconds: 5000)
        try run.perform(
            .waive(WaiverGrant(phase: "check", obligation: "good", authority: "Board", reason: "pilot", expires: end)))
        try run.checked(0.5)
        try run.perform(.open(phase: "finish"))
        #expect(run.actions == [.gate(phase: "finish")])
        #expect(run.outlook.owed.isEmpty && run.outlook.waivers.map { $0.holds(at: run.now) } == [true])
        run.now = end
        #expect(run.outlook.owed.map(\.decision.subject) == [.obligation("good")])
        #expect(run.actions == [.submit(artifact: "report", measures: [Bound("score", .atLeast(0.85))])])
    }

    /// Where the outlook offers a step, the engine takes it; where an engagement can end, the steps lead there.
    @Test(arguments: 0..<4) func `every step that it names is possible, and leads on to the end`(shard: Int) {
        var (ended, stuck, steps) = (0, 0, 0)
        for seed in stride(from: shard, to: 800, by: 4) {
            var generator = OverlayGenerator(seed: UInt64(seed), friction: 0)
            let overlays = OverlaySet(generator.overlays(2, changes: 1...3))
            guard let sequence = try? BaseSequence.standard.composed(with: overlays),
                let plan = try? EngagementPlan(sequence, digest: .none),
                var walk = try? OutlookWalk(plan, seed: UInt64(seed))
            else { continue }
            var before = walk.outlook
            do {
                while steps < 100_000, try walk.step() != nil {
                    before = walk.outlook
                    steps += 1
                }
            } catch {
                Issue.record("seed \(seed): \(error), of \(before.steps.map(\.action))")
            }
            if walk.engagement.ending == .closed { ended += 1 } else { stuck += 1 }
            if walk.engagement.ending == nil {
                // Only what nobody may waive can be left: a decision beyond the steps is needed.
                #expect(walk.engagement.state == .blocked, "seed \(seed): \(before.phases)")
            }
        }
        #expect(ended > 30 && stuck < ended && steps > 1500, "\(ended) ended, \(stuck) did not, \(steps) steps")
    }
}
