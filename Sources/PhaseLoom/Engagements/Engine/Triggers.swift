// Triggers: what decides them, and what becomes of phases whose triggers do not hold.

extension Engagement {
    /// A trigger as evidence decides it.
    struct TriggerVerdict {
        let trigger: ID
        let holds: Bool
        let reason: String
    }

    /// Decides by evidence the triggers of some conditions that are not decided yet.
    ///
    /// That a record is missing decides a trigger only as its moment comes: when the phase becomes ready because others
    /// finished, or when the gate at which it matters passes. Before that the record may still come.
    func verdicts(on conditions: [Condition], absenceDecides: Bool, at time: Timestamp) -> [TriggerVerdict] {
        var seen = Set<ID>()
        return conditions.flatMap(\.triggers).compactMap { trigger in
            guard triggers[trigger.id] == nil, seen.insert(trigger.id).inserted else { return nil }
            let missing = trigger.needs.first { latestEvidence(of: $0, at: time) == nil }
            if let missing {
                let reason = presence(of: missing, at: time).reasons.first ?? ""
                return absenceDecides ? TriggerVerdict(trigger: trigger.id, holds: false, reason: reason) : nil
            }
            // Nothing but a person decides a trigger that asks for nothing.
            guard !trigger.needs.isEmpty || trigger.bound != nil else { return nil }
            let judgement = judge(needs: trigger.needs, bound: trigger.bound, proof: nil, at: time)
            guard judgement.verdict != .undefined else { return nil }
            return TriggerVerdict(
                trigger: trigger.id, holds: judgement.verdict == .met,
                reason: judgement.reasons.first ?? "the evidence shows it")
        }
    }

    /// The engagement if triggers were decided so; nothing happens.
    func assuming(_ verdicts: [TriggerVerdict]) -> Engagement {
        var result = self
        for verdict in verdicts { result.triggers[verdict.trigger] = verdict.holds }
        return result
    }

    mutating func emit(
        _ verdicts: [TriggerVerdict], _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        for verdict in verdicts {
            try emit(
                .triggered(trigger: verdict.trigger, holds: verdict.holds, reason: verdict.reason), circumstances,
                &events)
        }
    }

    /// Whether a phase is where it would open, but does not run: its gate is asked only for what was deferred to it.
    func isIdle(_ index: Int) -> Bool {
        phases[index].state == .ready && holds(plan.sequence.phases[index].condition) == false
    }

    // Decides what evidence can decide about conditional phases that are ready, and skips those that do not run and to
    // which nothing was deferred. That a record is missing says nothing about `waiting`, which were ready before.
    mutating func skipIdle(
        besides waiting: [Int], _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        // The canonical order is topological: what becomes ready because a phase is skipped comes later in it.
        for index in plan.conditional where phases[index].state == .ready {
            let phase = plan.sequence.phases[index]
            let verdicts = verdicts(
                on: [phase.condition], absenceDecides: !waiting.contains(index), at: circumstances.time)
            try emit(verdicts, circumstances, &events)
            guard isIdle(index), gateDecisions(of: index, circumstances).isEmpty else { continue }
            let names = phase.condition.triggers.filter { triggers[$0.id] == false }.map(\.id.text)
            let reason = Words.list(names) + (names.count == 1 ? " does not hold" : " do not hold")
            try emit(.skipped(phase: phase.id, reason: reason), circumstances, &events)
        }
    }

    mutating func decide(
        _ trigger: ID, _ holds: Bool, _ reason: String, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        let known = plan.sequence.triggers
        guard known.contains(where: { $0.id == trigger }) else {
            throw unknown("trigger", trigger, among: known.map(\.id))
        }
        guard triggers[trigger] == nil else {
            throw Refusal(
                .repeated, "trigger '\(trigger)' is decided already", hint: "it holds or not for the whole run")
        }
        try Words.check(reason, "reason")
        try emit(.triggered(trigger: trigger, holds: holds, reason: reason), circumstances, &events)
        try skipIdle(besides: plan.conditional, circumstances, &events)
    }
}
