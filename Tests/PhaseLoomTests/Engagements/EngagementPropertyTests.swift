import PhaseLoom
import PhaseLoomTesting
import Testing

/// Random commands against a small model: no phase opens early, no obligation is lost, and replaying gives the same.
@Suite struct EngagementPropertyTests {
    // MARK: Sequences

    /// Overlays that touch every rule; any subset that composes and is sound makes a plan.
    static let pool: [DeclarativeOverlay] = [
        Desk.overlay("tracks") {
            Track("people", "People")
            Insert("train", "Train").after("plan").before("finish").onTrack("people").producing("training")
            Insert("survey", "Survey").after("plan").before("build").producing("survey-record")
            Order("survey", before: "train")
        },
        Desk.overlay("escalation") {
            Artifact("escalation", "Escalation").broughtToTheEngagement()
            Insert("second", "Second").after("build").before("check").producing("solution")
                .when(Trigger("escalated", "It is escalated", needs: ["escalation"]), Trigger("urgent", "It is urgent"))
            Expect("solved", "It is solved", atGateOf: .phase("second")).needing("solution")
        },
        Desk.overlay("deferral") {
            Expect("measured", "It was measured", atGateOf: .phase("plan")).needing("drawing")
                .measured("length", .atLeast(1), unit: "m").deferred(to: "check")
        },
        Desk.overlay("late-deferral") {
            Expect("counted", "It was counted", atGateOf: .phase("build")).needing("product")
                .measured("parts", .atMost(10)).deferred(to: .closeout)
        },
        Desk.overlay("strict") { Limit("good", to: .within(0.9...0.95)) },
        Desk.overlay("waiving") { Waive("drawn", because: "Prototype", onAuthorityOf: "Board") },
        Desk.overlay("law") {
            Expect("lawful", "It is lawful", atGateOf: .phase("plan")).needing("brief").mandated()
            Require("licensed", "There is a licence", toEnter: .phase("plan")).needing("brief")
        },
        Desk.overlay("late-law") {
            Expect("proven", "It is proven lawful", atGateOf: .phase("check")).needing("report").mandated()
        },
        Desk.overlay("loops") {
            Expect("liked", "The client likes it", atGateOf: .phase("finish")).needing("review")
                .measured("stars", .atLeast(3))
            LoopBack("redesign", from: "check", to: "plan", while: ObligationReference("good"), atMost: 1)
            LoopBack("polish", from: "finish", to: "finish", while: ObligationReference("liked"), atMost: 2)
        },
        Desk.overlay("safety") {
            for phase in ["plan", "build", "check"] as [ID] {
                Expect("safe", "It is safe", atGateOf: .phase(phase)).needing("brief").measured("risk", .atMost(1))
            }
        },
        Desk.overlay("production") { Produce("drawing", in: .phase("build")) },
        Desk.overlay("emergency") {
            Compress(from: "plan", through: "build", into: "triage", "Triage").deferring("drawn", to: .closeout)
        },
        Desk.overlay("small-emergency") { Compress(from: "build", through: "build", into: "quick", "Quick") },
    ]

    static func plans(_ overlays: [DeclarativeOverlay], on base: BaseSequence, _ random: inout SeededGenerator)
        -> [EngagementPlan]
    {
        var plans: [EngagementPlan] = []
        for _ in 0..<10 {
            let chosen = overlays.filter { _ in Int.random(in: 0..<100, using: &random) < 40 }
            if let plan = try? Desk.plan(chosen, on: base), !plans.contains(plan) { plans.append(plan) }
        }
        return plans
    }

    // MARK: One run

    /// An engagement, its log and the model, side by side.
    struct Run {
        var engagement: Engagement
        var model: EngagementModel
        var events: [Event]
        var now = Desk.start
        let plans: [EngagementPlan]
        var snapshots: [Engagement]
        var isAmended = false

        init(_ plan: EngagementPlan, _ plans: [EngagementPlan]) throws(Refusal) {
            let incident = Incident(id: "INC-1", summary: "An outage", detected: Desk.start, record: .none)
            (engagement, events) = try Engagement.starting(
                "run", plan: plan, incident: incident, in: Circumstances(at: now, by: "Ada"))
            model = EngagementModel(plan.sequence)
            self.plans = plans + [plan]
            snapshots = [engagement]
        }

        /// Gives a command; checks what happened, or that nothing did.
        mutating func step(_ command: Command) -> Bool {
            let before = engagement
            do {
                let new = try engagement.perform(command, in: Circumstances(at: now, by: "Ada"))
                events += new
                for event in new {
                    var amended: ComposedSequence?
                    if case .amended(let change) = event.content {
                        amended = plans.first { $0.digest == change.plan.digest }?.sequence
                        isAmended = true
                    }
                    model.take(event, amended: amended)
                }
                model.expect(!new.isEmpty, "a command did nothing")
                compare()
                snapshots.append(engagement)
                return true
            } catch {
                model.expect(engagement == before, "a refused command changed something")
                model.expect(!isUnjust(error, command), "refused for nothing: \(command) \(error)")
                return false
            }
        }

