extension Engagement {
    mutating func gate(_ phase: ID, _ circumstances: Circumstances, _ events: inout [Event]) throws(Refusal) {
        let index = try place(of: phase)
        // A phase that is skipped is still asked for what was deferred to it.
        let isIdle = isIdle(index)
        if !isIdle { try checkIsOpen(index) }
        let conditions = plan.phases[index].gateConditions
        let verdicts =
            conditions.isEmpty ? [] : verdicts(on: conditions, absenceDecides: true, at: circumstances.time)
        let decisions =
            verdicts.isEmpty
            ? gateDecisions(of: index, circumstances) : assuming(verdicts).gateDecisions(of: index, circumstances)
        let id = plan.sequence.phases[index].id
        guard decisions.allSatisfy(\.isSatisfied) else {
            // A trigger is decided for the whole run, so it is not decided by a gate that stays shut: asking is free.
            let spent = isIdle ? [] : spentLoops(of: index, decisions)
            return try emit(.refused(phase: id, decisions: decisions, spent: spent), circumstances, &events)
        }
        let waiting = plan.conditional.filter { phases[$0].state == .ready }
        try emit(verdicts, circumstances, &events)
        try emit(.passed(phase: id, decisions: decisions), circumstances, &events)
        try skipIdle(besides: waiting, circumstances, &events)
    }

    /// The loops whose criteria fail and whose limits are spent, unless another loop still leads back.
    private func spentLoops(of index: Int, _ decisions: [Decision]) -> [ID] {
        guard !plan.phases[index].loops.isEmpty else { return [] }
        let loops = plan.phases[index].loops.map { plan.sequence.loops[$0] }
        let failing = loops.filter { loop in failed(loop, decisions).contains { $0.judgement.verdict == .unmet } }
        return failing.allSatisfy { rounds[$0.id, default: 0] >= $0.limit } ? failing.map(\.id) : []
    }

    private func failed(_ loop: ComposedLoop, _ decisions: [Decision]) -> [Decision] {
        decisions.filter { decision in
            guard case .obligation(let id) = decision.subject, !decision.isSatisfied else { return false }
            return loop.criteria.contains(id)
        }
    }

    mutating func goBack(
        by id: ID, _ reason: String, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        guard let loop = plan.sequence.loops.first(where: { $0.id == id }) else {
            throw unknown("loop", id, among: plan.sequence.loops.map(\.id))
        }
        let (source, target) = (try place(of: loop.from), try place(of: loop.to))
        guard rounds[id, default: 0] < loop.limit else {
            throw Refusal(
                .spent,
                "loop '\(id)' was taken \(Words.count(rounds[id, default: 0], "time")), its limit is \(loop.limit)",
                hint: "waive the criterion, approve a change order, amend the sequence or cancel")
        }
        try checkIsOpen(source)
        guard !failed(loop, phases[source].decisions).isEmpty else {
            throw Refusal(
                .loop, "no criterion of loop '\(id)' has failed",
                hint: "ask the gate of '\(loop.from)' first; the loop needs " + Words.list(loop.criteria.map(\.text)))
        }
        try Words.check(reason, "reason")
        try emit(
            .looped(loop: id, reopened: reopening(target), reason: reason), circumstances, &events)
        try skipIdle(besides: plan.conditional, circumstances, &events)
    }

    /// What opening a phase again reopens: the phase, and all after it that were not still waiting.
    func reopening(_ target: Int) -> [ID] {
        let after = plan.downstream(of: target).filter { phases[$0].state != .pending }
        return ([target] + after).map { plan.sequence.phases[$0].id }
    }

    mutating func waive(
        _ waiver: WaiverGrant, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        let index = try place(of: waiver.phase)
        let phase = plan.sequence.phases[index]
        let known = phase.gate + phase.entry
        let places = known.filter { $0.id == waiver.obligation }
        guard let obligation = places.first else {
            throw unknown("obligation at phase '\(waiver.phase)'", waiver.obligation, among: known.map(\.id))
        }
        guard places.allSatisfy({ $0.status != .mandated }) else {
            let source = obligation.attribution.cites.joined(separator: ", ")
            throw Refusal(
                .mandated, "'\(waiver.obligation)' is mandated and cannot be waived",
                hint: source.isEmpty ? "meet it" : "meet it; \(source) demands it")
        }
        guard places.contains(where: { $0.status == .plain }) else {
            throw Refusal(.repeated, "'\(waiver.obligation)' is waived already", hint: "an overlay does so")
        }
        try Words.check(name: waiver.authority)
        try Words.check(waiver.reason, "reason")
        guard waiver.holds(at: circumstances.time) else {
            throw Refusal(
                .invalid, "the waiver would end at \(waiver.expires?.description ?? ""), which is past",
                hint: "name a later moment")
        }
        let grant = WaiverGrant(
            phase: phase.id, obligation: waiver.obligation, authority: waiver.authority, reason: waiver.reason,
            expires: waiver.expires)
        try emit(.waived(grant), circumstances, &events)
    }
}
