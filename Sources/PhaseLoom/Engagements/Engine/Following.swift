// What has to hold before an event, so that no log leads into a state that cannot be: each check is cheap, and none
// asks whether the rules would have let it happen, which an audit does by performing everything again.

extension Engagement {
    /// Why an event cannot follow, worded after its number; `nil` when it can.
    ///
    /// - Complexity: O(1) for most events; O(*n*) in the items and orders of the scope for those about it.
    func objection(to content: Event.Content) -> String? {
        switch content {
        case .started: "starts an engagement again"
        case .resumed: isHeld ? nil : "resumes an engagement that is not on hold"
        case .cancelled: nil
        case _ where isHeld: "happens while the engagement is on hold"
        case .opened(let phase, let attempt, _): objection(toOpening: phase, attempt)
        case .skipped(let phase, _): at(phase) { isIdle($0) ? nil : "skips phase '\(phase)', which is to run" }
        case .recorded(let draft, let phase): objection(toRecording: draft, phase)
        case .signed(let number, _, _): evidencePlace(of: number) == nil ? "signs what was not handed in" : nil
        case .performed(let phase, let activity): at(phase) { objection(toPerforming: activity, $0) }
        case .assigned(let phase, _, _):
            at(phase) { phases[$0].isFinished ? "assigns phase '\(phase)', which is finished" : nil }
        case .triggered(let trigger, _, _): objection(toDeciding: trigger)
        case .passed(let phase, let decisions): at(phase) { objection(toPassing: $0, decisions) }
        case .refused(let phase, let decisions, let spent): at(phase) { objection(toRefusing: $0, decisions, spent) }
        case .waived(let waiver): at(waiver.phase) { _ in nil }
        case .looped(let loop, let reopened, _): objection(toGoingBackBy: loop, reopened)
        case .held, .amended: nil
        case .closed: objectionToClosing
        case .scoped(let item): asked { () throws(Refusal) in try checkAdding(item) }
        case .worked(let item, let phase): asked { () throws(Refusal) in try checkWorking(on: item, in: phase) }
        case .ordered(let order): asked { () throws(Refusal) in try checkRaising(order) }
        case .approved(let order, _, _): asked { () throws(Refusal) in try checkApproving(order) }
        case .rejected(let order, _, _): asked { () throws(Refusal) in _ = try pendingOrder(order) }
        }
    }

    private func at(_ phase: ID, _ check: (Int) -> String?) -> String? {
        guard let index = plan.places[phase] else { return "concerns phase '\(phase)', which is unknown" }
        return check(index)
    }

    /// The objection of a check that commands make, too.
    private func asked(_ check: () throws(Refusal) -> Void) -> String? {
        do {
            try check()
            return nil
        } catch {
            return "cannot be: \(error.message)"
        }
    }
}

// MARK: - Phases

extension Engagement {
    private func objection(toOpening phase: ID, _ attempt: Int) -> String? {
        at(phase) { index in
            guard phases[index].state == .ready else { return "opens phase '\(phase)', which is not ready" }
            // Compared without adding: a log may say any number.
            guard attempt > 0, attempt - 1 == phases[index].attempt else {
                return "says that attempt \(attempt) follows attempt \(phases[index].attempt)"
            }
            return nil
        }
    }

    private func objection(toPerforming activity: ID, _ index: Int) -> String? {
        guard phases[index].state == .open else { return "does an activity in a phase that is not open" }
        guard plan.sequence.phases[index].activities.contains(where: { $0.id == activity }) else {
            return "does activity '\(activity)', which is unknown"
        }
        return phases[index].performed.contains(activity) ? "does activity '\(activity)' again" : nil
    }

    private func objection(toPassing index: Int, _ decisions: [Decision]) -> String? {
        // A skipped phase is still asked for what was deferred to it; it is skipped then, not passed.
        guard phases[index].state == .open || isIdle(index), waiting[index] == 0 else {
            return "passes the gate of a phase that is not open"
        }
        return decisions.allSatisfy(\.isSatisfied) ? nil : "passes a gate that is not met"
    }

    private func objection(toRefusing index: Int, _ decisions: [Decision], _ spent: [ID]) -> String? {
        guard phases[index].state == .open || isIdle(index) && spent.isEmpty else {
            return "shuts the gate of a phase that is not open"
        }
        guard !decisions.allSatisfy(\.isSatisfied) else { return "shuts a gate that is met" }
        let loops = plan.phases[index].loops.map { plan.sequence.loops[$0].id }
        return spent.allSatisfy(loops.contains) ? nil : "is blocked by a loop that does not begin there"
    }

    private func objection(toDeciding trigger: ID) -> String? {
        guard triggers[trigger] == nil else { return "decides trigger '\(trigger)' again" }
        let isKnown = plan.sequence.triggers.contains { $0.id == trigger }
        return isKnown ? nil : "decides trigger '\(trigger)', which is unknown"
    }

    private func objection(toGoingBackBy id: ID, _ reopened: [ID]) -> String? {
        guard let loop = plan.sequence.loops.first(where: { $0.id == id }) else {
            return "takes loop '\(id)', which is unknown"
        }
        guard rounds[id, default: 0] < loop.limit else { return "takes loop '\(id)', whose limit is spent" }
        guard plan.places[loop.to] == reopened.first.flatMap({ plan.places[$0] }) else {
            return "does not open phase '\(loop.to)' again"
        }
        return at(loop.from) { phases[$0].state == .open ? nil : "takes loop '\(id)' from a phase that is not open" }
    }

    private var objectionToClosing: String? {
        guard phases.allSatisfy(\.isFinished) else { return "closes an engagement that is not finished" }
        return orders.contains { $0.state == .pending } ? "closes before all change orders are decided" : nil
    }
}

// MARK: - Evidence

extension Engagement {
    private func objection(toRecording draft: EvidenceDraft, _ phase: ID?) -> String? {
        guard plan.artifacts[draft.artifact] != nil else {
            return "hands in artifact '\(draft.artifact)', which is unknown"
        }
        guard draft.size >= 0 else { return "hands in \(draft.size) bytes" }
        return phase.flatMap { at($0) { _ in nil } }
    }
}
