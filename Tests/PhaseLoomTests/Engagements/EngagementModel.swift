import PhaseLoom

/// What an engagement has to be after some events, written from the words of the design and without the engine.
///
/// The model is slow and simple: sets and dictionaries by identifier, nothing cached. Every event is checked against the
/// rules before it is taken; what breaks one is noted in ``problems``.
struct EngagementModel {
    enum State { case waiting, open, passed, skipped }

    /// Evidence, as far as the rules depend on it.
    struct Fact {
        let number: Int
        let draft: EvidenceDraft
        let phase: ID?
        let recorder: String
        var signatures: [(role: ID, signer: String)] = []
        var isStale = false

        func counts(at time: Timestamp) -> Bool {
            if isStale { return false }
            if let from = draft.validFrom, time < from { return false }
            if let until = draft.validUntil, until <= time { return false }
            return true
        }
    }

    var sequence: ComposedSequence
    var states: [ID: State] = [:]
    var facts: [Fact] = []
    var triggers: [ID: Bool] = [:]
    var waivers: [WaiverGrant] = []
    var rounds: [ID: Int] = [:]
    var owed: [Debt] = []
    /// The obligations of each phase that a gate or an opening found met or waived, as they stood then.
    var settled: [ID: [ID: ComposedObligation]] = [:]
    var items: [ScopeItem] = []
    var orders: [ID: ChangeOrder] = [:]
    var hasEnded = false
    /// Phases that went when they had finished, until something is opened again.
    var gone: [ID: State] = [:]
    var lastReopening: Timestamp?
    var finished: [ID: Timestamp] = [:]
    private(set) var problems: [String] = []

    init(_ sequence: ComposedSequence) { self.sequence = sequence }

    mutating func expect(_ holds: Bool, _ problem: String) { if !holds { problems.append(problem) } }
}

// MARK: - Words of the design

extension EngagementModel {
    func phase(_ id: ID) -> ComposedPhase? { sequence.phase(id) }

    /// The phases that come before a phase, directly or not.
    func ancestors(of id: ID) -> Set<ID> {
        var result = Set<ID>()
        var todo = phase(id)?.after ?? []
        while let next = todo.popLast() {
            if result.insert(next).inserted { todo += phase(next)?.after ?? [] }
        }
        return result
    }

    func isFinished(_ id: ID) -> Bool { states[id] == .passed || states[id] == .skipped }

    /// Whether every phase before a phase is finished.
    func isReached(_ id: ID) -> Bool { ancestors(of: id).allSatisfy(isFinished) }

    /// Whether a condition holds; `nil` while nobody knows.
    func holds(_ condition: Condition) -> Bool? {
        let clauses = condition.clauses.map { clause -> Bool? in
            if clause.contains(where: { triggers[$0.id] == true }) { return true }
            return clause.contains { triggers[$0.id] == nil } ? nil : false
        }
        if clauses.contains(false) { return false }
        return clauses.contains(nil) ? nil : true
    }

    func isMet(_ obligation: ComposedObligation, at time: Timestamp) -> Bool {
        let present = facts.filter { $0.counts(at: time) }
        guard obligation.needs.allSatisfy({ need in present.contains { $0.draft.artifact == need } }) else {
            return false
        }
        return (obligation.bound.map { isWithin($0, obligation.needs, present) } ?? true)
            && (obligation.proof.map { isShown($0, present) } ?? true)
    }

    /// Whether the latest measurement in the evidence of some artifacts, or of any, is within a bound.
    private func isWithin(_ bound: Bound, _ artifacts: [ID], _ present: [Fact]) -> Bool {
        let measured = present.filter { artifacts.isEmpty || artifacts.contains($0.draft.artifact) }
            .flatMap(\.draft.measurements).last { $0.name == bound.measure }
        guard let value = measured?.value, measured?.unit == bound.unit else { return false }
        return bound.interval.contains(value)
    }

    private func isShown(_ proof: Proof, _ present: [Fact]) -> Bool {
        switch proof {
        case .present(let artifact): return present.contains { $0.draft.artifact == artifact }
        case .measured(let bound, let artifact): return isWithin(bound, artifact.map { [$0] } ?? [], present)
        case .all(let parts): return parts.allSatisfy { isShown($0, present) }
        case .any(let parts): return parts.contains { isShown($0, present) }
        case .signed(let artifact, let role, let separately):
            guard let fact = present.last(where: { $0.draft.artifact == artifact }) else { return false }
            return fact.signatures.contains { $0.role == role && (!separately || $0.signer != fact.recorder) }
        }
    }

    func isWaived(_ obligation: ComposedObligation, of phase: ID, at time: Timestamp) -> Bool {
        obligation.status == .plain
            && waivers.contains { $0.phase == phase && $0.obligation == obligation.id && $0.holds(at: time) }
    }

