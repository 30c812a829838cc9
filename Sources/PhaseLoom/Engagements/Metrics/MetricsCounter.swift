/// Counts what the metrics of an engagement need, event by event.
struct MetricsCounter {
    private var phases: [EngagementMetrics.PhaseTime] = []
    private var places: [ID: Int] = [:]
    /// The phases that are open, and since when.
    private var open: [(phase: ID, since: Timestamp)] = []
    private var passed = Set<ID>()
    private var heldSince: Timestamp?
    private var blockedSince: Timestamp?
    private var timeOnHold = Duration.zero
    private var timeBlocked = Duration.zero
    private var loopbacks = 0
    private var reopenedGates = 0
    /// Whether each gate that was asked opened at once.
    private var firstDecisions: [ID: Bool] = [:]
    /// The debts with a date that are not settled.
    private var debts: [Debt] = []
    private var debtsMet = 0
    private var debtsMissed = 0

    /// Takes in an event, with the engagement after it.
    mutating func take(_ event: Event, _ after: Engagement) {
        switch event.content {
        case .opened(let phase, _, _): count(openingOf: phase)
        case .passed(let phase, _): firstDecisions[phase] = firstDecisions[phase] ?? true
        case .refused(let phase, _, _): firstDecisions[phase] = firstDecisions[phase] ?? false
        case .looped(_, let reopened, _):
            loopbacks += 1
            reopenedGates += reopened.count { passed.contains($0) }
        case .approved(_, _, let reopened): reopenedGates += reopened.count { passed.contains($0) }
        case .amended(let change):
            reopenedGates += change.reopened.count { passed.contains($0) }
            debts += change.owed.filter { $0.due != nil }
        case .started, .skipped, .waived, .held, .resumed, .cancelled, .closed: break
        // The others change the state of no phase.
        default: return
        }
        settle(at: event.time, after)
    }

    private mutating func count(openingOf phase: ID) {
        if let place = places[phase] {
            phases[place].openings += 1
        } else {
            places[phase] = phases.count
            phases.append(.init(phase: phase, openings: 1, time: .zero))
        }
    }

    /// Begins and ends what is timed, by how the engagement stands now.
    private mutating func settle(at time: Timestamp, _ after: Engagement) {
        let isRunning = after.ending == nil
        let ids = after.plan.sequence.phases.map(\.id)
        let states = zip(ids, after.phases)
        let nowOpen = isRunning ? states.filter { $1.isOpen }.map(\.0) : []
        passed = Set(states.filter { $1.state == .passed }.map(\.0))
        for (phase, since) in open where !nowOpen.contains(phase) { add(time.duration(since: since), to: phase) }
        open.removeAll { !nowOpen.contains($0.phase) }
        for phase in nowOpen where !open.contains(where: { $0.phase == phase }) {
            // A phase that took in open ones was never opened by itself.
            if places[phase] == nil { count(openingOf: phase) }
            open.append((phase, time))
        }
        let isBlocked = after.phases.contains { $0.state == .blocked }
        Self.settle(&heldSince, &timeOnHold, if: isRunning && after.isHeld, at: time)
        Self.settle(&blockedSince, &timeBlocked, if: isRunning && isBlocked, at: time)
        settleDebts(at: time, after)
    }

    private mutating func add(_ time: Duration, to phase: ID) {
        if let place = places[phase] { phases[place].time += time }
    }

    private mutating func settleDebts(at time: Timestamp, _ after: Engagement) {
        // A compression may have renamed the phase since.
        let isOwed = { (debt: Debt) in after.owed.contains { $0.subject == debt.subject && $0.due == debt.due } }
        for debt in debts where !isOwed(debt) {
            if debt.due.map({ time <= $0 }) ?? false { debtsMet += 1 } else { debtsMissed += 1 }
        }
        debts.removeAll { !isOwed($0) }
    }

    private static func settle(
        _ since: inout Timestamp?, _ total: inout Duration, if isOn: Bool, at time: Timestamp
    ) {
        if let begin = since, !isOn {
            total += time.duration(since: begin)
            since = nil
        } else if since == nil, isOn {
            since = time
        }
    }
}

extension MetricsCounter {
    /// The metrics of an engagement after all events that were taken in.
    func metrics(of engagement: Engagement, at now: Timestamp) -> EngagementMetrics {
        var counter = self
        let until = engagement.ending == nil ? Swift.max(now, engagement.updated) : engagement.updated
        for (phase, since) in open { counter.add(until.duration(since: since), to: phase) }
        Self.settle(&counter.heldSince, &counter.timeOnHold, if: false, at: until)
        Self.settle(&counter.blockedSince, &counter.timeBlocked, if: false, at: until)
        let orders = engagement.orders
        let approved = orders.filter { $0.state == .approved }.compactMap { order in
            order.before.map { (before: $0, after: $0.applying(order.order)) }
        }
        return EngagementMetrics(
            engagement: engagement.id, state: engagement.state, started: engagement.started, until: until,
            timeOnHold: counter.timeOnHold, timeBlocked: counter.timeBlocked, phases: counter.phases,
            loopbacks: loopbacks, reopenedGates: reopenedGates,
            firstPasses: .init(firstDecisions.values.count { $0 }, of: firstDecisions.count),
            waivers: .init(
                granted: engagement.waivers.count, inForce: engagement.waivers.count { $0.holds(at: until) }),
            orders: .init(
                pending: orders.count { $0.state == .pending }, approved: approved.count,
                rejected: orders.count { $0.state == .rejected },
                cost: approved.reduce(0) { $0 + $1.after.cost - $1.before.cost },
                days: approved.reduce(0) { $0 + $1.after.days - $1.before.days }),
            targets: targets(of: engagement, at: until))
    }

    private func targets(of engagement: Engagement, at now: Timestamp) -> EngagementMetrics.Targets {
        let retired = engagement.retired.values.filter(\.isFinished)
        let phases = (engagement.phases + retired).filter { $0.state != .skipped }
        var targets = phases.compactMap { phase in
            phase.due.map { (due: $0, done: phase.state == .passed ? phase.finished : nil) }
        }
        for incident in engagement.incidents {
            let holders = engagement.holdersOfDeferredWork
            guard let due = incident.workDue, !holders.isEmpty else { continue }
            let isDone = holders.allSatisfy(\.isFinished)
            targets.append((due, isDone ? holders.compactMap(\.finished).max() : nil))
        }
        targets += debts.compactMap { debt in debt.due.map { ($0, nil) } }
        let met = targets.count { target in target.done.map { $0 <= target.due } ?? false }
        let missed = targets.count { ($0.done ?? now) > $0.due }
        return .init(met: met + debtsMet, missed: missed + debtsMissed, open: targets.count - met - missed)
    }
}

extension Engagement {
    /// The phases to whose gates compressed phases deferred work.
    fileprivate var holdersOfDeferredWork: [PhaseProgress] {
        plan.phases.indices.filter { index in
            plan.phases[index].dues.contains { due in
                due.phase != index && plan.compressed[plan.sequence.phases[due.phase].id] != nil
            }
        }.map { phases[$0] }
    }
}
