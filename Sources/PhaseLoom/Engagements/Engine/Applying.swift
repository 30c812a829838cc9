extension Engagement {
    /// Makes an engagement of the first event of its log.
    ///
    /// - Parameters:
    ///   - event: the event that started it.
    ///   - plan: the plan that the event pins.
    /// - Throws: ``Refusal`` with ``Refusal/Code/brokenLog`` when the event does not start one, or pins another plan.
    public init(replaying event: Event, plan: EngagementPlan) throws(Refusal) {
        guard case .started(let start) = event.content, event.number == 1 else {
            throw .broken(event, "does not start an engagement")
        }
        guard start.plan == plan.pinned else { throw .broken(event, "pins another plan") }
        self.init(id: start.engagement, title: start.title, plan: plan, started: event.time)
        if let incident = start.incident { incidents.append(incident) }
        length = 1
    }

    /// Takes an event into the state.
    ///
    /// - Parameters:
    ///   - event: the event that follows the last one.
    ///   - amended: the plan that the event pins, if it amends the sequence.
    /// - Throws: ``Refusal`` with ``Refusal/Code/brokenLog`` when the event cannot follow. The engagement must not be
    ///   used afterwards.
    /// - Complexity: O(1) for most events; O(*n*) in the number of phases and evidence where phases reopen.
    public mutating func apply(_ event: Event, amended: EngagementPlan? = nil) throws(Refusal) {
        guard event.number == length + 1, event.time >= updated else { throw .broken(event, "does not follow") }
        guard ending == nil else { throw .broken(event, "follows the end") }
        if let objection = objection(to: event.content) { throw .broken(event, objection) }
        switch event.content {
        case .started: throw .broken(event, "starts an engagement again")
        case .opened(let phase, let attempt, _): try open(phase, attempt, event)
        case .skipped(let phase, _): finish(try place(of: phase, event), as: .skipped, event)
        case .recorded(let draft, let phase): take(draft, phase, event)
        case .signed(let number, let role, let remark): try sign(number, role, remark, event)
        case .performed(let phase, let activity): phases[try place(of: phase, event)].performed.append(activity)
        case .assigned(let phase, let owner, let due): try assign(phase, owner, due, event)
        case .triggered(let trigger, let holds, _): triggers[trigger] = holds
        case .passed(let phase, let decisions): try pass(phase, decisions, event)
        case .refused(let phase, let decisions, let spent): try refuse(phase, decisions, spent, event)
        case .waived(let waiver): take(waiver)
        case .looped(let loop, let reopened, _):
            rounds[loop, default: 0] += 1
            try reopen(reopened, event)
        case .held: isHeld = true
        case .resumed: isHeld = false
        case .cancelled: ending = .cancelled
        case .closed: ending = .closed
        case .scoped(let item): scope.items.append(item)
        case .worked(let item, _): worked.append(item)
        case .ordered(let order):
            orders.append(OrderProgress(order: order, raisedBy: event.actor, raised: event.time))
        case .approved(let order, let authority, let reopened): try approve(order, authority, reopened, event)
        case .rejected(let order, let authority, _): _ = try decide(order, .rejected, authority, event)
        case .amended(let change): try take(change, amended, event)
        }
        length = event.number
        updated = event.time
    }

    private mutating func open(_ phase: ID, _ attempt: Int, _ event: Event) throws(Refusal) {
        let index = try place(of: phase, event)
        phases[index].state = .open
        phases[index].attempt = attempt
        phases[index].opened = event.time
    }

    private mutating func assign(_ phase: ID, _ owner: String, _ due: Timestamp?, _ event: Event) throws(Refusal) {
        let index = try place(of: phase, event)
        phases[index].owner = owner
        phases[index].due = due
    }

    private mutating func pass(_ phase: ID, _ decisions: [Decision], _ event: Event) throws(Refusal) {
        let index = try place(of: phase, event)
        phases[index].decisions = decisions
        dropDebts(metBy: decisions)
        // A skipped phase is still asked for what was deferred to it; it is skipped then, not passed.
        finish(index, as: phases[index].state == .open ? .passed : .skipped, event)
    }

    private mutating func refuse(
        _ phase: ID, _ decisions: [Decision], _ spent: [ID], _ event: Event
    ) throws(Refusal) {
        let index = try place(of: phase, event)
        phases[index].decisions = decisions
        phases[index].spent = spent
        if !spent.isEmpty { phases[index].state = .blocked }
    }

    private mutating func approve(
        _ order: ID, _ authority: String, _ reopened: [ID], _ event: Event
    ) throws(Refusal) {
        let index = try decide(order, .approved, authority, event)
        orders[index].before = scope
        orders[index].reopened = reopened
        scope = scope.applying(orders[index].order)
        try reopen(reopened, event)
    }

    private mutating func decide(
        _ order: ID, _ state: OrderProgress.State, _ authority: String, _ event: Event
    ) throws(Refusal) -> Int {
        guard let index = orders.firstIndex(where: { $0.order.id == order && $0.state == .pending }) else {
            throw .broken(event, "decides a change order that is not pending")
        }
        orders[index].state = state
        orders[index].authority = authority
        orders[index].decidedBy = event.actor
        orders[index].decided = event.time
        return index
    }

    private mutating func take(_ draft: EvidenceDraft, _ phase: ID?, _ event: Event) {
        evidence.append(
            Evidence(number: event.number, draft: draft, phase: phase, recorder: event.actor, recorded: event.time))
        takeIntoIndex(evidence[evidence.count - 1])
    }

    private mutating func sign(_ number: Int, _ role: ID, _ remark: String, _ event: Event) throws(Refusal) {
        guard let place = evidencePlace(of: number) else { throw .broken(event, "signs what was not handed in") }
        evidence[place].signatures.append(
            Signature(role: role, signer: event.actor, time: event.time, remark: remark))
    }

    private mutating func take(_ waiver: WaiverGrant) {
        waivers.append(waiver)
        // A waiver is the decision that a blocked phase waits for; its gate is asked again.
        for index in phases.indices where phases[index].state == .blocked && isBlocked(index, by: waiver) {
            phases[index].unblock()
        }
    }

    /// Whether a phase is blocked by the criterion that a waiver is about.
    private func isBlocked(_ index: Int, by waiver: WaiverGrant) -> Bool {
        let spent = phases[index].spent
        guard plan.sequence.loops.contains(where: { spent.contains($0.id) && $0.criteria.contains(waiver.obligation) })
        else { return false }
        return phases[index].decisions.contains {
            $0.phase == waiver.phase && $0.subject == .obligation(waiver.obligation) && !$0.isSatisfied
        }
    }

    /// Puts phases back before their opening; what was handed in for them goes stale unless it carries over.
    mutating func reopen(_ ids: [ID], _ event: Event) throws(Refusal) {
        guard !ids.isEmpty else { return }
        var isReopened = Array(repeating: false, count: phases.count)
        for id in ids {
            let index = try place(of: id, event)
            phases[index].reopen(as: .pending)
            isReopened[index] = true
        }
        for place in evidence.indices where !evidence[place].isStale && !evidence[place].carriesOver(at: event.time) {
            evidence[place].isStale = isOwned(place) { isReopened[$0] }
        }
        reopened = event.time
        countWaiting()
    }

    /// Counts what each phase waits for, and makes ready those that wait for nothing.
    mutating func countWaiting() {
        for index in phases.indices {
            // The canonical order is topological: what a predecessor waits for is counted already.
            waiting[index] = plan.phases[index].before.count { !phases[$0].isFinished || waiting[$0] > 0 }
            guard phases[index].state == .pending || phases[index].state == .ready else { continue }
            phases[index].state = waiting[index] == 0 ? .ready : .pending
        }
    }

    private mutating func finish(_ index: Int, as state: PhaseProgress.State, _ event: Event) {
        phases[index].state = state
        phases[index].finished = event.time
        letGoOn(after: index)
    }

    private mutating func letGoOn(after index: Int) {
        for next in plan.phases[index].next {
            waiting[next] -= 1
            guard waiting[next] == 0 else { continue }
            if phases[next].state == .pending {
                phases[next].state = .ready
            } else if phases[next].isFinished {
                // It finished before an amendment put this one before it.
                letGoOn(after: next)
            }
        }
    }

    /// Takes out of what is owed what a gate found met.
    private mutating func dropDebts(metBy decisions: [Decision]) {
        guard !owed.isEmpty else { return }
        owed.removeAll { debt in
            decisions.contains {
                $0.phase == debt.phase && $0.subject == debt.subject && $0.judgement.verdict == .met
            }
        }
    }

    /// The place of evidence by its number.
    func evidencePlace(of number: Int) -> Int? {
        var (low, high) = (0, evidence.count)
        while low < high {
            let middle = (low + high) / 2
            if evidence[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < evidence.count && evidence[low].number == number ? low : nil
    }

    private func place(of phase: ID, _ event: Event) throws(Refusal) -> Int {
        guard let index = plan.places[phase] else {
            throw .broken(event, "concerns phase '\(phase)', which is unknown")
        }
        return index
    }
}

extension Refusal {
    static func broken(_ event: Event, _ what: String) -> Refusal {
        Refusal(.brokenLog, "event \(event.number) \(what)", hint: "verify the log")
    }
}