    /// Whether an obligation need not be met at all.
    func isMoot(_ obligation: ComposedObligation) -> Bool {
        obligation.status == .waived || holds(obligation.condition) == false
    }

    func isSatisfied(_ obligation: ComposedObligation, of phase: ID, at time: Timestamp) -> Bool {
        if isMoot(obligation) { return true }
        if isWaived(obligation, of: phase, at: time), holds(obligation.condition) == true { return true }
        return holds(obligation.condition) == true && isMet(obligation, at: time)
    }

    /// The phases to which evidence belongs.
    func owners(of fact: Fact) -> Set<ID> {
        let producers = sequence.phases.filter { $0.produces.contains(fact.draft.artifact) }.map(\.id)
        let isBrought = sequence.artifacts.contains { $0.id == fact.draft.artifact && $0.isEntry }
        guard let phase = fact.phase else { return isBrought ? [] : Set(producers) }
        guard let place = self.phase(phase)?.id, producers.contains(place) else { return Set(producers) }
        return [place]
    }

    func hasHandedOn(_ artifact: ID, _ phase: ComposedPhase, at time: Timestamp) -> Bool {
        if let condition = phase.productionConditions[artifact], holds(condition) == false { return true }
        return facts.contains {
            $0.draft.artifact == artifact && $0.counts(at: time) && owners(of: $0).contains(phase.id)
        }
    }

    /// Whether only work that a compressed phase deferred needs an artifact, so that it may be handed in with that.
    func isPutOff(_ artifact: ID, by phase: ComposedPhase) -> Bool {
        let compressions = sequence.overlays.flatMap { $0.body.changes + $0.body.interactions.flatMap(\.changes) }
            .compactMap { if case .compress(let one) = $0.operation { one.id } else { nil } }
        guard compressions.contains(phase.id), sequence.absorbed.values.contains(phase.id) else { return false }
        return phase.gate.contains { obligation in
            guard let due = obligation.deferredTo.flatMap({ self.phase($0)?.id }), due != phase.id,
                mentions(obligation).contains(artifact)
            else { return false }
            return sequence.phases.allSatisfy { other in
                if other.id == due || ancestors(of: other.id).contains(due) { return true }
                let asked = other.entry + other.gate.filter { $0.deferredTo.flatMap { self.phase($0)?.id } != due }
                return !other.consumes.contains(artifact) && !asked.contains { mentions($0).contains(artifact) }
            }
        }
    }

    private func mentions(_ obligation: ComposedObligation) -> [ID] {
        obligation.needs + (obligation.proof?.artifacts ?? [])
    }

    /// What comes due at the gate of a phase: its own that is not deferred to an unfinished one, and what phases that
    /// were not skipped deferred to it.
    func dues(at id: ID) -> [(phase: ID, obligation: ComposedObligation)] {
        let runs = holds(phase(id)?.condition ?? .always) != false || states[id] == .open
        return sequence.phases.flatMap { owing in
            owing.gate.filter { obligation in
                let due = obligation.deferredTo.flatMap { phase($0)?.id } ?? owing.id
                if owing.id == id { return runs && (due == id || isFinished(due)) }
                return due == id && states[owing.id] != .skipped
            }.map { (owing.id, $0) }
        }
    }

    /// What stands between a phase and its end.
    func obstacles(at id: ID, _ time: Timestamp) -> [String] {
        guard let phase = phase(id) else { return ["it does not exist"] }
        var result = ancestors(of: id).filter { !isFinished($0) }.map { "\($0) is not finished" }
        if states[id] == .open {
            result += phase.produces.filter { !hasHandedOn($0, phase, at: time) && !isPutOff($0, by: phase) }
                .map { "\($0) is not handed in" }
        }
        result += dues(at: id).filter { !isSatisfied($0.obligation, of: $0.phase, at: time) }.map {
            "\($0.obligation.id)"
        }
        if phase.points.contains(.closeout) { result += debts(at: time).filter { $0.phase != id }.map { "debt \($0)" } }
        return result
    }

    /// What is owed on passed phases and neither met nor waived: by amendments, and because waivers ended.
    func debts(at time: Timestamp) -> [Debt] {
        let waived = waivers.map { Debt(phase: $0.phase, subject: .obligation($0.obligation)) }
        return (owed + waived).filter { debt in
            guard let phase = phase(debt.phase), states[phase.id] == .passed else { return false }
            switch debt.subject {
            case .obligation(let id):
                let obligation = (phase.gate + phase.entry).first { $0.id == id }
                return obligation.map { !isSatisfied($0, of: phase.id, at: time) } ?? false
            case .artifact(let artifact):
                return phase.produces.contains(artifact) && !hasHandedOn(artifact, phase, at: time)
            case .predecessor: return false
            }
        }
    }
}