        private mutating func compare() {
            for (phase, progress) in zip(model.sequence.phases, engagement.phases) {
                let state = model.states[phase.id, default: .waiting]
                let expected: [PhaseProgress.State] =
                    switch state {
                    case .waiting: model.isReached(phase.id) ? [.ready] : [.pending]
                    case .open: [.open, .blocked]
                    case .passed: [.passed]
                    case .skipped: [.skipped]
                    }
                model.expect(expected.contains(progress.state), "\(phase.id) is \(progress.state), not \(expected)")
            }
            let scope = engagement.scope
            model.expect(scope.items == model.items, "the scope is another")
            model.expect(engagement.rounds == model.rounds, "the counters are others")
            model.expect(
                zip(engagement.evidence, model.facts).allSatisfy { $0.isStale == $1.isStale }, "others are stale")
            model.checkThatNothingIsLost()
        }

        /// Whether a refusal to open or to close has no reason in the model.
        private func isUnjust(_ refusal: Refusal, _ command: Command) -> Bool {
            guard !engagement.isHeld, engagement.ending == nil else { return false }
            switch command {
            case .open(let id):
                guard let phase = model.phase(id), model.states[phase.id, default: .waiting] == .waiting else {
                    return false
                }
                return model.isReached(phase.id) && model.holds(phase.condition) == true
                    && phase.entry.allSatisfy { model.isSatisfied($0, of: phase.id, at: now) }
            case .close:
                return model.sequence.phases.allSatisfy { model.isFinished($0.id) } && model.debts(at: now).isEmpty
                    && engagement.orders.allSatisfy { $0.state != .pending }
            default: return false
            }
        }

        /// Replays the log and compares the state after each command.
        func replayProblems() throws(Refusal) -> [String] {
            var states = snapshots[...]
            var problems: [String] = []
            var engagement = try Engagement(replaying: events[0], plan: snapshots[0].plan)
            for event in events {
                if event.number > 1 {
                    var amended: EngagementPlan?
                    if case .amended(let change) = event.content {
                        amended = plans.first { $0.digest == change.plan.digest }
                    }
                    try engagement.apply(event, amended: amended)
                }
                while let state = states.first, state.length <= event.number {
                    if state.length == event.number, state != engagement { problems.append("replay \(event.number)") }
                    states.removeFirst()
                }
            }
            return problems + (states.isEmpty ? [] : ["replay is short"])
        }
    }

    static func run(_ seed: UInt64, _ plans: [EngagementPlan], steps: Int, _ counts: inout [String: Int]) throws {
        var generator = CommandGenerator(seed: seed)
        guard let plan = generator.pick(plans) else { return }
        guard var run = try? Run(plan, plans) else { return }
        for step in 0..<steps where run.model.problems.isEmpty && run.engagement.ending == nil {
            let command = generator.command(for: run.engagement, at: run.now, plans: plans)
            let isDone = run.step(command)
            let name = "\(command)".prefix { $0 != "(" }
            counts["\(name) \(isDone ? "done" : "refused")", default: 0] += 1
            counts["steps", default: 0] += 1
            if generator.chance(80) { run.now = run.now.advanced(byMilliseconds: 60_000) }
            #expect(run.model.problems.isEmpty, "seed \(seed), step \(step): \(command)")
        }
        if run.engagement.state == .closed { counts["closed", default: 0] += 1 }
        #expect(run.model.problems == [], "seed \(seed)")
        #expect(try run.replayProblems() == [], "seed \(seed)")
        #expect(try ReperformanceTests.found(in: run.events, under: run.plans) == nil, "seed \(seed)")
    }

    static let batches: UInt64 = 20

    @Test func `invented engagements keep the rules, whatever is commanded`() throws {
        var counts: [String: Int] = [:]
        var random = SeededGenerator(seed: 7)
        for batch in UInt64(0)..<Self.batches {
            let plans = Self.plans(Self.pool, on: Desk.small, &random)
            for seed in 0..<10 as Range<UInt64> { try Self.run(batch * 100 + seed, plans, steps: 200, &counts) }
        }
        let kinds = [
            "open", "record", "sign", "assign", "decide", "gate", "waive", "loop", "hold", "resume", "cancel",
            "close", "scope", "work", "raise", "approve", "reject", "amend",
        ]
        for kind in kinds { #expect(counts["\(kind) done", default: 0] > 0, "no \(kind) was carried out") }
        #expect(counts["steps", default: 0] > 10_000)
        #expect(counts["closed", default: 0] > 20)
    }

    @Test func `random compositions keep the rules, too`() throws {
        var counts: [String: Int] = [:]
        var random = SeededGenerator(seed: 8)
        for seed in UInt64(0)..<60 {
            let composition = RandomComposition(seed: seed)
            let plans = Self.plans(composition.overlays.overlays, on: composition.base, &random)
            try Self.run(seed, plans, steps: 120, &counts)
        }
        #expect(counts["closed", default: 0] > 5)
    }
}
