import PhaseLoom

// How events change the model, and what has to hold for each of them.

extension EngagementModel {
    mutating func take(_ event: Event, amended: ComposedSequence?) {
        expect(!hasEnded, "event \(event.number) after the end")
        let time = event.time
        switch event.content {
        case .started, .performed, .assigned, .worked, .held, .resumed, .rejected: break
        case .opened(let id, _, let decisions): takeOpening(id, decisions, at: time)
        case .skipped(let id, _): takeSkip(id, at: time)
        case .passed(let id, let decisions): takePassing(id, decisions, at: time)
        case .refused(let id, let decisions, _):
            // What nobody has decided yet may stand in the way as well.
            let isOpenQuestion = sequence.triggers.contains { triggers[$0.id] == nil }
            expect(
                isOpenQuestion || !obstacles(at: id, time).isEmpty,
                "\(id) was refused for nothing: \(decisions.filter { !$0.isSatisfied }.map(\.subject))")
        case .recorded(let draft, let phase):
            facts.append(Fact(number: event.number, draft: draft, phase: phase, recorder: event.actor))
        case .signed(let number, let role, _):
            for index in facts.indices where facts[index].number == number {
                facts[index].signatures.append((role, event.actor))
            }
        case .triggered(let id, let holds, _):
            expect(triggers[id] == nil, "\(id) was decided twice")
            triggers[id] = holds
        case .waived(let waiver):
            let obligations = phase(waiver.phase).map { $0.gate + $0.entry } ?? []
            expect(obligations.contains { $0.id == waiver.obligation && $0.status == .plain }, "waived the unwaivable")
            waivers.append(waiver)
        case .looped(let id, let reopened, _):
            let loop = sequence.loops.first { $0.id == id }
            rounds[id, default: 0] += 1
            expect(rounds[id, default: 0] <= loop?.limit ?? 0, "\(id) went round too often")
            expect(loop.map { self.reopened(by: $0.to) } == Set(reopened), "\(id) reopened the wrong phases")
            reopen(reopened, at: time)
        case .cancelled: hasEnded = true
        case .closed:
            expect(sequence.phases.allSatisfy { isFinished($0.id) }, "closed with phases unfinished")
            expect(debts(at: time).isEmpty, "closed while \(debts(at: time)) is owed")
            hasEnded = true
        case .scoped(let item): items.append(item)
        case .ordered(let order): orders[order.id] = order
        case .approved(let id, _, let reopened):
            let order = orders[id]
            items.removeAll { order?.removes.contains($0.id) ?? false }
            items += order?.adds ?? []
            reopen(reopened, at: time)
        case .amended(let change):
            if let amended { take(change, amended, at: time) } else { expect(false, "the plan is unknown") }
        }
    }

    private mutating func checkWaivers(_ decisions: [Decision]) {
        for decision in decisions where decision.waivedBy != nil {
            guard case .obligation(let id) = decision.subject else {
                expect(false, "waived something else than an obligation")
                continue
            }
            let obligations = phase(decision.phase).map { $0.gate + $0.entry } ?? []
            expect(obligations.contains { $0.id == id && $0.status != .mandated }, "mandated \(id) was waived")
        }
    }

    private mutating func takeOpening(_ id: ID, _ decisions: [Decision], at time: Timestamp) {
        expect(states[id, default: .waiting] == .waiting, "\(id) opened again")
        expect(isReached(id), "\(id) opened early: \(ancestors(of: id).filter { !isFinished($0) })")
        expect(holds(phase(id)?.condition ?? .always) == true, "\(id) opened though it does not run")
        for obligation in phase(id)?.entry ?? [] {
            expect(isSatisfied(obligation, of: id, at: time), "\(id) opened without \(obligation.id)")
            settled[id, default: [:]][obligation.id] = obligation
        }
        checkWaivers(decisions)
        states[id] = .open
    }

    private mutating func takeSkip(_ id: ID, at time: Timestamp) {
        expect(states[id, default: .waiting] == .waiting && isReached(id), "\(id) skipped too early")
        expect(holds(phase(id)?.condition ?? .always) == false, "\(id) skipped though it runs")
        (states[id], finished[id]) = (.skipped, time)
    }

    private mutating func takePassing(_ id: ID, _ decisions: [Decision], at time: Timestamp) {
        let obstacles = obstacles(at: id, time)
        expect(obstacles.isEmpty, "\(id) passed in spite of \(obstacles)")
        let runs = states[id] == .open
        expect(runs || holds(phase(id)?.condition ?? .always) == false, "\(id) passed without being open")
        for due in dues(at: id) { settled[due.phase, default: [:]][due.obligation.id] = due.obligation }
        checkWaivers(decisions)
        let paid = owed.filter { debt in
            decisions.contains { $0.phase == debt.phase && $0.subject == debt.subject && $0.judgement.verdict == .met }
        }
        owed.removeAll(where: paid.contains)
        for debt in paid {
            let known = phase(debt.phase).map { $0.gate + $0.entry } ?? []
            for obligation in known where debt.subject == .obligation(obligation.id) {
                settled[debt.phase, default: [:]][obligation.id] = obligation
            }
        }
        (states[id], finished[id]) = (runs ? .passed : .skipped, time)
    }

    /// What going back to a phase opens again.
    func reopened(by id: ID) -> Set<ID> {
        guard let target = phase(id)?.id else { return [] }
        let after = sequence.phases.map(\.id).filter { ancestors(of: $0).contains(target) }
        return Set([target] + after.filter { states[$0, default: .waiting] != .waiting || isReached($0) })
    }

    mutating func reopen(_ ids: [ID], at time: Timestamp) {
        guard !ids.isEmpty else { return }
        for index in facts.indices where !owners(of: facts[index]).isDisjoint(with: ids) {
            let isKept = facts[index].draft.validUntil.map { time < $0 } ?? false
            if !isKept { facts[index].isStale = true }
        }
        for id in ids { (states[id], settled[id]) = (.waiting, [:]) }
        // What others deferred to a phase that opens again has to be shown again.
        for phase in sequence.phases {
            for obligation in phase.gate
            where obligation.deferredTo.flatMap({ self.phase($0)?.id }).map(ids.contains) ?? false {
                settled[phase.id]?[obligation.id] = nil
            }
        }
        lastReopening = time
    }

    // MARK: Nothing is lost

    /// Every obligation of what has passed is settled, comes due later, or is owed; and what is open was entered so.
    mutating func checkThatNothingIsLost() {
        for phase in sequence.phases where states[phase.id] == .passed || states[phase.id] == .open {
            let gate = states[phase.id] == .passed ? phase.gate : []
            for obligation in phase.entry + gate where !isMoot(obligation) {
                let due = obligation.deferredTo.flatMap { self.phase($0)?.id }
                if let due, !isFinished(due) { continue }
                let isOwed = owed.contains { $0.phase == phase.id && $0.subject == .obligation(obligation.id) }
                expect(isOwed || settled[phase.id]?[obligation.id] != nil, "\(phase.id)/\(obligation.id) is lost")
            }
        }
    }
}
