/// The command behind a recorded event, with what code had judged by then.
struct ReperformedCommand {
    let command: Command
    let criteria: [ID: any Criterion]

    init(_ command: Command, judged criteria: [ID: any Criterion] = [:]) {
        self.command = command
        self.criteria = criteria
    }

    /// The circumstances under which the event happened.
    func circumstances(of event: Event) -> Circumstances {
        Circumstances(at: event.time, by: event.actor, criteria: criteria)
    }
}

extension Engagement {
    /// The command whose first event, or first but for decided triggers, is a recorded one.
    ///
    /// - Parameters:
    ///   - event: the recorded event.
    ///   - plan: the plan that holds after it.
    /// - Returns: `nil` when no command begins with it.
    func command(behind event: Event, under plan: EngagementPlan) -> ReperformedCommand? {
        switch event.content {
        case .opened(let phase, _, let entry): judged(.open(phase: phase), by: entry)
        case .passed(let phase, let decisions): judged(.gate(phase: phase), by: decisions)
        case .refused(let phase, let decisions, _): judged(.gate(phase: phase), by: decisions)
        case .closed: judged(.close) { _, _ in Judgement(.met) }
        case .amended(let change): amendment(change, to: plan)
        // Whether a phase is skipped follows from other commands; nobody commands it.
        case .started, .skipped: nil
        case .recorded(let draft, _): ReperformedCommand(.record(draft))
        case .signed(let number, let role, let remark): signing(number, role, remark)
        case .performed(let phase, let activity): ReperformedCommand(.perform(phase: phase, activity: activity))
        case .assigned(let phase, let owner, let due): ReperformedCommand(.assign(phase: phase, to: owner, due: due))
        case .triggered(let trigger, let holds, let reason):
            ReperformedCommand(.decide(trigger: trigger, holds: holds, reason: reason))
        case .waived(let waiver): ReperformedCommand(.waive(waiver))
        case .looped(let loop, _, let reason): ReperformedCommand(.loop(loop, reason: reason))
        case .held(let reason): ReperformedCommand(.hold(reason: reason))
        case .resumed(let reason): ReperformedCommand(.resume(reason: reason))
        case .cancelled(let reason, let authority): ReperformedCommand(.cancel(reason: reason, authority: authority))
        case .scoped(let item): ReperformedCommand(.scope(item))
        case .worked(let item, let phase): ReperformedCommand(.work(item: item, phase: phase))
        case .ordered(let order): ReperformedCommand(.raise(order))
        case .approved(let order, let authority, let reopened):
            ReperformedCommand(.approve(order: order, authority: authority, reopening: reopened.first))
        case .rejected(let order, let authority, let reason):
            ReperformedCommand(.reject(order: order, authority: authority, reason: reason))
        }
    }

    private func signing(_ number: Int, _ role: ID, _ remark: String) -> ReperformedCommand? {
        evidencePlace(of: number).map { place in
            let artifact = evidence[place].draft.artifact
            return ReperformedCommand(.sign(artifact: artifact, number: number, role: role, remark: remark))
        }
    }

    private func amendment(_ change: Amended, to plan: EngagementPlan) -> ReperformedCommand {
        let owed = Set(change.owed.map { Debt(phase: $0.phase, subject: $0.subject) })
        let landings = Dictionary(uniqueKeysWithValues: owed.map { ($0, Amendment.Landing.owe) })
        // What landed and is not owed opened its phase again.
        let amendment = Amendment(
            to: plan, reason: change.reason, authority: change.authority, order: change.order,
            incident: change.incident, landing: .reopen, landings: landings, due: change.owed.first?.due)
        let reopened = Set(change.reopened)
        return judged(.amend(amendment), under: plan) { phase, obligation in
            // What code found met did not land; whatever else it said is not recorded, and makes no difference.
            let isMet =
                !owed.contains(Debt(phase: phase, subject: .obligation(obligation))) && !reopened.contains(phase)
            return Judgement(isMet ? .met : .unmet)
        }
    }

    private func judged(_ command: Command, by decisions: [Decision]) -> ReperformedCommand {
        judged(command) { phase, obligation in
            let decision = decisions.first { $0.phase == phase && $0.subject == .obligation(obligation) }
            return decision?.judgement ?? Judgement(.undefined, ["no judgement on '\(obligation)' is recorded"])
        }
    }

    private func judged(
        _ command: Command, under other: EngagementPlan? = nil, _ judge: @escaping @Sendable (ID, ID) -> Judgement
    ) -> ReperformedCommand {
        let coded = (other ?? plan).coded
        let criteria = coded.map { ($0, RecordedCriterion(obligation: $0, judgement: judge) as any Criterion) }
        return ReperformedCommand(command, judged: Dictionary(criteria) { first, _ in first })
    }
}

/// A criterion that says again what code said when the event was recorded; the code itself may not be at hand.
private struct RecordedCriterion: Criterion {
    let obligation: ID
    let judgement: @Sendable (_ phase: ID, _ obligation: ID) -> Judgement

    func judge(_ view: EvidenceView) -> Judgement { judgement(view.phase.id, obligation) }
}

extension Event.Content {
    /// The kind of event, by the word that logs use.
    var kind: String { if case .object(let members) = json { members.first?.key ?? "" } else { "" } }
}
