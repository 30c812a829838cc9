extension Engagement {
    /// Judges an obligation by the evidence in force.
    func judge(
        _ obligation: ComposedObligation, of phase: ComposedPhase, _ circumstances: Circumstances
    ) -> Judgement {
        let declared = judge(
            needs: obligation.needs, bound: obligation.bound, proof: obligation.proof, at: circumstances.time)
        guard !plan.coded.isEmpty, plan.coded.contains(obligation.id) else { return declared }
        guard let criterion = circumstances.criteria[obligation.id] else {
            return Judgement(.undefined, ["code decides '\(obligation.id)', and this program does not have it"])
        }
        let view = EvidenceView(
            phase: phase, obligation: obligation, time: circumstances.time,
            evidence: evidence.filter { $0.isInForce(at: circumstances.time) }, declared: declared)
        return criterion.judge(view)
    }

    /// Judges a trigger by the evidence in force; undefined when it asks for nothing that evidence could show.
    func judge(_ trigger: Trigger, at time: Timestamp) -> Judgement {
        guard !trigger.needs.isEmpty || trigger.bound != nil else {
            return Judgement(.undefined, ["nothing but a person decides it"])
        }
        // A record that nobody handed in is the usual sign that the trigger does not hold.
        if let missing = trigger.needs.first(where: { evidence(of: $0, inForceAt: time).isEmpty }) {
            return Judgement(.unmet, ["'\(missing)' has not been handed in"])
        }
        return judge(needs: trigger.needs, bound: trigger.bound, proof: nil, at: time)
    }

    private func judge(needs: [ID], bound: Bound?, proof: Proof?, at time: Timestamp) -> Judgement {
        var verdict = Verdict.met
        var reasons: [String] = []
        var numbers: [Int] = []
        for need in needs {
            if let latest = latestEvidence(of: need, at: time) {
                numbers.append(latest)
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
        case .all(let parts): parts.dropFirst().reduce(judge(first: parts, at: time)) { $0.and(judge($1, at: time)) }
        case .any(let parts): parts.dropFirst().reduce(judge(first: parts, at: time)) { $0.or(judge($1, at: time)) }
        }
    }

    private func judge(first parts: [Proof], at time: Timestamp) -> Judgement {
        parts.first.map { judge($0, at: time) } ?? Judgement(.met)
    }

    /// The number of the latest evidence of an artifact in force.
    private func latestEvidence(of artifact: ID, at time: Timestamp) -> Int? {
        guard let places = evidencePlaces[artifact] else { return nil }
        for place in places.reversed() where evidence[place].isInForce(at: time) { return evidence[place].number }
        return nil
    }

    /// Judges whether an artifact is there.
    func presence(of artifact: ID, at time: Timestamp) -> Judgement {
        if let number = latestEvidence(of: artifact, at: time) { return Judgement(.met, evidence: [number]) }
        guard let last = evidencePlaces[artifact]?.last.map({ evidence[$0] }) else {
            return Judgement(.undefined, ["'\(artifact)' has not been handed in"])
        }
        let reason =
            if last.isStale {
                "'\(artifact)' has to be handed in anew, because its phase was opened again"
            } else if let until = last.draft.validUntil, until <= time {
                "'\(artifact)' was valid until \(until)"
            } else {
                "'\(artifact)' is valid from \(last.draft.validFrom.map(\.description) ?? "later")"
            }
        return Judgement(.undefined, [reason], evidence: [last.number])
    }

    private func signature(of artifact: ID, by role: ID, separately: Bool, at time: Timestamp) -> Judgement {
        guard let number = latestEvidence(of: artifact, at: time), let place = evidencePlace(of: number) else {
            return presence(of: artifact, at: time)
        }
        let item = evidence[place]
        let signers = item.signatures.lazy.filter { $0.role == role }.map(\.signer)
        if signers.isEmpty {
            return Judgement(.undefined, ["'\(artifact)' is not signed by the \(role)"], evidence: [number])
        }
        if separately, signers.allSatisfy({ $0 == item.recorder }) {
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
        if artifacts.isEmpty {
            for item in evidence.reversed() where item.isInForce(at: time) {
                if let found = item.draft.measurements.first(where: { $0.name == name }) { return (item, found) }
            }
            return nil
        }
        let places = artifacts.flatMap { evidencePlaces[$0] ?? [] }.sorted(by: >)
        for item in places.lazy.map({ evidence[$0] }) where item.isInForce(at: time) {
            if let found = item.draft.measurements.first(where: { $0.name == name }) { return (item, found) }
        }
        return nil
    }
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
        case .below(let distance): ", short by \(distance.canonicalText)\(bound.unitSuffix)"
        case .above(let distance): ", over by \(distance.canonicalText)\(bound.unitSuffix)"
        case .undefined: ""
        }
    }
}
