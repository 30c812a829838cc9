extension Engagement {
    /// Judges an obligation by the evidence in force.
    func judge(
        _ obligation: ComposedObligation, of index: Int, _ circumstances: Circumstances
    ) -> Judgement {
        let declared = judge(
            needs: obligation.needs, bound: obligation.bound, proof: obligation.proof, at: circumstances.time)
        guard !plan.coded.isEmpty, plan.coded.contains(obligation.id) else { return declared }
        guard let criterion = circumstances.criteria[obligation.id] else {
            return Judgement(.undefined, ["code decides '\(obligation.id)', and this program does not have it"])
        }
        let view = EvidenceView(
            phase: plan.sequence.phases[index], obligation: obligation, time: circumstances.time,
            evidence: evidence.filter { $0.isInForce(at: circumstances.time) }, declared: declared)
        return criterion.judge(view)
    }

    func judge(needs: [ID], bound: Bound?, proof: Proof?, at time: Timestamp) -> Judgement {
        var verdict = Verdict.met
        var reasons: [String] = []
        var numbers: [Int] = []
        for need in needs {
            if let latest = latestEvidence(of: need, at: time) {
                numbers.append(evidence[latest].number)
            } else {
                verdict = .undefined
                reasons += presence(of: need, at: time).reasons
            }
        }
        var result = Judgement(verdict, reasons, evidence: numbers.count > 1 ? numbers.sortedAndUnique : numbers)
        if let bound { result = result.and(measure(bound, among: needs, at: time)) }
        if let proof { result = result.and(judge(proof, at: time)) }
        return result
    }

    /// Judges what evidence has to show.
    func judge(_ proof: Proof, at time: Timestamp) -> Judgement {
        switch proof {
        case .present(let artifact): presence(of: artifact, at: time)
        case .signed(let artifact, let role, let separately):
            signature(of: artifact, by: role, separately: separately, at: time)
        case .measured(let bound, let artifact): measure(bound, among: artifact.map { [$0] } ?? [], at: time)
        case .all(let parts): parts.reduce(Judgement(.met)) { $0.and(judge($1, at: time)) }
        case .any(let parts):
            if let first = parts.first {
                parts.dropFirst().reduce(judge(first, at: time)) { $0.or(judge($1, at: time)) }
            } else {
                Judgement(.unmet, ["nothing can show it"])
            }
        }
    }

    /// Judges whether an artifact is there.
    func presence(of artifact: ID, at time: Timestamp) -> Judgement {
        if let place = latestEvidence(of: artifact, at: time) {
            return Judgement(.met, evidence: [evidence[place].number])
        }
        guard let last = plan.artifacts[artifact].flatMap(evidenceIndex.latest(of:)).map({ evidence[$0] }) else {
            return Judgement(.undefined, ["'\(artifact)' has not been handed in"])
        }
        return Judgement(.undefined, [absence(of: last, at: time)], evidence: [last.number])
    }

    /// Judges whether a phase has handed on an artifact; what another phase handed on before does not count.
    func production(of artifact: ID, by phase: Int, at time: Timestamp) -> Judgement {
        if let place = latestEvidence(of: artifact, at: time, where: { isOwned($0) { $0 == phase } }) {
            return Judgement(.met, evidence: [evidence[place].number])
        }
        let absence = presence(of: artifact, at: time)
        guard absence.verdict == .met else { return absence }
        let id = plan.sequence.phases[phase].id
        return Judgement(.undefined, ["'\(artifact)' has not been handed in by phase '\(id)'"])
    }

    /// Whether a phase has handed on an artifact that counts at some moment.
    func hasHandedOn(_ artifact: ID, _ phase: Int, at time: Timestamp) -> Bool {
        production(of: artifact, by: phase, at: time).verdict == .met
    }

    /// Why evidence does not count.
    private func absence(of last: Evidence, at time: Timestamp) -> String {
        let artifact = last.draft.artifact
        if last.isStale { return "'\(artifact)' has to be handed in anew, because its phase was opened again" }
        if let until = last.draft.validUntil, until <= time { return "'\(artifact)' was valid until \(until)" }
        return "'\(artifact)' is valid from \(last.draft.validFrom.map(\.description) ?? "later")"
    }

    private func signature(of artifact: ID, by role: ID, separately: Bool, at time: Timestamp) -> Judgement {
        guard let place = latestEvidence(of: artifact, at: time) else { return presence(of: artifact, at: time) }
        let (item, number) = (evidence[place], evidence[place].number)
        let signers = item.signatures.lazy.filter { $0.role == role }.map(\.signer)
        if signers.isEmpty {
            return Judgement(.undefined, ["'\(artifact)' is not signed by the \(role)"], evidence: [number])
        }
        if separately, signers.allSatisfy({ $0.lowercased() == item.recorder.lowercased() }) {
            let reason = "'\(artifact)' is signed only by '\(item.recorder)', who recorded it"
            return Judgement(.unmet, [reason], evidence: [number])
        }
        return Judgement(.met, evidence: [number])
    }

    /// Judges a bound by the latest measurement of its name, in the evidence of some artifacts or of any.
    func measure(_ bound: Bound, among artifacts: [ID], at time: Timestamp) -> Judgement {
        guard let (item, measurement) = latestMeasurement(bound.measure, among: artifacts, at: time) else {
            return Judgement(.undefined, ["\(bound.measure) has not been measured, needs \(bound.wanted)"])
        }
        guard measurement.unit == bound.unit else {
            let units = [measurement.unit, bound.unit].map { $0.map { "in '\($0)'" } ?? "without a unit" }
            return Judgement(
                .undefined, ["\(bound.measure) was measured \(units[0]), needs it \(units[1])"],
                evidence: [item.number])
        }
        let standing = measurement.value.map(bound.interval.standing(of:)) ?? .undefined
        guard let shortfall = standing.words(for: bound) else { return Judgement(.met, evidence: [item.number]) }
        let value = measurement.value.map { $0.canonicalText + bound.unitSuffix } ?? "undefined"
        return Judgement(
            measurement.value == nil ? .undefined : .unmet,
            ["\(bound.measure) was \(value), needs \(bound.wanted)\(shortfall)"], evidence: [item.number])
    }

    private func latestMeasurement(
        _ name: ID, among artifacts: [ID], at time: Timestamp
    ) -> (Evidence, Measurement)? {
        guard !artifacts.isEmpty else {
            for item in evidence.reversed() where item.isInForce(at: time) {
                if let found = item.draft.measurement(of: name) { return (item, found) }
            }
            return nil
        }
        let places = artifacts.compactMap { artifact in
            latestEvidence(of: artifact, at: time) { evidence[$0].draft.measurement(of: name) != nil }
        }
        guard let place = places.max(), let found = evidence[place].draft.measurement(of: name) else { return nil }
        return (evidence[place], found)
    }
}

extension EvidenceDraft {
    fileprivate func measurement(of name: ID) -> Measurement? { measurements.first { $0.name == name } }
}

extension Bound {
    fileprivate var unitSuffix: String { unit.map { " \($0)" } ?? "" }
    fileprivate var wanted: String { "\(interval)\(unitSuffix)" }
}

extension Interval.Standing {
    /// By how much a value misses a bound; `nil` when it does not.
    fileprivate func words(for bound: Bound) -> String? {
        switch self {
        case .within: nil
        case .below(let distance): distance.isFinite ? ", short by \(distance.canonicalText)\(bound.unitSuffix)" : ""
        case .above(let distance): distance.isFinite ? ", over by \(distance.canonicalText)\(bound.unitSuffix)" : ""
        case .undefined: ""
        }
    }
}
