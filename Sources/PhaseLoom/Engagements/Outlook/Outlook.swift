extension Engagement {
    /// What may be done next, and what is missing.
    ///
    /// - Parameter circumstances: the moment, and the code that decides criteria; who asks does not matter.
    /// - Returns: the outlook; without steps when the engagement ended, with nothing but resuming while it is held.
    /// - Complexity: O(*n*) in the number of phases, obligations and what they need.
    public func outlook(in circumstances: Circumstances) -> EngagementOutlook {
        let standings = ending == nil ? phases.indices.compactMap { standing(of: $0, circumstances) } : []
        let owed = ending == nil ? owedWork(circumstances) : []
        return EngagementOutlook(
            time: circumstances.time, steps: steps(standings, owed, circumstances), phases: standings,
            deferred: ending == nil ? deferredWork(circumstances) : [], owed: owed, waivers: latestWaivers,
            loops: plan.sequence.loops.map { .init(loop: $0.id, used: rounds[$0.id, default: 0], limit: $0.limit) },
            orders: orders.filter { $0.state == .pending })
    }

    private func steps(
        _ standings: [EngagementOutlook.Standing], _ owed: [EngagementOutlook.OwedWork], _ circumstances: Circumstances
    ) -> [NextStep] {
        guard ending == nil else { return [] }
        var finder = StepFinder(engagement: self, time: circumstances.time)
        if isHeld {
            finder.add(.resume)
            return finder.steps
        }
        for standing in standings { finder.add(standing) }
        for order in orders where order.state == .pending { finder.add(.settle(order: order.order.id)) }
        guard phases.allSatisfy(\.isFinished) else { return finder.steps }
        for work in owed { finder.add(work) }
        let isSettled = orders.allSatisfy { $0.state != .pending } && owed.allSatisfy(\.decision.isSatisfied)
        if isSettled { finder.add(.close) }
        return finder.steps
    }

    private func standing(of index: Int, _ circumstances: Circumstances) -> EngagementOutlook.Standing? {
        let (phase, progress) = (plan.sequence.phases[index], phases[index])
        guard progress.isOpen || progress.state == .ready else { return nil }
        // A phase that does not run is asked only for what was deferred to it.
        let isAtGate = progress.isOpen || isIdle(index)
        let planned = plan.phases[index]
        let verdicts = verdicts(
            on: isAtGate ? planned.gateConditions : planned.entryConditions, absenceDecides: isAtGate,
            at: circumstances.time)
        let assumed = verdicts.isEmpty ? self : assuming(verdicts)
        let isUndecided = !isAtGate && assumed.holds(phase.condition) != true
        return EngagementOutlook.Standing(
            phase: phase.id, progress: progress, isOverdue: progress.due.map { $0 < circumstances.time } ?? false,
            decisions: isAtGate
                ? assumed.gateDecisions(of: index, circumstances) : assumed.entryDecisions(of: index, circumstances),
            undecided: isUndecided ? phase.condition.triggers.map(\.id).filter { triggers[$0] == nil } : [])
    }

    private func owedWork(_ circumstances: Circumstances) -> [EngagementOutlook.OwedWork] {
        debts(circumstances, unless: []).compactMap { decision in
            let debt = owed.first { $0.phase == decision.phase && $0.subject == decision.subject }
            if debt == nil, decision.isSatisfied { return nil }
            let isLate = debt?.due.map { $0 < circumstances.time } ?? false
            return .init(decision: decision, due: debt?.due, isOverdue: isLate && !decision.isSatisfied)
        }
    }

    /// What phases put off to the gates of later ones that have not opened yet, in canonical order.
    func deferredWork(_ circumstances: Circumstances) -> [EngagementOutlook.DeferredWork] {
        plan.phases.enumerated().filter { !phases[$0.offset].isFinished }.flatMap { index, planned in
            planned.dues.filter { $0.phase != index && phases[$0.phase].state != .skipped }.compactMap { due in
                let origin = plan.sequence.phases[due.phase]
                let obligation = origin.gate[due.obligation]
                guard let decision = decision(on: obligation, of: due.phase, circumstances) else { return nil }
                let limit = plan.compressed[origin.id] != nil ? incidents.compactMap(\.workDue).min() : nil
                let isLate = limit.map { $0 < circumstances.time } ?? false
                return .init(
                    phase: origin.id, obligation: obligation.id, to: plan.sequence.phases[index].id,
                    isSatisfied: decision.isSatisfied, due: limit, isOverdue: isLate && !decision.isSatisfied)
            }
        }
    }

    private var latestWaivers: [WaiverGrant] {
        waivers.enumerated().filter { place, waiver in
            !waivers[(place + 1)...].contains { $0.phase == waiver.phase && $0.obligation == waiver.obligation }
        }.map(\.element)
    }
}
