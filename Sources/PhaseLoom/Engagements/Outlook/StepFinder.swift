/// Finds out what brings an engagement forward.
struct StepFinder {
    let engagement: Engagement
    let time: Timestamp
    private(set) var steps: [NextStep] = []

    init(engagement: Engagement, time: Timestamp) {
        self.engagement = engagement
        self.time = time
    }

    /// Adds a step for the engagement as a whole.
    mutating func add(_ action: NextStep.Action) { add(action, phase: nil, serving: [], due: nil) }

    /// Adds the steps for a phase.
    mutating func add(_ standing: EngagementOutlook.Standing) {
        let phase = standing.phase
        for trigger in standing.undecided { add(.decide(trigger: trigger), phase) }
        // A blocked gate is not asked again until somebody decides, whatever is handed in.
        if standing.progress.state != .blocked {
            for decision in standing.missing { add(decision, phase, due: standing.progress.due) }
        }
        guard let index = engagement.plan.places[phase] else { return }
        switch standing.progress.state {
        case .ready where standing.missing.isEmpty && standing.undecided.isEmpty:
            add(engagement.isIdle(index) ? .gate(phase: phase) : .open(phase: phase), phase)
        case .open:
            for activity in possibleActivities(of: index) { add(.perform(phase: phase, activity: activity), phase) }
            let loops = loops(at: index, standing)
            for loop in loops.possible { add(.loop(loop), phase) }
            if standing.missing.isEmpty || loops.isToBeAsked { add(.gate(phase: phase), phase) }
        case .blocked: for action in waysOut(of: standing) { add(action, phase) }
        default: break
        }
    }

    /// Adds the steps toward something that is owed.
    mutating func add(_ work: EngagementOutlook.OwedWork) {
        guard !work.decision.isSatisfied else { return }
        add(work.decision, work.decision.phase, due: work.due)
    }

    private mutating func add(_ action: NextStep.Action, _ phase: ID) {
        add(action, phase: phase, serving: [], due: engagement.progress(of: phase)?.due)
    }

    private mutating func add(_ action: NextStep.Action, phase: ID?, serving: [ID], due: Timestamp?) {
        for place in steps.indices where steps[place].phase == phase {
            guard let united = steps[place].action.united(with: action) else { continue }
            steps[place].action = united
            steps[place].serves = (steps[place].serves + serving).sortedAndUnique
            return
        }
        steps.append(
            NextStep(
                action: action, phase: phase, serves: serving,
                owner: phase.flatMap { engagement.progress(of: $0)?.owner }, due: due,
                isOverdue: due.map { $0 < time } ?? false))
    }

    private mutating func add(_ decision: Decision, _ phase: ID, due: Timestamp?) {
        for (action, subject) in actions(toward: decision) {
            add(action, phase: phase, serving: [subject], due: due)
        }
    }

    /// The activities that may be done now.
    private func possibleActivities(of index: Int) -> [ID] {
        let activities = engagement.plan.sequence.phases[index].activities
        let done = engagement.phases[index].performed
        let isOut = { (activity: ComposedActivity) in
            done.contains(activity.id) || engagement.holds(activity.condition) == false
        }
        return activities.filter { activity in
            !isOut(activity) && activities.allSatisfy { !activity.after.contains($0.id) || isOut($0) }
        }.map(\.id)
    }

    /// The loops that may be taken, and whether asking the gate would allow one.
    private func loops(
        at index: Int, _ standing: EngagementOutlook.Standing
    ) -> (possible: [ID], isToBeAsked: Bool) {
        let loops = engagement.plan.phases[index].loops.map { engagement.plan.sequence.loops[$0] }
        let left = loops.filter { engagement.rounds[$0.id, default: 0] < $0.limit }
        let possible = left.filter { loop in
            standing.progress.decisions.contains { !$0.isSatisfied && $0.concerns(loop) }
        }
        let failing = loops.contains { loop in
            standing.missing.contains { $0.judgement.verdict == .unmet && $0.concerns(loop) }
        }
        return (possible.map(\.id), failing && possible.isEmpty)
    }

    /// The decisions that end a block. They are the same when its criterion is met meanwhile: only somebody with
    /// authority lets the gate be asked again.
    private func waysOut(of standing: EngagementOutlook.Standing) -> [NextStep.Action] {
        let spent = engagement.plan.sequence.loops.filter { standing.progress.spent.contains($0.id) }
        var actions: [NextStep.Action] = []
        for decision in standing.progress.decisions where !decision.isSatisfied && isWaivable(decision) {
            guard case .obligation(let id) = decision.subject, spent.contains(where: { decision.concerns($0) })
            else { continue }
            actions.append(.waive(phase: decision.phase, obligation: id))
        }
        for loop in spent {
            let overlays = engagement.plan.sequence.overlays.filter { overlay in
                loop.attribution.by.contains(overlay.identity.id) && !overlay.options.isEmpty
            }
            actions += overlays.map { .amend(loop: loop.id, overlay: $0.identity.id) }
            if overlays.isEmpty { actions.append(.amend(loop: loop.id, overlay: nil)) }
        }
        return actions + spent.map { .reopen(phase: $0.to) } + [.cancel]
    }

    private func isWaivable(_ decision: Decision) -> Bool {
        guard case .obligation(let id) = decision.subject else { return false }
        return engagement.obligations(id, at: decision.phase).allSatisfy { $0.status == .plain }
    }
}

extension Decision {
    fileprivate func concerns(_ loop: ComposedLoop) -> Bool {
        guard case .obligation(let id) = subject else { return false }
        return loop.criteria.contains(id)
    }
}

extension NextStep.Action {
    /// What does for both: one document answers all that is asked of it. `nil` when they are different things to do.
    fileprivate func united(with other: NextStep.Action) -> NextStep.Action? {
        if self == other { return self }
        guard case .submit(let artifact, let measures) = self, case .submit(let same, let more) = other,
            artifact == same
        else { return nil }
        return .submit(artifact: artifact, measures: measures + more.filter { !measures.contains($0) })
    }
}
