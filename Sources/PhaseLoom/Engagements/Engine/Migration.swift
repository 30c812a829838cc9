extension Engagement {
    /// The engagement under another plan: what is finished stays finished, what is under way goes on.
    ///
    /// Counters of loops, decided triggers, evidence, orders and what is owed stay as they are.
    func migrated(to next: EngagementPlan) -> Engagement {
        var result = self
        let sources = next.sources(from: plan)
        result.plan = next
        result.phases = next.sequence.phases.indices.map { index in
            var progress = sources[index].map { phases[$0] }.merged
            for source in sources[index] where phases[source].isFinished && sources[index].count > 1 {
                progress.performed.append(plan.sequence.phases[source].id)
            }
            let activities = next.sequence.phases[index].activities.map(\.id)
            progress.performed = progress.performed.filter { activities.contains($0) }
            return progress
        }
        result.waiting = next.phases.map(\.before.count)
        for index in result.phases.indices { result.adapt(index) }
        for (index, phase) in plan.sequence.phases.enumerated() where next.places[phase.id] == nil {
            result.retired[phase.id] = phases[index]
        }
        result.waivers = waivers.map { $0.moved(to: next) }
        result.owed = owed.map { $0.moved(to: next) }
        result.countWaiting()
        return result
    }

    /// Adapts the state of a phase to loops and conditions that changed.
    private mutating func adapt(_ index: Int) {
        switch phases[index].state {
        case .blocked:
            let loops = plan.sequence.loops
            phases[index].spent.removeAll { id in
                loops.allSatisfy { $0.id != id || rounds[id, default: 0] < $0.limit }
            }
            if phases[index].spent.isEmpty { phases[index].state = .open }
        case .skipped where holds(plan.sequence.phases[index].condition) != false:
            phases[index].reopen(as: .pending)
        default: break
        }
    }

    mutating func take(_ change: Amended, _ next: EngagementPlan, _ event: Event) throws(Refusal) {
        self = migrated(to: next)
        if let incident = change.incident { incidents.append(incident) }
        for debt in change.owed where !owed.contains(debt) { owed.append(debt) }
        try reopen(change.reopened, event)
    }
}

extension EngagementPlan {
    /// The phases of an earlier plan that each phase continues: itself, those that it took in, or the one that it was
    /// taken into.
    func sources(from earlier: EngagementPlan) -> [[Int]] {
        var sources: [[Int]] = phases.map { _ in [] }
        for (index, phase) in earlier.sequence.phases.enumerated() {
            if let place = places[phase.id] { sources[place].append(index) }
        }
        for (index, phase) in sequence.phases.enumerated() where sources[index].isEmpty {
            if let holder = earlier.places[phase.id] { sources[index] = [holder] }
        }
        return sources
    }
}

extension [PhaseProgress] {
    /// How far several phases are as one.
    fileprivate var merged: PhaseProgress {
        guard var result = first else { return PhaseProgress() }
        guard count > 1 else { return result }
        result.attempt = map(\.attempt).max() ?? 0
        result.opened = compactMap(\.opened).min()
        result.performed = flatMap(\.performed)
        result.decisions = []
        result.spent = []
        result.owner = lazy.compactMap(\.owner).first
        result.due = compactMap(\.due).min()
        result.finished = allSatisfy(\.isFinished) ? compactMap(\.finished).max() : nil
        if allSatisfy(\.isFinished) {
            result.state = contains { $0.state == .passed } ? .passed : .skipped
        } else {
            let isUnderWay = contains { $0.isOpen || $0.state == .passed }
            result.state = isUnderWay ? .open : .pending
            if isUnderWay { result.attempt = Swift.max(1, result.attempt) }
        }
        return result
    }
}

extension WaiverGrant {
    fileprivate func moved(to plan: EngagementPlan) -> WaiverGrant {
        guard let index = plan.places[phase] else { return self }
        return WaiverGrant(
            phase: plan.sequence.phases[index].id, obligation: obligation, authority: authority, reason: reason,
            expires: expires)
    }
}

extension Debt {
    fileprivate func moved(to plan: EngagementPlan) -> Debt {
        guard let index = plan.places[phase] else { return self }
        return Debt(phase: plan.sequence.phases[index].id, subject: subject, due: due)
    }
}
