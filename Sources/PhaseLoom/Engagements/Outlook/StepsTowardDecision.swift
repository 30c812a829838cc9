extension StepFinder {
    /// What brings a decision nearer, with what it serves.
    func actions(toward decision: Decision) -> [(NextStep.Action, ID)] {
        switch decision.subject {
        case .predecessor: return []
        case .artifact(let artifact): return submitting(artifact).map { ($0, artifact) }
        case .obligation(let id):
            guard let obligation = engagement.obligations(id, at: decision.phase).first else { return [] }
            return actions(toward: obligation, of: decision.phase).map { ($0, id) }
        }
    }

    private func actions(toward obligation: ComposedObligation, of phase: ID) -> [NextStep.Action] {
        if engagement.holds(obligation.condition) == nil {
            let open = obligation.condition.triggers.filter { engagement.triggers[$0.id] == nil }
            return open.map { .decide(trigger: $0.id) }
        }
        var actions = obligation.needs.filter { !isThere($0) }.flatMap { submitting($0) }
        if let bound = obligation.bound { actions += measuring(bound, among: obligation.needs, for: phase) }
        if let proof = obligation.proof { actions += self.actions(toward: proof, for: phase) }
        // Code that is not content with what there is wants something better.
        return actions.isEmpty ? obligation.needs.flatMap { submitting($0) } : actions
    }

    private func actions(toward proof: Proof, for phase: ID) -> [NextStep.Action] {
        guard engagement.judge(proof, at: time).verdict != .met else { return [] }
        switch proof {
        case .present(let artifact): return submitting(artifact)
        case .signed(let artifact, let role, let separately):
            guard let item = engagement.evidence(of: artifact, inForceAt: time).last else {
                return submitting(artifact)
            }
            return [.sign(artifact: artifact, role: role, separatelyFrom: separately ? item.recorder : nil)]
        case .measured(let bound, let artifact):
            return measuring(bound, among: artifact.map { [$0] } ?? [], for: phase)
        case .all(let parts), .any(let parts): return parts.flatMap { actions(toward: $0, for: phase) }
        }
    }

    private func measuring(_ bound: Bound, among artifacts: [ID], for phase: ID) -> [NextStep.Action] {
        let judgement = engagement.measure(bound, among: artifacts, at: time)
        guard judgement.verdict != .met else { return [] }
        let before = judgement.evidence.last.flatMap { engagement.evidencePlace(of: $0) }
        let measured = before.map { [engagement.evidence[$0].draft.artifact] } ?? []
        // Where nothing says in what it is measured, anything that can be handed in will do.
        let sequence = engagement.plan.sequence
        let others = artifacts.isEmpty ? (sequence.phase(phase)?.produces ?? []) + sequence.artifacts.map(\.id) : []
        let candidates = measured + artifacts.filter { !isThere($0) } + artifacts + others
        return candidates.lazy.map { submitting($0, measuring: [bound]) }.first { !$0.isEmpty } ?? []
    }

    private func isThere(_ artifact: ID) -> Bool { engagement.presence(of: artifact, at: time).verdict == .met }

    /// Handing in an artifact, if that is possible now.
    private func submitting(_ artifact: ID, measuring bounds: [Bound] = []) -> [NextStep.Action] {
        do {
            _ = try engagement.phase(handingIn: artifact, at: time)
            return [.submit(artifact: artifact, measures: bounds)]
        } catch {
            return []
        }
    }
}

extension Engagement {
    /// The obligations of this name at a phase.
    func obligations(_ id: ID, at phase: ID) -> [ComposedObligation] {
        guard let index = plan.places[phase] else { return [] }
        return (plan.sequence.phases[index].gate + plan.sequence.phases[index].entry).filter { $0.id == id }
    }
}
