/// Runs engagements in a store: loads them, carries out commands, and keeps what happened.
///
/// A command is decided on the engagement as it was loaded and stored only if nobody was faster; otherwise the ledger
/// catches up and decides again. So any number of people and processes may use one store.
public struct Ledger: Sendable {
    /// The store.
    public let store: any EngagementStore
    private let format: any PlanFormat
    private let plans: PlanCache

    /// Makes a ledger over a store.
    public init(store: any EngagementStore, format: any PlanFormat) {
        self.store = store
        self.format = format
        plans = PlanCache()
    }

    /// Makes a sequence ready to run.
    ///
    /// - Throws: ``Refusal`` when verification found an error in it.
    public func plan(
        _ sequence: ComposedSequence, coded: some Sequence<ID> = EmptyCollection()
    ) throws(Refusal) -> EngagementPlan {
        try EngagementPlan(
            sequence, digest: format.digest(of: sequence), document: Digest(of: format.write(sequence)), coded: coded)
    }

    /// Starts an engagement.
    ///
    /// - Throws: ``LedgerError`` when phases are compressed without an incident, an engagement of this name exists, or
    ///   the store fails.
    public func start(
        _ id: ID, title: String = "", plan: EngagementPlan, incident: Incident? = nil, in circumstances: Circumstances
    ) async throws(LedgerError) -> EngagementSession {
        let begun: (engagement: Engagement, events: [Event])
        do {
            begun = try Engagement.starting(id, title: title, plan: plan, incident: incident, in: circumstances)
        } catch {
            throw .refused(error)
        }
        var session = EngagementSession(engagement: begun.engagement, log: Log(of: id))
        let records = session.log.append(begun.events)
        do {
            try await store.append(batch(records, of: session, expecting: 0, [plan]))
        } catch {
            guard error.code == .conflict else { throw .store(error) }
            throw .refused(
                Refusal(.repeated, "there is an engagement '\(id)' already", hint: "choose another name"))
        }
        return session
    }

    /// Loads an engagement.
    ///
    /// - Returns: `nil` when the store has none of this name.
    /// - Throws: ``LedgerError`` when the log is broken or has another end than the store remembers, or the store fails.
    /// - Complexity: O(*n*) in the size of the log.
    public func load(_ id: ID) async throws(LedgerError) -> EngagementSession? {
        try await read(id) { _, _, _ in }?.session
    }

    /// Carries out a command and keeps what happened.
    ///
    /// - Parameters:
    ///   - command: what should happen.
    ///   - session: the engagement; afterwards as the command, and whoever was faster, left it.
    ///   - circumstances: who gives the command, and when.
    /// - Returns: what happened.
    /// - Throws: ``LedgerError`` when the rules stand against it, or the store fails; what happened is what is stored.
    /// - Complexity: independent of the length of the log, unless somebody was faster.
    public func perform(
        _ command: Command, on session: inout EngagementSession, in circumstances: Circumstances
    ) async throws(LedgerError) -> [Event] {
        for _ in 0..<Self.attempts {
            if session.isAhead { try await reload(&session) }
            let (length, plan) = (session.log.length, session.engagement.plan)
            let events: [Event]
            do {
                events = try session.engagement.perform(command, in: circumstances)
            } catch {
                throw .refused(error)
            }
            let records = session.log.append(events)
            let plans = session.engagement.plan == plan ? [] : [session.engagement.plan]
            do {
                // The state is changed in place, which copies nothing; should storing fail, the store knows better.
                session.isAhead = true
                try await store.append(batch(records, of: session, expecting: length, plans))
                session.isAhead = false
                return events
            } catch {
                guard error.code == .conflict else { throw .store(error) }
            }
        }
        throw .store(
            StoreError(
                .busy, "others changed engagement '\(session.engagement.id)' \(Self.attempts) times in between",
                hint: "try again"))
    }

    private static let attempts = 100

    private func reload(_ session: inout EngagementSession) async throws(LedgerError) {
        let id = session.engagement.id
        guard let stored = try await load(id) else {
            throw .broken(LogBreak(.end, at: 0, "the log of engagement '\(id)' is gone"))
        }
        session = stored
    }

    /// Takes in what others recorded since the session was loaded.
    ///
    /// - Throws: ``LedgerError`` when the log is broken or the store fails.
    public func catchUp(_ session: inout EngagementSession) async throws(LedgerError) {
        if session.isAhead { try await reload(&session) }
        while true {
            let records = try await records(of: session.engagement.id, after: session.log.length)
            if records.isEmpty { return }
            for record in records { _ = try await take(record, into: &session) }
        }
    }

