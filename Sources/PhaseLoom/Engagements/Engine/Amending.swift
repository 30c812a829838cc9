extension Engagement {
    /// What an amendment would do, without doing it.
    ///
    /// - Throws: ``Refusal`` when the amendment breaks a rule whatever happens to landed obligations: an unknown or
    ///   undecided change order, compression without an incident, mandated obligations at the wrong time.
    /// - Complexity: O(*n* log *n*) in the size of both sequences.
    public func impact(
        of amendment: Amendment, in circumstances: Circumstances
    ) throws(Refusal) -> AmendmentImpact {
        try check(amendment)
        let next = migrated(to: amendment.plan)
        let sources = amendment.plan.sources(from: plan)
        let landed = landed(on: next, sources, circumstances).map { decision in
            let key = Debt(phase: decision.phase, subject: decision.subject)
            return AmendmentImpact.Landed(
                decision: decision, landing: amendment.landings[key] ?? amendment.landing)
        }
        let added = amendment.plan.phases.indices.filter { sources[$0].isEmpty }
        let late = added.filter { index in
            amendment.plan.downstream(of: index).contains { next.phases[$0].isOpen || next.phases[$0].isFinished }
        }
        let phaseID = { (index: Int) in amendment.plan.sequence.phases[index].id }
        return AmendmentImpact(
            difference: SequenceDiff(from: plan.sequence, to: amendment.plan.sequence), added: added.map(phaseID),
            late: late.map(phaseID), retired: retirements(under: amendment.plan, sources), landed: landed,
            reopened: next.reopened(by: landed),
            owed: landed.filter { $0.landing == .owe }.map {
                Debt(phase: $0.decision.phase, subject: $0.decision.subject, due: amendment.due)
            })
    }

    mutating func amend(
        _ amendment: Amendment, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        try Words.check(amendment.reason, "reason")
        try Words.check(name: amendment.authority)
        if let base = amendment.base, base != plan {
            throw Refusal(
                .outdated, "the sequence of engagement '\(id)' changed meanwhile", hint: "work out the amendment again")
        }
        guard amendment.plan != plan else {
            throw Refusal(.repeated, "the sequence stays as it is", hint: "name overlays to add, remove or change")
        }
        let impact = try impact(of: amendment, in: circumstances)
        let open = impact.landed.filter { $0.landing == nil }.map(\.decision)
        guard open.isEmpty else {
            throw Refusal(
                .landing,
                "\(Words.count(open.count, "new obligation")) \(open.count == 1 ? "lands" : "land")"
                    + " on phases that have passed",
                hint: "say whether they reopen the phase or are owed until closeout", missing: open)
        }
        let change = Amended(
            plan: amendment.plan.pinned, reason: amendment.reason, authority: amendment.authority,
            order: amendment.order, incident: amendment.incident, reopened: impact.reopened, owed: impact.owed)
        try emit(.amended(change), circumstances, &events, amended: amendment.plan)
        try skipIdle(besides: plan.conditional, circumstances, &events)
    }

    private func check(_ amendment: Amendment) throws(Refusal) {
        let order = try amendment.order.map { id throws(Refusal) in try approvedOrder(id) }
        try amendment.plan.checkCompressions(since: plan, amendment.incident)
        if let lost = plan.mandates(missingIn: amendment.plan).first, order == nil {
            throw Refusal(
                .carveOut, "'\(lost)' is mandated, and the amendment takes it away",
                hint: "name the approved change order that allows it")
        }
        if let lost = plan.mandates(missingIn: amendment.plan).first, let order, order.decidedBy == order.raisedBy {
            throw Refusal(
                .carveOut,
                "'\(lost)' is mandated, and '\(order.raisedBy.excerpt)' both raised '\(order.order.id)' and approved it",
                hint: "let someone else approve the change order that takes a mandate away")
        }
        let execution = plan.index(holding: .execution).map { phases[$0] }
        guard let execution, execution.attempt > 0 || execution.isFinished else { return }
        guard let gained = amendment.plan.mandates(missingIn: plan).first else { return }
        let reopensDesign = plan.index(holding: .design).map { design in
            order?.reopened.contains { plan.places[$0] == design } ?? false
        }
        guard reopensDesign == true, !execution.isOpen, !execution.isFinished else {
            throw Refusal(
                .carveOut, "'\(gained)' is mandated, and execution has opened",
                hint: "approve a change order that reopens design, and name it")
        }
    }

    private func approvedOrder(_ id: ID) throws(Refusal) -> OrderProgress {
        guard let order = orders.first(where: { $0.order.id == id }) else {
            throw unknown("change order", id, among: orders.map(\.order.id))
        }
        guard order.state == .approved else {
            throw Refusal(
                .unfinished, "change order '\(id)' is \(order.state.rawValue)", hint: "it changes nothing")
        }
        return order
    }

    private func retirements(under next: EngagementPlan, _ sources: [[Int]]) -> [AmendmentImpact.Retired] {
        let own = Set(next.sequence.phases.map(\.id))
        return plan.sequence.phases.enumerated().filter { !own.contains($1.id) }.map { index, phase in
            AmendmentImpact.Retired(
                phase: phase.id, state: phases[index].state,
                into: sources.firstIndex { $0.contains(index) }.map { next.sequence.phases[$0].id })
        }.sorted { $0.phase < $1.phase }
    }

    private func reopened(by landed: [AmendmentImpact.Landed]) -> [ID] {
        let targets = landed.filter { $0.landing == .reopen }.compactMap { plan.places[$0.decision.phase] }
        let reopened = Set(targets.flatMap { reopening($0) })
        return plan.sequence.phases.map(\.id).filter { reopened.contains($0) }
    }

    /// What is new on phases that have passed, or to enter phases that are open, and is not met.
    private func landed(
        on next: Engagement, _ sources: [[Int]], _ circumstances: Circumstances
    ) -> [Decision] {
        next.phases.indices.flatMap { index -> [Decision] in
            guard next.phases[index].state == .passed || next.phases[index].isOpen else { return [] }
            let phase = next.plan.sequence.phases[index]
            let before = sources[index].map { plan.sequence.phases[$0] }
            var asked = phase.entry
            var decisions: [Decision] = []
            if next.phases[index].state == .passed {
                // What is deferred to a phase that is not finished is asked at its gate.
                asked += phase.gate.filter { $0.deferredTo.flatMap { next.progress(of: $0) }?.isFinished ?? true }
                let artifacts = phase.produces.filter { new in !before.contains { $0.produces.contains(new) } }
                decisions = artifacts.compactMap { next.decision(on: .artifact($0), of: index, circumstances) }
            }
            let new = asked.filter { obligation in !before.contains { asksAsMuch(obligation, under: next.plan, $0) } }
            return (new.compactMap { next.decision(on: $0, of: index, circumstances) } + decisions)
                .filter { !$0.isSatisfied }
        }
    }

    /// Whether a phase has been asked for as much as an obligation of another plan demands, whoever is behind it.
    private func asksAsMuch(
        _ obligation: ComposedObligation, under next: EngagementPlan, _ phase: ComposedPhase
    ) -> Bool {
        guard let before = phase.obligation(obligation.id), before.status != .waived else { return false }
        guard before.status == .mandated || obligation.status != .mandated else { return false }
        // What was deferred to a phase that is not finished has not been asked yet.
        guard before.deferredTo.flatMap({ progress(of: $0) })?.isFinished ?? true else { return false }
        guard plan.coded.contains(before.id) || !next.coded.contains(before.id) else { return false }
        return before.needs == obligation.needs && before.bound == obligation.bound
            && before.proof == obligation.proof && before.condition == obligation.condition
    }
}

extension EngagementPlan {
    /// The mandated obligations that another plan does not mandate where it continues their phase, in canonical order.
    fileprivate func mandates(missingIn other: EngagementPlan) -> [ID] {
        let kept = Set(
            other.sequence.phases.flatMap { phase in
                (phase.entry + phase.gate).filter { $0.status == .mandated }.map(\.id)
            })
        return sequence.phases.flatMap { phase in
            (phase.entry + phase.gate).filter { $0.status == .mandated }.map(\.id).filter { id in
                // With its phase an obligation may go, as long as it stands elsewhere.
                guard let place = other.places[phase.id] else { return !kept.contains(id) }
                return other.sequence.phases[place].obligation(id)?.status != .mandated
            }
        }
    }
}
