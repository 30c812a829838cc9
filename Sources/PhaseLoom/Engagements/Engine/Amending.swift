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
        let landed = next.landed(from: plan, sources, circumstances).map { decision in
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
            late: late.map(phaseID), retired: retirements(under: amendment.plan), landed: landed,
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
                .landing, "\(open.count) new obligations land on phases that have passed",
                hint: "say whether they reopen the phase or are owed until closeout", missing: open)
        }
        let change = Amended(
            plan: amendment.plan.pinned, reason: amendment.reason, authority: amendment.authority,
            order: amendment.order, incident: amendment.incident, reopened: impact.reopened, owed: impact.owed)
        try emit(.amended(change), circumstances, &events, amended: amendment.plan)
        for index in phases.indices { try skipIfIdle(index, circumstances, &events) }
    }

    private func check(_ amendment: Amendment) throws(Refusal) {
        var isOrdered = false
        if let id = amendment.order {
            guard let order = orders.first(where: { $0.order.id == id }) else {
                throw unknown("change order", id, among: orders.map(\.order.id))
            }
            guard order.state == .approved else {
                throw Refusal(
                    .unfinished, "change order '\(id)' is \(order.state.rawValue)", hint: "it changes nothing")
            }
            isOrdered = true
        }
        try amendment.plan.checkCompressions(since: plan, amendment.incident)
        let (before, after) = (plan.mandates, amendment.plan.mandates)
        if let lost = before.subtracting(after).min(), !isOrdered {
            throw Refusal(
                .carveOut, "'\(lost)' is mandated, and the amendment takes it away",
                hint: "name the approved change order that allows it")
        }
        let execution = plan.index(holding: .execution).map { phases[$0] }
        guard let execution, execution.isOpen || execution.isFinished else { return }
        if let gained = after.subtracting(before).min() {
            throw Refusal(
                .carveOut, "'\(gained)' is mandated, and execution has opened",
                hint: "approve a change order that reopens design first")
        }
    }

    private func retirements(under next: EngagementPlan) -> [AmendmentImpact.Retired] {
        let own = Set(next.sequence.phases.map(\.id))
        return plan.sequence.phases.enumerated().filter { !own.contains($1.id) }.map { index, phase in
            AmendmentImpact.Retired(
                phase: phase.id, state: phases[index].state,
                into: next.places[phase.id].map { next.sequence.phases[$0].id })
        }.sorted { $0.phase < $1.phase }
    }

    private func reopened(by landed: [AmendmentImpact.Landed]) -> [ID] {
        let targets = landed.filter { $0.landing == .reopen }.compactMap { plan.places[$0.decision.phase] }
        let reopened = Set(targets.flatMap { reopening($0) })
        return plan.sequence.phases.map(\.id).filter { reopened.contains($0) }
    }

    /// What is new on phases that have passed, or to enter phases that are open, and is not met.
    private func landed(from earlier: EngagementPlan, _ sources: [[Int]], _ circumstances: Circumstances) -> [Decision]
    {
        phases.indices.flatMap { index -> [Decision] in
            guard phases[index].state == .passed || phases[index].isOpen else { return [] }
            let phase = plan.sequence.phases[index]
            let before = sources[index].map { earlier.sequence.phases[$0] }
            let entry = phase.entry.filter { new in !before.contains { $0.entry.contains(new.asksAsMuch) } }
            var decisions = entry.compactMap { decision(on: $0, of: phase, circumstances) }
            if phases[index].state == .passed {
                let gate = phase.gate.filter { new in
                    let isDueLater = new.deferredTo.flatMap { progress(of: $0) }.map { !$0.isFinished } ?? false
                    return !isDueLater && !before.contains { $0.gate.contains(new.asksAsMuch) }
                }
                decisions += gate.compactMap { decision(on: $0, of: phase, circumstances) }
                let artifacts = phase.produces.filter { new in !before.contains { $0.produces.contains(new) } }
                decisions += artifacts.compactMap { decision(on: .artifact($0), of: phase, circumstances) }
            }
            return decisions.filter { !$0.isSatisfied }
        }
    }
}

extension EngagementPlan {
    /// The identifiers of the mandated obligations.
    fileprivate var mandates: Set<String> {
        Set(
            sequence.phases.flatMap { phase in
                (phase.entry + phase.gate).filter { $0.status == .mandated }.map(\.id.text)
            })
    }
}

extension ComposedObligation {
    /// Finds an obligation that asks for the same as this one, whoever is behind it.
    fileprivate var asksAsMuch: (ComposedObligation) -> Bool {
        { other in
            other.id == id && other.needs == needs && other.bound == bound && other.proof == proof
                && other.condition == condition && other.status != .waived
        }
    }
}

extension [ComposedObligation] {
    fileprivate func contains(_ matches: (ComposedObligation) -> Bool) -> Bool { contains(where: matches) }
}