    /// Reads a log from its beginning to the end that the store remembers, event by event, with the engagement after
    /// each.
    ///
    /// - Returns: the engagement as the last event left it, and what the store remembers of it then; `nil` when there
    ///   is none.
    /// - Throws: ``LedgerError`` at the first entry that is broken or cannot follow, and when the end is another.
    func read(
        _ id: ID, _ each: (Event, LogRecord, Engagement) -> Void
    ) async throws(LedgerError) -> (session: EngagementSession, summary: EngagementSummary)? {
        var records = try await records(of: id, after: 0)[...]
        if records.isEmpty {
            guard let summary = try await summary(of: id) else { return nil }
            records = try await self.records(of: id, after: 0)[...]
            if records.isEmpty { throw .broken(Log(of: id).end(missing: summary)) }
        }
        guard let first = records.popFirst() else { return nil }
        let (event, begun) = try await begin(first, of: id)
        each(event, first, begun.engagement)
        // The state is changed in place: a second reference to it would copy all evidence with every event.
        var session = begun
        while true {
            try await readOn(records, &session, each)
            // It is asked after the records: whatever others appended meanwhile, it is not behind them.
            let summary = try await summary(of: id)
            if let summary, summary.length == session.log.length, summary.head == session.log.head {
                return (session, summary)
            }
            records = []
            if let summary, summary.length > session.log.length {
                records = try await self.records(of: id, after: session.log.length)[...]
            }
            if records.isEmpty { throw .broken(session.log.end(missing: summary)) }
        }
    }

    /// Takes in records and those after them.
    private func readOn(
        _ records: ArraySlice<LogRecord>, _ session: inout EngagementSession,
        _ each: (Event, LogRecord, Engagement) -> Void
    ) async throws(LedgerError) {
        var records = records
        repeat {
            for record in records {
                let event = try await take(record, into: &session)
                each(event, record, session.engagement)
            }
            records = try await self.records(of: session.engagement.id, after: session.log.length)[...]
        } while !records.isEmpty
    }

    private func summary(of id: ID) async throws(LedgerError) -> EngagementSummary? {
        do {
            return try await store.summary(of: id)
        } catch {
            throw .store(error)
        }
    }

    private func records(of id: ID, after length: Int) async throws(LedgerError) -> [LogRecord] {
        do {
            return try await store.records(of: id, after: length, limit: 4096)
        } catch {
            throw .store(error)
        }
    }

    private func begin(_ record: LogRecord, of id: ID) async throws(LedgerError) -> (Event, EngagementSession) {
        var log = Log(of: id)
        let event = try Self.event(record, &log)
        guard case .started(let start) = event.content else {
            throw .broken(LogBreak(.order, at: 1, "record 1 does not start the engagement"))
        }
        let plan = try await plan(start.plan, at: 1)
        do {
            return (event, EngagementSession(engagement: try Engagement(replaying: event, plan: plan), log: log))
        } catch {
            throw .broken(LogBreak(.rule, at: 1, error.message))
        }
    }

    private func take(
        _ record: LogRecord, into session: inout EngagementSession
    ) async throws(LedgerError) -> Event {
        let event = try Self.event(record, &session.log)
        var amended: EngagementPlan?
        if case .amended(let change) = event.content { amended = try await plan(change.plan, at: event.number) }
        do {
            try session.engagement.apply(event, amended: amended)
        } catch {
            throw .broken(LogBreak(.rule, at: event.number, error.message))
        }
        return event
    }

    private static func event(_ record: LogRecord, _ log: inout Log) throws(LedgerError) -> Event {
        do {
            return try log.take(record)
        } catch {
            throw .broken(error)
        }
    }

    /// The plan that an event pins, from the store.
    private func plan(_ pinned: PinnedPlan, at place: Int) async throws(LedgerError) -> EngagementPlan {
        if let plan = await plans.plan(pinned) { return plan }
        let content: [UInt8]?
        do {
            content = try await store.document(pinned.document)
        } catch {
            throw .store(error)
        }
        guard let content else {
            throw .broken(LogBreak(.plan, at: place, "the plan of record \(place) is missing"))
        }
        let plan: EngagementPlan
        do {
            let sequence = try format.read(content)
            plan = try EngagementPlan(
                sequence, digest: format.digest(of: sequence), document: Digest(of: content), coded: pinned.coded)
        } catch {
            throw .broken(LogBreak(.plan, at: place, "the plan of record \(place) cannot be read: \(error)"))
        }
        guard plan.pinned == pinned else {
            throw .broken(LogBreak(.plan, at: place, "the plan of record \(place) was changed"))
        }
        await plans.keep(plan)
        return plan
    }

    private func batch(
        _ records: [LogRecord], of session: EngagementSession, expecting length: Int, _ plans: [EngagementPlan]
    ) -> LogBatch {
        LogBatch(
            engagement: session.engagement.id, expectedLength: length, records: records, summary: session.summary,
            documents: plans.map { StoredDocument(name: $0.document, content: format.write($0.sequence)) })
    }
}

/// The plans that a ledger has read, so that engagements of one sequence share one.
private actor PlanCache {
    private var plans: [PinnedPlan: EngagementPlan] = [:]

    func plan(_ pinned: PinnedPlan) -> EngagementPlan? { plans[pinned] }

    func keep(_ plan: EngagementPlan) { plans[plan.pinned] = plan }
}

extension Log {
    /// The break of a log that has another end than the store remembers.
    fileprivate func end(missing summary: EngagementSummary?) -> LogBreak {
        guard let summary else {
            return LogBreak(.end, at: length, "the log ends at record \(length), but nothing else knows the engagement")
        }
        guard summary.length == length else {
            let kept = summary.length == 1 ? "1 record was" : "\(summary.length) records were"
            return LogBreak(.end, at: length, "the log ends at record \(length), but \(kept) kept")
        }
        return LogBreak(.end, at: length, "record \(length), the last one, is not the one that was kept")
    }
}
