extension Engagement {
    /// The engagement under another plan: what is finished stays finished, what is under way goes on.
    ///
    /// Counters of loops, decided triggers, evidence, orders and what is owed stay as they are.
    func migrated(to next: EngagementPlan) -> Engagement {
        var result = self
        let sources = next.sources(from: plan)
        result.plan = next
        result.phases = next.sequence.phases.indices.map { progress(under: next, at: $0, from: sources[$0]) }
        for index in result.phases.indices { result.adapt(index) }
        result.waiting = next.phases.map(\.before.count)
        result.countWaiting()
        result.closeEarly(sources)
        let continued = Set(sources.joined())
        for index in plan.sequence.phases.indices where !continued.contains(index) {
            result.retired[plan.sequence.phases[index].id] = phases[index]
        }
        for phase in next.sequence.phases { result.retired[phase.id] = nil }
        result.waivers = waivers.flatMap { moved($0, to: next, sources) }
        result.owed = owed.flatMap { moved($0, to: next, sources) }
        result.evidenceIndex = EvidenceIndex(artifacts: next.artifacts.count)
        for item in evidence { result.takeIntoIndex(item) }
        return result
    }

    /// How far a phase of another plan is, made of the phases that it continues.
    private func progress(under next: EngagementPlan, at index: Int, from sources: [Int]) -> PhaseProgress {
        let phase = next.sequence.phases[index]
        var progress = sources.map { phases[$0] }.merged
        if sources.isEmpty, let before = retired[phase.id], isAsItWas(before) { progress = before }
        for source in sources where phases[source].isFinished && sources.count > 1 {
            progress.performed.append(plan.sequence.phases[source].id)
        }
        let activities = phase.activities.map(\.id)
        progress.performed = progress.performed.filter { activities.contains($0) }
        return progress
    }

    /// Whether a phase that comes back is finished still: it was, and nothing was opened again since.
    private func isAsItWas(_ progress: PhaseProgress) -> Bool {
        guard progress.isFinished, let finished = progress.finished else { return false }
        return reopened.map { $0 < finished } ?? true
    }

    /// Adapts the state of a phase to loops and conditions that changed.
    private mutating func adapt(_ index: Int) {
        switch phases[index].state {
        // An amendment is a decision that a blocked phase waits for; its gate is asked again.
        case .blocked: phases[index].unblock()
        case .skipped where holds(plan.sequence.phases[index].condition) != false:
            phases[index].reopen(as: .pending)
        default: break
        }
    }

    /// Puts back phases that a compressed one held and that stand alone again, where others of them come first.
    private mutating func closeEarly(_ sources: [[Int]]) {
        var uses: [Int: Int] = [:]
        for source in sources.joined() { uses[source, default: 0] += 1 }
        for index in phases.indices where phases[index].isOpen && waiting[index] > 0 {
            guard sources[index].allSatisfy({ uses[$0, default: 0] > 1 }) else { continue }
            phases[index].reopen(as: .pending)
        }
    }

    mutating func take(_ change: Amended, _ next: EngagementPlan?, _ event: Event) throws(Refusal) {
        guard let next, next.pinned == change.plan else { throw .broken(event, "pins another plan") }
        self = migrated(to: next)
        if let incident = change.incident { incidents.append(incident) }
        for debt in change.owed where !owed.contains(debt) { owed.append(debt) }
        try reopen(change.reopened, event)
    }
}

// MARK: - What moves with phases

extension Engagement {
    /// A waiver under another plan: at every phase that continues its own and has the obligation.
    ///
    /// Where phases become one that had the same obligation each, the waiver of one does not count for the others.
    private func moved(_ waiver: WaiverGrant, to next: EngagementPlan, _ sources: [[Int]]) -> [WaiverGrant] {
        let targets = self.targets(of: waiver.phase, sources).filter { target in
            let phase = next.sequence.phases[target]
            let asking = sources[target].filter { plan.sequence.phases[$0].obligation(waiver.obligation) != nil }
            return phase.obligation(waiver.obligation) != nil && asking.count == 1
        }
        if targets.isEmpty { return [waiver] }
        return targets.map { target in
            WaiverGrant(
                phase: next.sequence.phases[target].id, obligation: waiver.obligation, authority: waiver.authority,
                reason: waiver.reason, expires: waiver.expires)
        }
    }

    /// What is owed under another plan: at every phase that continues its own and has it to show.
    private func moved(_ debt: Debt, to next: EngagementPlan, _ sources: [[Int]]) -> [Debt] {
        let targets = self.targets(of: debt.phase, sources).filter { target in
            let phase = next.sequence.phases[target]
            return switch debt.subject {
            case .obligation(let id): phase.obligation(id) != nil
            case .artifact(let artifact): phase.produces.contains(artifact)
            case .predecessor: false
            }
        }
        if targets.isEmpty { return [debt] }
        return targets.map { Debt(phase: next.sequence.phases[$0].id, subject: debt.subject, due: debt.due) }
    }

    /// The phases of another plan that continue a phase.
    private func targets(of phase: ID, _ sources: [[Int]]) -> [Int] {
        guard let source = plan.places[phase] else { return [] }
        return sources.indices.filter { sources[$0].contains(source) }
    }
}

extension ComposedPhase {
    /// The obligation of an identifier, at the gate or for entry.
    func obligation(_ id: ID) -> ComposedObligation? { gate.first { $0.id == id } ?? entry.first { $0.id == id } }
}

extension EngagementPlan {
    /// The phases of an earlier plan that each phase continues: those that held it, or what it takes in.
    func sources(from earlier: EngagementPlan) -> [[Int]] {
        var parts = sequence.phases.map { [$0.id] }
        for (part, place) in places where sequence.phases[place].id != part { parts[place].append(part) }
        return parts.map { $0.compactMap { earlier.places[$0] }.sortedAndUnique }
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
