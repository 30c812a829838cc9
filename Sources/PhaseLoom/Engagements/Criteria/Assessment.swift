extension Engagement {
    /// What stands between a phase and its opening: the decisions on its entry requirements.
    ///
    /// - Complexity: O(*n*) in the number of requirements and what they need.
    public func entryDecisions(of phase: ID, in circumstances: Circumstances) -> [Decision] {
        plan.places[phase].map { entryDecisions(of: $0, circumstances) } ?? []
    }

    func entryDecisions(of index: Int, _ circumstances: Circumstances) -> [Decision] {
        plan.sequence.phases[index].entry.compactMap { decision(on: $0, of: index, circumstances) }
    }

    /// What stands between a phase and its end: the decisions that its gate would take.
    ///
    /// They cover the phases before it, the artifacts that it hands on, its criteria, those that come due at it, and at
    /// closeout what is owed.
    ///
    /// - Complexity: O(*n*) in the number of criteria and what they need.
    public func gateDecisions(of phase: ID, in circumstances: Circumstances) -> [Decision] {
        guard let index = plan.places[phase] else { return [] }
        return gateDecisions(of: index, circumstances)
    }

    func gateDecisions(of index: Int, _ circumstances: Circumstances) -> [Decision] {
        // Fields are read in place: copying a phase counts a reference for each of its parts.
        var decisions: [Decision] = []
        decisions.reserveCapacity(plan.sequence.phases[index].produces.count + plan.phases[index].dues.count)
        if waiting[index] > 0 { decisions += unfinishedPredecessors(of: index) }
        let runs = phases[index].state != .skipped && !isIdle(index)
        if runs {
            for artifact in plan.sequence.phases[index].produces
            where !plan.phases[index].postponed.contains(artifact) {
                if let decision = decision(onHandingOn: artifact, of: index, circumstances) {
                    decisions.append(decision)
                }
            }
        }
        for due in plan.phases[index].dues {
            // What a skipped phase deferred is not owed.
            if due.phase == index ? !runs : phases[due.phase].state == .skipped { continue }
            let obligation = plan.sequence.phases[due.phase].gate[due.obligation]
            if let decision = decision(on: obligation, of: due.phase, circumstances) {
                decisions.append(decision)
            }
        }
        // Where an amendment put the phase before one that is finished, nobody else will ask.
        for (place, holder) in plan.phases[index].deferred where runs && phases[holder].isFinished {
            let obligation = plan.sequence.phases[index].gate[place]
            if let decision = decision(on: obligation, of: index, circumstances) { decisions.append(decision) }
        }
        if plan.index(holding: .closeout) == index { decisions += debts(circumstances, unless: decisions) }
        return decisions
    }

    /// Decides an obligation; `nil` when it does not have to be met.
    func decision(
        on obligation: ComposedObligation, of index: Int, _ circumstances: Circumstances
    ) -> Decision? {
        guard obligation.status != .waived else { return nil }
        let phase = plan.sequence.phases[index].id
        if !obligation.condition.isAlways {
            switch holds(obligation.condition) {
            case true?: break
            case false?: return nil
            case nil:
                let judgement = Judgement(.undefined, ["it is not decided whether it applies"])
                return Decision(phase: phase, subject: .obligation(obligation.id), judgement: judgement)
            }
        }
        let judgement = judge(obligation, of: index, circumstances)
        let waiver =
            judgement.verdict == .met || waivers.isEmpty
                || obligation.status == .mandated
            ? nil : waiver(of: obligation.id, at: phase, holdingAt: circumstances.time)
        return Decision(
            phase: phase, subject: .obligation(obligation.id), judgement: judgement, waivedBy: waiver?.authority)
    }

    private func decision(
        onHandingOn artifact: ID, of index: Int, _ circumstances: Circumstances
    ) -> Decision? {
        let condition = plan.sequence.phases[index].productionConditions[artifact]
        if let condition, holds(condition) == false { return nil }
        let judgement = production(of: artifact, by: index, at: circumstances.time)
        return Decision(phase: plan.sequence.phases[index].id, subject: .artifact(artifact), judgement: judgement)
    }

    private func unfinishedPredecessors(of index: Int) -> [Decision] {
        plan.unfinished(before: index, phases).map { before in
            let id = plan.sequence.phases[before].id
            return Decision(
                phase: plan.sequence.phases[index].id, subject: .predecessor(id),
                judgement: Judgement(.unmet, ["phase '\(id)' is not finished"]))
        }
    }

    /// What closeout asks beyond its own gate: what amendments left owed, and waived obligations whose waiver ended.
    func debts(_ circumstances: Circumstances, unless decided: [Decision]) -> [Decision] {
        let waived = waivers.map { Debt(phase: $0.phase, subject: .obligation($0.obligation)) }
        var known = Set(decided.map { Debt(phase: $0.phase, subject: $0.subject) })
        return (owed.map { Debt(phase: $0.phase, subject: $0.subject) } + waived).compactMap { debt in
            guard let index = plan.places[debt.phase], phases[index].state == .passed, known.insert(debt).inserted
            else { return nil }
            return decision(on: debt.subject, of: index, circumstances)
        }
    }

    /// Decides one thing that a phase has to show; `nil` when it does not have to, or there is no such thing.
    func decision(
        on subject: Decision.Subject, of index: Int, _ circumstances: Circumstances
    ) -> Decision? {
        let phase = plan.sequence.phases[index]
        return switch subject {
        case .obligation(let id):
            (phase.gate + phase.entry).first { $0.id == id }.flatMap { decision(on: $0, of: index, circumstances) }
        case .artifact(let artifact):
            phase.produces.contains(artifact) ? decision(onHandingOn: artifact, of: index, circumstances) : nil
        case .predecessor: nil
        }
    }

    /// Whether a condition holds; `nil` while triggers that matter are not decided.
    func holds(_ condition: Condition) -> Bool? {
        var isOpen = false
        for clause in condition.clauses {
            if clause.contains(where: { triggers[$0.id] == true }) { continue }
            if clause.allSatisfy({ triggers[$0.id] == false }) { return false }
            isOpen = true
        }
        return isOpen ? nil : true
    }
}
