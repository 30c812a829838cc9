public import PhaseLoom

/// Where an engagement stands, as canonical JSON of the format `phaseloom.status/1`.
public enum StatusJSON: Sendable {
    /// Writes an engagement with its outlook.
    ///
    /// Phases stand in canonical order, everything else in the order in which the outlook and the log have it.
    public static func write(_ engagement: Engagement, _ outlook: EngagementOutlook) -> String {
        let phases = zip(engagement.plan.sequence.phases, engagement.phases)
        let value: JSONValue = [
            "deferred": .array(outlook.deferred.map(\.json)), "engagement": .id(engagement.id),
            "evidence": .array(engagement.evidence.map(\.json)), "format": "phaseloom.status/1",
            "incidents": .array(engagement.incidents.map(\.json)), "length": .integer(engagement.length),
            "loops": .array(outlook.loops.map(\.json)), "missing": .array(outlook.phases.map(\.json)),
            "orders": .array(engagement.orders.map { $0.json }), "owed": .array(outlook.owed.map(\.json)),
            "phases": .array(phases.map { $1.json(of: $0, at: outlook.time) }), "plan": engagement.plan.pinned.json,
            "scope": engagement.scope.json(isSigned: engagement.isScopeSigned, worked: engagement.worked),
            "started": .text(engagement.started), "state": .string(engagement.state.rawValue),
            "steps": .array(outlook.steps.map { $0.json(for: engagement.id) }), "time": .text(outlook.time),
            "title": .string(engagement.title), "updated": .text(engagement.updated),
            "waivers": .array(
                outlook.waivers.map { $0.json.adding(["inForce": .bool($0.holds(at: outlook.time))]) }),
        ]
        return value.canonicalText
    }
}

extension PhaseProgress {
    fileprivate func json(of phase: ComposedPhase, at time: Timestamp) -> JSONValue {
        [
            "after": .ids(phase.after), "attempt": .integer(attempt), "decisions": .array(decisions.map(\.json)),
            "due": .optional(due), "finished": .optional(finished), "id": .id(phase.id), "opened": .optional(opened),
            "overdue": .bool(!isFinished && due.map { $0 < time } ?? false), "owner": .optional(owner),
            "performed": .ids(performed), "spent": .ids(spent), "state": .string(state.rawValue),
            "title": .string(phase.title), "track": .id(phase.track),
        ]
    }
}

extension NextStep {
    fileprivate func json(for engagement: ID) -> JSONValue {
        [
            "command": .string(command(for: engagement)), "due": .optional(due), "overdue": .bool(isOverdue),
            "owner": .optional(owner), "phase": .optional(phase), "serves": .ids(serves),
        ]
    }
}

extension EngagementOutlook.Standing {
    fileprivate var json: JSONValue {
        [
            "decisions": .array(missing.map(\.json)), "phase": .id(phase),
            "to": progress.state == .ready ? "open" : "pass", "undecided": .ids(undecided),
        ]
    }
}

extension EngagementOutlook.DeferredWork {
    fileprivate var json: JSONValue {
        [
            "due": .optional(due), "obligation": .id(obligation), "overdue": .bool(isOverdue), "phase": .id(phase),
            "satisfied": .bool(isSatisfied), "to": .id(to),
        ]
    }
}

extension EngagementOutlook.OwedWork {
    fileprivate var json: JSONValue {
        ["decision": decision.json, "due": .optional(due), "overdue": .bool(isOverdue)]
    }
}

extension EngagementOutlook.LoopUse {
    fileprivate var json: JSONValue { ["limit": .integer(limit), "loop": .id(loop), "used": .integer(used)] }
}

extension Evidence {
    /// The evidence as it was handed in, with what became of it.
    var json: JSONValue {
        draft.json.adding([
            "number": .integer(number), "phase": .optional(phase), "recorded": .text(recorded),
            "recorder": .string(recorder),
            "signatures": .array(
                signatures.map {
                    [
                        "remark": .string($0.remark), "role": .id($0.role), "signer": .string($0.signer),
                        "time": .text($0.time),
                    ]
                }),
            "stale": .bool(isStale),
        ])
    }
}

extension Scope {
    fileprivate func json(isSigned: Bool, worked: [ID]) -> JSONValue {
        [
            "cost": .number(cost), "days": .number(days), "items": .array(items.map(\.json)),
            "signed": .bool(isSigned), "worked": .ids(worked),
        ]
    }

    /// What the scope comes to.
    var totals: JSONValue {
        ["cost": .number(cost), "days": .number(days), "items": .integer(items.count)]
    }
}

extension OrderProgress {
    /// The order with what became of it, and the scope before and after it was approved.
    var json: JSONValue {
        order.json.adding([
            "after": before.map { $0.applying(order).totals } ?? .null, "authority": .optional(authority),
            "before": before?.totals ?? .null, "decided": .optional(decided), "raised": .text(raised),
            "raisedBy": .string(raisedBy), "state": .string(state.rawValue),
        ])
    }
}

extension JSONValue {
    static func optional(_ id: ID?) -> JSONValue { id.map { .id($0) } ?? .null }
    static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    static func optional(_ time: Timestamp?) -> JSONValue { time.map { .text($0) } ?? .null }
}
