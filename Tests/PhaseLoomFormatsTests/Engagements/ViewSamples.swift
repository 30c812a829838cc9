@testable import PhaseLoom
import PhaseLoomFormats

/// What the views of engagements are shown with.
enum ViewSamples {
    static let now = SampleEngagement.begin

    static let summaries = [
        EngagementSummary(
            engagement: "campus", title: "Hospital campus", state: .blocked, openPhases: ["validation"],
            readyPhases: ["works-council"], length: 41, head: Digest(of: [1]), started: now,
            updated: now.advanced(byMilliseconds: 86_400_000), due: now.advanced(byMilliseconds: -1000)),
        EngagementSummary(
            engagement: "harbour", title: "Cameras for the harbour and the eastern pier of the old town",
            state: .active, openPhases: ["camera-survey", "design"], readyPhases: [], length: 12,
            head: Digest(of: [2]), started: now, updated: now, due: now.advanced(byMilliseconds: 1000)),
        EngagementSummary(
            engagement: "pilot", title: "Pilot", state: .closed, openPhases: [], readyPhases: [], length: 99,
            head: Digest(of: [3]), started: now, updated: now, due: nil),
    ]

    static let missing = Decision(
        phase: "design", subject: .obligation("design-reviewed"),
        judgement: Judgement(.undefined, ["'design-review' has not been handed in"]))

    static let refusal = Refusal(
        .entry, "phase 'execution' may not open: 1 of its requirements are not met", hint: "hand in what is missing",
        missing: [missing])

    static let audits = [
        Audit(engagement: "harbour", length: 49, head: Digest(of: [4]), found: nil, files: nil),
        Audit(
            engagement: "harbour", length: 11, head: Digest(of: [5]),
            found: LogBreak(.chain, at: 12, "record 12 does not continue record 11"), files: nil),
    ]

    /// What bringing the cameras into an engagement that runs the bare standard does, after scoping.
    static func impact(landing: Amendment.Landing? = nil) throws -> AmendmentImpact {
        var sample = try SampleEngagement(Samples.base())
        try sample.submit("authority-proof", "access-grant")
        for phase: ID in ["intake", "assessment", "scoping"] { try sample.pass(phase) }
        let strict = DeclarativeOverlay(identity: OverlayIdentity(id: "strict", title: "Strict", summary: "")) {
            Artifact("risk-register", "Risk register")
            Produce("risk-register", in: .scoping)
            Insert("risk-review", "Review of risks").after(.intake).before(.assessment)
            Expect("risks-bounded", "The risks are bounded", atGateOf: .scoping).needing("risk-register")
        }
        let sequence = try BaseSequence.standard.composed(with: [strict])
        let plan = try EngagementPlan(sequence, digest: Digest(of: [9]))
        return try sample.engagement.impact(
            of: Amendment(to: plan, reason: "insurer", authority: "Ada", landing: landing),
            in: Circumstances(at: sample.now, by: "Ada"))
    }

    static func bulk() throws -> [BulkAmendment] {
        [
            BulkAmendment("campus", .amended(try impact(landing: .reopen))),
            BulkAmendment("harbour", .refused(refusal)),
            BulkAmendment("mill", .amended(try impact(landing: .owe))), BulkAmendment("pilot", .unchanged),
            BulkAmendment("quarry", .failed("the store is locked")),
        ]
    }

    /// Every view as text, with text from outside in every place where a log could hold it.
    static func hostile(_ surface: Surface) throws -> [String] {
        let text = Samples.hostileText
        let events = hostileEvents(text)
        let plan = try EngagementPlan(Samples.hostile(), digest: Digest(of: [7]))
        let start = Start(engagement: "evil", title: text, plan: plan.pinned, incident: nil)
        var engagement = try Engagement(
            replaying: Event(number: 1, time: now, actor: text, content: .started(start)), plan: plan)
        for event in events.dropFirst() { try engagement.apply(event) }
        let summary = EngagementSummary(
            engagement: "evil", title: text, state: .held, openPhases: [], readyPhases: ["design"], length: 1,
            head: .none, started: now, updated: now, due: now)
        let decision = Decision(
            phase: "design", subject: .artifact("thing"), judgement: Judgement(.unmet, [text]), waivedBy: text)
        let refusal = Refusal(.invalid, text, hint: text, missing: [decision])
        let outlook = engagement.outlook(in: Circumstances(at: now, by: text))
        return [
            StatusText(program: text).render(engagement, outlook, for: surface),
            PortfolioText().render([summary], at: now, for: surface), RefusalText().render(refusal, for: surface),
            EventsText().render(events, of: engagement, for: surface), LogText().render(events, for: surface),
            AuditText().render(
                Audit(engagement: "evil", length: 1, head: .none, found: LogBreak(.rule, at: 1, text), files: nil),
                for: surface),
            OrdersText().render(engagement, for: surface),
            BulkAmendmentText().render(
                [BulkAmendment("evil", .failed(text)), BulkAmendment("evil", .refused(refusal))], isDryRun: true,
                for: surface),
        ]
    }

    /// Events as only a forged log holds them, from the first on.
    static func hostileEvents(_ text: String) -> [Event] {
        let decision = Decision(
            phase: "intake", subject: .obligation("capability-matched"), judgement: Judgement(.unmet, [text]),
            waivedBy: nil)
        let draft = EvidenceDraft(
            artifact: "thing", digest: .none, file: text, measurements: [Measurement("m", 1, unit: text)])
        let contents: [Event.Content] = [
            .skipped(phase: "none", reason: text), .assigned(phase: "intake", to: text, due: nil),
            .opened(phase: "intake", attempt: 1, entry: [decision]), .recorded(draft, phase: "intake"),
            .signed(evidence: 4, role: "client", remark: text),
            .refused(phase: "intake", decisions: [decision], spent: []),
            .waived(WaiverGrant(phase: "intake", obligation: "o", authority: text, reason: text)),
            .held(reason: text), .resumed(reason: text), .rejected(order: "o", authority: text, reason: text),
        ]
        let orders = (try? ChangeOrder("o", finding: text)).map { [Event.Content.ordered($0)] } ?? []
        let kept = contents[..<9] + orders + contents[9...]
        return kept.enumerated().map { Event(number: $0 + 1, time: now, actor: text, content: $1) }
    }
}
