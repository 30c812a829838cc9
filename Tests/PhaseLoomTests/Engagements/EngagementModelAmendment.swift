import PhaseLoom

// What an amendment does to the model.

extension EngagementModel {
    mutating func take(_ change: Amended, _ next: ComposedSequence, at time: Timestamp) {
        let before = self
        sequence = next
        states = [:]
        settled = [:]
        for phase in next.phases {
            let sources = before.continued(by: phase.id, of: next)
            states[phase.id] = state(of: phase, before, sources)
            for source in sources {
                settled[phase.id, default: [:]].merge(before.settled[source] ?? [:]) { old, _ in old }
            }
            if sources.isEmpty, isFinished(phase.id) { settled[phase.id] = before.settled[phase.id] }
            finished[phase.id] = sources.compactMap { before.finished[$0] }.max() ?? before.finished[phase.id]
        }
        closeEarly(before)
        let kept = Set(next.phases.flatMap { before.continued(by: $0.id, of: next) })
        for phase in before.sequence.phases where !kept.contains(phase.id) {
            gone[phase.id] = before.states[phase.id]
            settled[phase.id] = before.settled[phase.id]
        }
        for phase in next.phases { gone[phase.id] = nil }
        waivers = before.waivers.flatMap { move($0, before) }
        owed = before.owed.flatMap { move($0, before) }
        settleWhatIsMet(before, change, at: time)
        for debt in change.owed where !owed.contains(debt) { owed.append(debt) }
        reopen(change.reopened, at: time)
    }

    /// The phases of this sequence that a phase of the next one continues.
    func continued(by id: ID, of next: ComposedSequence) -> Set<ID> {
        let parts = [id] + next.absorbed.filter { $0.value == id }.map(\.key)
        return Set(parts.compactMap { phase($0)?.id })
    }

    private func state(of phase: ComposedPhase, _ before: EngagementModel, _ sources: Set<ID>) -> State {
        let were = sources.map { before.states[$0, default: .waiting] }
        var state = State.waiting
        if sources.isEmpty {
            let isOld = lastReopening.map { $0 >= finished[phase.id] ?? time0 } ?? false
            if let was = gone[phase.id], was == .passed || was == .skipped, !isOld { state = was }
        } else if were.allSatisfy({ $0 == .passed || $0 == .skipped }) {
            state = were.contains(.passed) ? .passed : .skipped
        } else if were.contains(.open) || were.contains(.passed) {
            state = .open
        }
        return state == .skipped && holds(phase.condition) != false ? .waiting : state
    }

    private var time0: Timestamp { Timestamp.range.lowerBound }

    /// Of a phase that becomes several only those are open that everything before them lets open.
    private mutating func closeEarly(_ before: EngagementModel) {
        for phase in sequence.phases where states[phase.id] == .open && !isReached(phase.id) {
            let sources = before.continued(by: phase.id, of: sequence)
            let isShared = sources.allSatisfy { source in
                sequence.phases.count { before.continued(by: $0.id, of: sequence).contains(source) } > 1
            }
            if isShared { (states[phase.id], settled[phase.id]) = (.waiting, [:]) }
        }
    }

    private func targets(of phase: ID, _ before: EngagementModel) -> [ComposedPhase] {
        sequence.phases.filter { before.continued(by: $0.id, of: sequence).contains(before.phase(phase)?.id ?? phase) }
    }

    private func move(_ waiver: WaiverGrant, _ before: EngagementModel) -> [WaiverGrant] {
        let asks = { (phase: ComposedPhase) in (phase.gate + phase.entry).contains { $0.id == waiver.obligation } }
        let targets = targets(of: waiver.phase, before).filter { phase in
            let sources = before.continued(by: phase.id, of: sequence).compactMap(before.phase)
            return asks(phase) && sources.count(where: asks) == 1
        }
        if targets.isEmpty { return [waiver] }
        return targets.map {
            WaiverGrant(
                phase: $0.id, obligation: waiver.obligation, authority: waiver.authority, reason: waiver.reason,
                expires: waiver.expires)
        }
    }

    private func move(_ debt: Debt, _ before: EngagementModel) -> [Debt] {
        let targets = targets(of: debt.phase, before).filter { phase in
            switch debt.subject {
            case .obligation(let id): (phase.gate + phase.entry).contains { $0.id == id }
            case .artifact(let artifact): phase.produces.contains(artifact)
            case .predecessor: false
            }
        }
        return targets.isEmpty ? [debt] : targets.map { Debt(phase: $0.id, subject: debt.subject, due: debt.due) }
    }

    /// What was asked as it stands stays settled, what evidence meets is settled, and the rest has to be owed or asked.
    private mutating func settleWhatIsMet(_ before: EngagementModel, _ change: Amended, at time: Timestamp) {
        for phase in sequence.phases {
            let old = settled[phase.id] ?? [:]
            settled[phase.id] = [:]
            for obligation in phase.gate + phase.entry {
                let was = old[obligation.id].map { Self.asksNoMore(obligation, than: $0) } ?? false
                let isMet = states[phase.id] == .passed || states[phase.id] == .open
                if was || isMet && isSatisfied(obligation, of: phase.id, at: time) && isDecided(obligation) {
                    settled[phase.id]?[obligation.id] = obligation
                }
            }
        }
    }

    /// Whether an obligation is asked by now, and not later at the gate of an unfinished phase.
    private func isDecided(_ obligation: ComposedObligation) -> Bool {
        obligation.deferredTo.flatMap { phase($0)?.id }.map(isFinished) ?? true
    }

    private static func asksNoMore(_ obligation: ComposedObligation, than old: ComposedObligation) -> Bool {
        old.status != .waived && (old.status == .mandated || obligation.status != .mandated)
            && old.needs == obligation.needs && old.bound == obligation.bound && old.proof == obligation.proof
            && old.condition == obligation.condition
    }
}
