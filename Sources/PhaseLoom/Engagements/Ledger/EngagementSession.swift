/// An engagement that is loaded, and the end of its log to which it corresponds.
public struct EngagementSession: Sendable {
    /// The engagement after all events of the log.
    public internal(set) var engagement: Engagement
    /// The log.
    public internal(set) var log: Log
    /// Whether the engagement is ahead of the store, because storing failed; the ledger loads it again then.
    var isAhead = false

    /// What lists show of the engagement.
    public var summary: EngagementSummary {
        let ids = engagement.plan.sequence.phases.map(\.id)
        let states = zip(ids, engagement.phases)
        return EngagementSummary(
            engagement: engagement.id, title: engagement.title, state: engagement.state,
            openPhases: states.filter { $1.isOpen }.map(\.0),
            readyPhases: states.filter { $1.state == .ready }.map(\.0),
            length: log.length, head: log.head, started: engagement.started, updated: engagement.updated,
            due: engagement.nextDue)
    }
}

extension Engagement {
    /// When the next thing falls due: a phase, what is owed and not met yet, deferred work; `nil` when nothing does.
    public var nextDue: Timestamp? {
        guard ending == nil else { return nil }
        let now = Circumstances(at: updated, by: "")
        let debts = owed.filter { debt in
            guard let index = plan.places[debt.phase] else { return true }
            return decision(on: debt.subject, of: index, now)?.isSatisfied == false
        }
        let phases = phases.lazy.filter { !$0.isFinished }.compactMap(\.due)
        // Looking for deferred work takes longer than asking whether any has a date.
        let isPressing = incidents.contains { $0.workDue != nil }
        let deferred = (isPressing ? deferredWork(now) : []).lazy.filter { !$0.isSatisfied }.compactMap(\.due)
        return (Array(phases) + debts.compactMap(\.due) + Array(deferred)).min()
    }
}
