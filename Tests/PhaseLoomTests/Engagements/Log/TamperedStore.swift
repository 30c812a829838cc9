import PhaseLoom

/// A store of one engagement whose log somebody got at.
struct TamperedStore: EngagementStore {
    var records: [LogRecord]
    var summary: EngagementSummary?
    var documents: [Digest: [UInt8]] = [:]
    var refusal = StoreError.Code.readOnly

    func append(_ batch: LogBatch) throws(StoreError) {
        throw StoreError(refusal, "nothing is appended", hint: "it is a test")
    }

    func records(of engagement: ID, after number: Int, limit: Int) -> [LogRecord] {
        Array(records.dropFirst(number).prefix(limit))
    }

    func summary(of engagement: ID) -> EngagementSummary? { summary }

    func engagements(matching query: EngagementQuery) -> [EngagementSummary] { summary.map { [$0] } ?? [] }

    func feed(after position: Int, limit: Int) -> [FeedEntry] { [] }

    func document(_ name: Digest) -> [UInt8]? { documents[name] }
}

/// A log of two hundred events with everything that an engagement records, and another one like it.
struct TamperingSample {
    let store: TamperedStore
    let foreign: [LogRecord]
    let events: [Event]
    let format = RememberedPlans()
    static let length = 200

    init() async throws {
        (store, events) = try await Self.log("campus", format)
        foreign = try await Self.log("mill", format).0.records
    }

    var records: [LogRecord] { store.records }
    var head: Digest { store.records.last?.hash ?? .none }

    /// Verifies the log after somebody changed it.
    func audit(
        _ records: [LogRecord], against head: Digest? = nil, forging isSummaryForged: Bool = false
    ) async throws -> Audit? {
        var store = store
        store.records = records
        if isSummaryForged { store.summary = store.summary?.forged(records) }
        return try await Ledger(store: store, format: format).audit("campus", against: head)
    }

    private static func log(_ id: ID, _ format: RememberedPlans) async throws -> (TamperedStore, [Event]) {
        let memory = MemoryStore()
        let ledger = Ledger(store: memory, format: format)
        let plan = try ledger.plan(try base.composed())
        var now = Timestamp(milliseconds: 1_767_603_600_000)
        var session = try await ledger.start(id, plan: plan, in: Circumstances(at: now, by: "Ada"))
        var commands = try commands(ledger)
        var number = 0
        while session.log.length < length {
            now = now.advanced(byMilliseconds: 60_000)
            number += 1
            let filler = Command.record(
                EvidenceDraft(
                    artifact: "notes", digest: Digest(of: [UInt8(number % 256)]), file: "note-\(number).txt",
                    size: number, measurements: [Measurement("count", Double(number), unit: "m²")]))
            let isTime = number % 4 == 0 || session.engagement.isHeld
            let command = isTime && !commands.isEmpty ? commands.removeFirst() : filler
            _ = try await ledger.perform(command, on: &session, in: Circumstances(at: now, by: "Ada"))
        }
        let history = try await ledger.history(of: id)
        var documents: [Digest: [UInt8]] = [:]
        for event in history.map(\.event) {
            if case .started(let start) = event.content { documents[start.plan.document] = start.plan.digest.bytes }
            if case .amended(let change) = event.content { documents[change.plan.document] = change.plan.digest.bytes }
        }
        let store = TamperedStore(
            records: history.map(\.record), summary: await memory.summary(of: id), documents: documents)
        return (store, history.map(\.event))
    }

    private static func commands(_ ledger: Ledger) throws -> [Command] {
        let rule = DeclarativeOverlay(identity: OverlayIdentity(id: "rule", title: "Rule", summary: "")) {
            Expect("reviewed", "It is reviewed", atGateOf: .phase("check")).needing("report")
        }
        let amended = try ledger.plan(try base.composed(with: [rule]))
        let report = { (score: Double) in
            Command.record(
                EvidenceDraft(artifact: "report", digest: .none, measurements: [Measurement("score", score)]))
        }
        return [
            .scope(try ScopeItem("lamp", "Lämp", cost: 12.5, days: 1)), .assign(phase: "plan", to: "Grace"),
            .open(phase: "plan"), .perform(phase: "plan", activity: "sketch"), .gate(phase: "plan"),
            .decide(trigger: "wanted", holds: true, reason: "yes"), .open(phase: "build"),
            .work(item: "lamp", phase: "build"), .raise(try ChangeOrder("co", finding: "more", cost: 1)),
            .approve(order: "co", authority: "Board"), .raise(try ChangeOrder("no", finding: "less")),
            .reject(order: "no", authority: "Board", reason: "no"), .gate(phase: "build"), .open(phase: "check"),
            report(0.5), .sign(artifact: "report", role: "client", remark: "hm"), .gate(phase: "check"),
            .loop("rework", reason: "again"), .hold(reason: "rain"), .resume(reason: "sun"),
            .amend(Amendment(to: amended, reason: "law", authority: "Board")), .open(phase: "build"),
            .gate(phase: "build"), .open(phase: "check"), report(0.9),
            .waive(WaiverGrant(phase: "check", obligation: "reviewed", authority: "Board", reason: "pilot")),
            .gate(phase: "check"),
        ]
    }

    private static let base = BaseSequence(id: "small", title: "Small") {
        Artifact("acceptance-criteria", "Acceptance criteria").broughtToTheEngagement()
        Artifact("notes", "Notes").broughtToTheEngagement()
        Artifact("report", "Report")
        Insert("plan", "Plan").holding(.intake, .assessment, .scoping, .design)
        Insert("build", "Build").after("plan").holding(.execution).when(Trigger("wanted", "It is wanted"))
        Insert("check", "Check").after("build").holding(.validation).producing("report")
        Insert("finish", "Finish").after("check").holding(.transfer, .closeout, .operations)
        Perform("sketch", "Sketch", during: .phase("plan"))
        Expect("good", "It is good enough", atGateOf: .phase("check")).needing("report")
            .measured("score", .atLeast(0.85))
        LoopBack("rework", from: .phase("check"), to: .phase("build"), while: "good", atMost: 2)
    }
}

extension EngagementSummary {
    /// The summary that somebody who changes everything would write.
    fileprivate func forged(_ records: [LogRecord]) -> EngagementSummary {
        EngagementSummary(
            engagement: engagement, title: title, state: state, openPhases: openPhases, readyPhases: readyPhases,
            length: records.count, head: records.last?.hash ?? .none, started: started, updated: updated, due: due)
    }
}
