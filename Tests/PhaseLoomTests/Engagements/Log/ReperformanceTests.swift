@testable import PhaseLoom
import Testing

/// Logs whose hashes are right and that no engine wrote are found; logs that one wrote are whole.
@Suite struct ReperformanceTests {
    private static let sample = Task { try await TamperingSample() }

    // MARK: Forged logs

    struct Forgery: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let forge: @Sendable ([Event]) -> [Event]

        init(_ name: String, _ forge: @escaping @Sendable ([Event]) -> [Event]) {
            (testDescription, self.forge) = (name, forge)
        }

        /// Events that are added at the end.
        static func adding(_ name: String, _ contents: Event.Content...) -> Forgery {
            Forgery(name) { events in
                let time = events[events.count - 1].time
                return events + contents.map { Event(number: 0, time: time, actor: "Ada", content: $0) }
            }
        }

        /// Events that are changed, or left out where there is no other.
        static func changing(
            _ name: String, _ change: @escaping @Sendable (Event.Content) -> Event.Content?
        ) -> Forgery {
            Forgery(name) { events in
                events.compactMap { event in
                    change(event.content).map { Event(number: 0, time: event.time, actor: event.actor, content: $0) }
                }
            }
        }
    }

    static let evidence = EvidenceDraft(artifact: "notes", digest: .none)
    static let unmet = Decision(phase: "check", subject: .artifact("report"), judgement: Judgement(.undefined))

    static let forgeries: [Forgery] = [
        Forgery("closed at once") { [$0[0], Event(number: 2, time: $0[0].time, actor: "Ada", content: .closed)] },
        .changing("passed without decisions") {
            if case .passed(let phase, _) = $0 { .passed(phase: phase, decisions: []) } else { $0 }
        },
        .changing("a gate that judged otherwise") {
            guard case .refused(let phase, let decisions, _) = $0 else { return $0 }
            return .refused(phase: phase, decisions: decisions + [unmet], spent: [])
        },
        .changing("nothing handed in") { if case .recorded = $0 { nil } else { $0 } },
        .changing("never opened") { if case .opened = $0 { nil } else { $0 } },
        .changing("never signed up to the loop") { if case .refused = $0 { nil } else { $0 } },
        .changing("an attempt too far") {
            guard case .opened(let phase, _, let entry) = $0 else { return $0 }
            return .opened(phase: phase, attempt: .max, entry: entry)
        },
        .changing("a loop that opens less") {
            guard case .looped(let loop, let reopened, let reason) = $0 else { return $0 }
            return .looped(loop: loop, reopened: Array(reopened.prefix(1)), reason: reason)
        },
        .changing("an amendment that leaves a debt behind") {
            guard case .amended(let change) = $0 else { return $0 }
            let debt = Debt(phase: "plan", subject: .obligation("reviewed"))
            return .amended(
                Amended(
                    plan: change.plan, reason: change.reason, authority: change.authority, order: change.order,
                    incident: change.incident, reopened: [], owed: [debt]))
        },
        .changing("an order that nobody raised") { if case .ordered = $0 { nil } else { $0 } },
        .changing("an actor without a name") { if case .held = $0 { .held(reason: "") } else { $0 } },
        .changing("never held") { if case .held = $0 { nil } else { $0 } },
        .changing("never resumed") { if case .resumed = $0 { nil } else { $0 } },
        Forgery("an unknown loop taken three times") { events in
            let looped = Event(
                number: 0, time: events[events.count - 1].time, actor: "Ada",
                content: .looped(loop: "nothing", reopened: ["build"], reason: "again"))
            return events + [looped, looped, looped]
        },
        Forgery("a gate of a phase that is pending") { events in
            let content = Event.Content.refused(phase: "check", decisions: [unmet], spent: [])
            return [events[0], Event(number: 2, time: events[0].time, actor: "Ada", content: content)]
        },
        .adding("a phase that is unknown", .assigned(phase: "nowhere", to: "Ada", due: nil)),
        .adding("an activity that is unknown", .performed(phase: "finish", activity: "nothing")),
        .adding("resumed without a hold", .resumed(reason: "sun")),
        .adding("a trigger decided twice", .triggered(trigger: "wanted", holds: false, reason: "no")),
        .adding("a trigger that is unknown", .triggered(trigger: "nothing", holds: false, reason: "no")),
        .adding("a phase skipped out of nothing", .skipped(phase: "finish", reason: "no")),
        .adding("an order decided twice", .rejected(order: "co", authority: "Board", reason: "no")),
        .adding("a signature on nothing", .signed(evidence: 1, role: "client", remark: "")),
        .adding("work outside the scope", .worked(item: "tower", phase: "finish")),
        .adding(
            "a waiver of nothing",
            .waived(WaiverGrant(phase: "finish", obligation: "nothing", authority: "Board", reason: "no"))),
        .adding("an artifact that is unknown", .recorded(draft { $0.artifact = "nothing" }, phase: nil)),
        .adding("a size below nothing", .recorded(draft { $0.size = -1 }, phase: nil)),
        .adding("a file outside its folder", .recorded(draft { $0.file = "../x" }, phase: nil)),
        .adding("evidence of a phase that is not its own", .recorded(evidence, phase: "build")),
        Forgery("an item in the scope twice") { events in
            Array(events.flatMap { event in if case .scoped = event.content { [event, event] } else { [event] } })
        },
        Forgery("a scope beyond what can be counted") { events in
            let time = events[events.count - 1].time
            let contents = (1...2).flatMap { number -> [Event.Content] in
                let order = try? ChangeOrder(
                    ID("huge-\(number)"), finding: "more", cost: .greatestFiniteMagnitude)
                return order.map {
                    [.ordered($0), .approved(order: $0.id, authority: "Board", reopened: [])]
                } ?? []
            }
            return events + contents.map { Event(number: 0, time: time, actor: "Ada", content: $0) }
        },
    ]

    private static func draft(_ change: (inout EvidenceDraft) -> Void) -> EvidenceDraft {
        var draft = evidence
        change(&draft)
        return draft
    }

    @Test(arguments: forgeries) func `finds what the rules would not have given`(forgery: Forgery) async throws {
        let sample = try await Self.sample.value
        let events = forgery.forge(sample.events).enumerated().map {
            Event(number: $0 + 1, time: $1.time, actor: $1.actor, content: $1.content)
        }
        var log = Log(of: "campus")
        let records = log.append(events)
        let audit = try #require(try await sample.audit(records, forging: true))
        let found = try #require(audit.found)
        #expect(found.code == .rule, "\(found.message)")
        #expect(found.place == audit.length + 1)
        #expect(audit.length == 0 || records[audit.length - 1].hash == audit.head)
    }

    @Test func `a number that cannot be counted on is refused, not added to`() throws {
        var engagement = try Desk(Desk.plan([])).engagement
        let event = Event(
            number: 2, time: Desk.start, actor: "Ada", content: .opened(phase: "plan", attempt: .max, entry: []))
        #expect(throws: Refusal.self) { try engagement.apply(event) }
    }

    @Test func `says which record cannot follow, and why`() async throws {
        let sample = try await Self.sample.value
        var log = Log(of: "campus")
        let gate = try #require(
            sample.events.firstIndex { if case .passed = $0.content { true } else { false } })
        let events =
            sample.events.prefix(gate).map { $0 }
            + [sample.events[gate]].map { event in
                Event(number: event.number, time: event.time, actor: event.actor, content: .held(reason: "\n"))
            }
        let found = try await sample.audit(log.append(events), forging: true)?.found
        #expect(
            found
                == LogBreak(
                    .rule, at: gate + 1,
                    "record \(gate + 1) cannot follow: the reason is empty"))
    }

    // MARK: Whole logs

    /// What performing a log again finds, as an audit does.
    static func found(in events: [Event], under plans: [EngagementPlan]) throws -> LogBreak? {
        var replay = Reperformance()
        var plan = plans.first
        for event in events {
            switch event.content {
            case .started(let start): plan = plans.first { $0.digest == start.plan.digest }
            case .amended(let change): plan = plans.first { $0.digest == change.plan.digest }
            default: break
            }
            replay.take(event, .none, try #require(plan))
        }
        replay.finish()
        if replay.found == nil { #expect(replay.length == events.count) }
        return replay.found
    }

    /// Code that is not at hand when the log is audited.
    private struct Patience: Criterion {
        let obligation: ID = "drawn"
        let verdict: Verdict
        func judge(_ view: EvidenceView) -> Judgement { Judgement(verdict, ["says the code"], evidence: []) }
    }

    @Test func `believes the record about what code judged`() throws {
        let plan = try Desk.plan([], coded: ["drawn"])
        var desk = try Desk(plan)
        try desk.work(on: "plan")
        for verdict in [Verdict.unmet, .undefined, .met] {
            desk.criteria = ["drawn": Patience(verdict: verdict)]
            try desk.perform(.gate(phase: "plan"))
        }
        #expect(desk.state("plan") == .passed)
        #expect(try Self.found(in: desk.events, under: desk.plans) == nil)
    }

    @Test(arguments: [Amendment.Landing.owe, .reopen]) func `believes the record about what code found to land`(
        landing: Amendment.Landing
    ) throws {
        var desk = try Desk(Desk.plan([]))
        try desk.passAll(until: "check")
        let plan = try Desk.plan(
            [Desk.overlay("more") { Expect("liked", "It is liked", atGateOf: .phase("plan")).needing("drawing") }],
            coded: ["liked"])
        try desk.perform(.amend(Amendment(to: plan, reason: "Needed", authority: "Board", landing: landing)))
        #expect(desk.engagement.owed.isEmpty == (landing == .reopen))
        #expect(try Self.found(in: desk.events, under: desk.plans) == nil)
    }

    @Test func `tells commands of one moment apart`() throws {
        let plan = try Desk.plan([
            Desk.overlay("escalation") {
                Artifact("escalation", "Escalation").broughtToTheEngagement()
                Insert("second", "Second").after("plan").before("check")
                    .when(Trigger("escalated", "It is escalated", needs: ["escalation"]), Trigger("urgent", "Urgent"))
            }
        ])
        for isAtOnce in [false, true] {
            var desk = try Desk(plan)
            let give = { (desk: inout Desk, command: Command) throws in
                let now = desk.now
                try desk.perform(command)
                if isAtOnce { desk.now = now }
            }
            try give(&desk, .open(phase: "plan"))
            try give(&desk, .record(EvidenceDraft(artifact: "drawing", digest: .none)))
            try give(&desk, .decide(trigger: "urgent", holds: false, reason: "No"))
            try give(&desk, .record(EvidenceDraft(artifact: "escalation", digest: .none)))
            try give(&desk, .gate(phase: "plan"))
            try give(&desk, .open(phase: "second"))
            let kinds = desk.events.map(\.content.kind)
            #expect(kinds.filter { $0 == "triggered" }.count == 2, "\(kinds)")
            #expect(try Self.found(in: desk.events, under: desk.plans) == nil)
        }
    }

    @Test func `finds a command of which the end is missing`() throws {
        let plan = try Desk.plan([
            Desk.overlay("extra") {
                Insert("second", "Second").after("plan").before("check").when(Trigger("urgent", "It is urgent"))
            }
        ])
        var desk = try Desk(plan)
        try desk.perform(.decide(trigger: "urgent", holds: false, reason: "No"))
        try desk.work(on: "plan")
        let events = try desk.perform(.gate(phase: "plan"))
        #expect(events.map(\.content.kind) == ["passed", "skipped"])
        let found = try Self.found(in: Array(desk.events.dropLast()), under: desk.plans)
        #expect(found?.message.contains("'skipped' has to come with it, and is missing") == true)
    }

    @Test func `performs many events of one moment`() throws {
        let plan = try Desk.plan([])
        var (engagement, events) = try Engagement.starting(
            "campus", plan: plan, in: Circumstances(at: Desk.start, by: "Ada"))
        for _ in 1..<20_000 {
            events += try engagement.perform(
                .record(EvidenceDraft(artifact: "brief", digest: .none)), in: Circumstances(at: Desk.start, by: "Ada"))
        }
        #expect(try Self.found(in: events, under: [plan]) == nil)
    }
}
