extension Engagement {
    mutating func open(_ phase: ID, _ circumstances: Circumstances, _ events: inout [Event]) throws(Refusal) {
        let index = try place(of: phase)
        try checkIsReady(index)
        let conditions = plan.phases[index].entryConditions
        let verdicts =
            conditions.isEmpty ? [] : verdicts(on: conditions, absenceDecides: false, at: circumstances.time)
        let decisions = try entryDecisions(of: index, given: verdicts, circumstances)
        let missing = decisions.filter { !$0.isSatisfied }
        guard missing.isEmpty else {
            throw Refusal(
                .entry, "phase '\(phase)' may not open: \(missing.count) of its requirements are not met",
                hint: "hand in what is missing, or waive what may be waived", missing: missing)
        }
        try emit(verdicts, circumstances, &events)
        let id = plan.sequence.phases[index].id
        try emit(.opened(phase: id, attempt: phases[index].attempt + 1, entry: decisions), circumstances, &events)
    }

    private func entryDecisions(
        of index: Int, given verdicts: [TriggerVerdict], _ circumstances: Circumstances
    ) throws(Refusal) -> [Decision] {
        if plan.phases[index].entryConditions.isEmpty { return entryDecisions(of: index, circumstances) }
        let assumed = assuming(verdicts)
        let phase = plan.sequence.phases[index]
        if isIdle(index) {
            throw Refusal(
                .phase, "phase '\(phase.id)' is skipped", hint: "ask its gate for what was deferred to it")
        }
        guard assumed.holds(phase.condition) == true else {
            let open = phase.condition.triggers.filter { assumed.triggers[$0.id] != true }.map(\.id.text)
            throw Refusal(
                .undecided, "it is not decided that phase '\(phase.id)' runs",
                hint: "hand in what shows it, or decide " + Words.list(open))
        }
        return assumed.entryDecisions(of: index, circumstances)
    }

    private func checkIsReady(_ index: Int) throws(Refusal) {
        let id = plan.sequence.phases[index].id
        switch phases[index].state {
        case .ready: return
        case .open, .blocked: throw Refusal(.repeated, "phase '\(id)' is open already", hint: "work in it")
        case .passed:
            throw Refusal(.repeated, "phase '\(id)' has passed", hint: "a loop back or a change order reopens it")
        case .skipped: throw Refusal(.phase, "phase '\(id)' is skipped", hint: "its triggers do not hold")
        case .pending:
            let before = plan.unfinished(before: index, phases)
            throw Refusal(
                .phase, "phase '\(id)' may not open yet",
                hint: "finish " + Words.list(before.map { plan.sequence.phases[$0].id.text }) + " first")
        }
    }

    mutating func perform(
        _ activity: ID, of phase: ID, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        let index = try place(of: phase)
        let composed = plan.sequence.phases[index]
        guard let known = composed.activities.first(where: { $0.id == activity }) else {
            throw unknown("activity of phase '\(phase)'", activity, among: composed.activities.map(\.id))
        }
        try checkIsOpen(index)
        let done = phases[index].performed
        guard !done.contains(activity) else {
            throw Refusal(.repeated, "activity '\(activity)' is done already", hint: "go on with the next one")
        }
        if holds(known.condition) == false {
            throw Refusal(.phase, "activity '\(activity)' is skipped", hint: "its triggers do not hold")
        }
        let before = known.after.filter { id in
            let other = composed.activities.first { $0.id == id }
            return !done.contains(id) && other.flatMap { holds($0.condition) } != false
        }
        guard before.isEmpty else {
            throw Refusal(
                .unfinished, "activity '\(activity)' comes later",
                hint: "finish " + Words.list(before.map(\.text)) + " first")
        }
        try emit(.performed(phase: composed.id, activity: activity), circumstances, &events)
    }

    func checkIsOpen(_ index: Int) throws(Refusal) {
        let id = plan.sequence.phases[index].id
        switch phases[index].state {
        case .open: return
        case .blocked:
            throw Refusal(
                .spent,
                "phase '\(id)' is blocked: the limit of \(Words.list(phases[index].spent.map(\.text))) is spent",
                hint: "waive the criterion, approve a change order, amend the sequence or cancel")
        case .ready: throw Refusal(.phase, "phase '\(id)' is not open", hint: "open it first")
        case .passed:
            throw Refusal(.repeated, "phase '\(id)' has passed", hint: "a loop back or a change order reopens it")
        case .pending, .skipped:
            throw Refusal(
                .phase, "phase '\(id)' is \(phases[index].state.rawValue)",
                hint: "'status \(self.id)' tells what comes first")
        }
    }

    mutating func assign(
        _ phase: ID, to owner: String, _ due: Timestamp?, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        let index = try place(of: phase)
        try Words.check(name: owner)
        guard !phases[index].isFinished else {
            throw Refusal(.phase, "phase '\(phase)' is \(phases[index].state.rawValue)", hint: "nobody has to do it")
        }
        try emit(
            .assigned(phase: plan.sequence.phases[index].id, to: owner, due: due), circumstances, &events)
    }

    mutating func hold(
        _ reason: String, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        try Words.check(reason, "reason")
        try emit(.held(reason: reason), circumstances, &events)
    }

    mutating func resume(
        _ reason: String, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        guard isHeld else {
            throw Refusal(.repeated, "engagement '\(id)' is not on hold", hint: "'status \(id)' tells what is next")
        }
        try Words.check(reason, "reason")
        try emit(.resumed(reason: reason), circumstances, &events)
    }

    mutating func cancel(
        _ reason: String, _ authority: String, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        try Words.check(reason, "reason")
        try Words.check(name: authority)
        try emit(.cancelled(reason: reason, authority: authority), circumstances, &events)
    }

    mutating func close(_ circumstances: Circumstances, _ events: inout [Event]) throws(Refusal) {
        let unfinished = phases.indices.filter { !phases[$0].isFinished }.map { plan.sequence.phases[$0].id.text }
        guard unfinished.isEmpty else {
            throw Refusal(
                .unfinished, "engagement '\(id)' is not finished", hint: "finish " + Words.list(unfinished) + " first")
        }
        let pending = orders.filter { $0.state == .pending }.map(\.order.id.text)
        guard pending.isEmpty else {
            throw Refusal(
                .unfinished, "change orders are not decided", hint: "approve or reject " + Words.list(pending))
        }
        let missing = debts(circumstances, unless: []).filter { !$0.isSatisfied }
        guard missing.isEmpty else {
            throw Refusal(
                .unfinished,
                "\(Words.count(missing.count, "obligation")) \(missing.count == 1 ? "is" : "are") still owed",
                hint: "meet them, or waive what may be waived",
                missing: missing)
        }
        try emit(.closed, circumstances, &events)
    }
}
