/// Events as JSON. Keys are written in the order of their bytes, so that sorting costs nothing.
extension Event {
    /// The event as an entry of the log of an engagement.
    func json(of engagement: ID, after previous: Digest) -> JSONValue {
        [
            "actor": .string(actor), "engagement": .string(engagement.text), "number": .integer(number),
            "previous": .string(previous.description), "time": .string(time.description), "what": content.json,
        ]
    }
}

extension Event.Content {
    /// The value as logs have it.
    package var json: JSONValue {
        switch self {
        case .started(let start): ["started": start.json]
        case .opened(let phase, let attempt, let entry):
            ["opened": ["attempt": .integer(attempt), "entry": .array(entry.map(\.json)), "phase": phase.json]]
        case .skipped(let phase, let reason): ["skipped": ["phase": phase.json, "reason": .string(reason)]]
        case .recorded(let draft, let phase): ["recorded": draft.json.adding(["phase": .optional(phase?.text)])]
        case .signed(let number, let role, let remark):
            ["signed": ["evidence": .integer(number), "remark": .string(remark), "role": role.json]]
        case .performed(let phase, let activity): ["performed": ["activity": activity.json, "phase": phase.json]]
        case .assigned(let phase, let owner, let due):
            ["assigned": ["due": .optional(due?.description), "phase": phase.json, "to": .string(owner)]]
        case .triggered(let trigger, let holds, let reason):
            ["triggered": ["holds": .bool(holds), "reason": .string(reason), "trigger": trigger.json]]
        case .passed(let phase, let decisions):
            ["passed": ["decisions": .array(decisions.map(\.json)), "phase": phase.json]]
        case .refused(let phase, let decisions, let spent):
            ["refused": ["decisions": .array(decisions.map(\.json)), "phase": phase.json, "spent": .list(spent)]]
        case .waived(let waiver): ["waived": waiver.json]
        case .looped(let loop, let reopened, let reason):
            ["looped": ["loop": loop.json, "reason": .string(reason), "reopened": .list(reopened)]]
        case .held(let reason): ["held": ["reason": .string(reason)]]
        case .resumed(let reason): ["resumed": ["reason": .string(reason)]]
        case .cancelled(let reason, let authority):
            ["cancelled": ["authority": .string(authority), "reason": .string(reason)]]
        case .closed: ["closed": [:]]
        case .scoped, .worked, .ordered, .approved, .rejected: scopeJSON
        case .amended(let change): ["amended": change.json]
        }
    }

    private var scopeJSON: JSONValue {
        switch self {
        case .scoped(let item): ["scoped": item.json]
        case .worked(let item, let phase): ["worked": ["item": item.json, "phase": phase.json]]
        case .ordered(let order): ["ordered": order.json]
        case .approved(let order, let authority, let reopened):
            [
                "approved": [
                    "authority": .string(authority), "order": order.json, "reopened": .list(reopened),
                ]
            ]
        case .rejected(let order, let authority, let reason):
            ["rejected": ["authority": .string(authority), "order": order.json, "reason": .string(reason)]]
        default: .null
        }
    }
}

extension JSONValue {
    fileprivate static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    fileprivate static func list(_ ids: [ID]) -> JSONValue { .array(ids.map(\.json)) }
}

extension ID {
    fileprivate var json: JSONValue { .string(text) }
}

extension Start {
    /// Names the format of the log, which covers all events after it.
    static let format = "phaseloom.log/1"

    fileprivate var json: JSONValue {
        [
            "format": .string(Self.format), "incident": incident?.json ?? .null, "plan": plan.json,
            "title": .string(title),
        ]
    }
}

extension PinnedPlan {
    /// The value as logs have it.
    package var json: JSONValue {
        [
            "base": base.json, "coded": .list(coded), "digest": .string(digest.description),
            "document": .string(document.description),
            "overlays": .array(overlays.map(\.json)),
        ]
    }
}

extension PinnedOverlay {
    fileprivate var json: JSONValue {
        let options = options.sorted { $0.key < $1.key }.map { JSONMember($0.key, .string($0.value)) }
        return ["id": id.json, "options": .object(options), "version": .string(version)]
    }
}

extension Incident {
    /// The value as logs have it.
    package var json: JSONValue {
        [
            "detected": .string(detected.description), "id": id.json, "record": .string(record.description),
            "summary": .string(summary), "workDue": .optional(workDue?.description),
        ]
    }
}

extension Amended {
    fileprivate var json: JSONValue {
        [
            "authority": .string(authority), "incident": incident?.json ?? .null, "order": .optional(order?.text),
            "owed": .array(owed.map(\.json)), "plan": plan.json, "reason": .string(reason), "reopened": .list(reopened),
        ]
    }
}

extension Debt {
    /// The value as logs have it.
    package var json: JSONValue {
        ["due": .optional(due?.description), "phase": phase.json, "subject": subject.json]
    }
}

extension Decision {
    /// The decision as logs, and commands that answer in JSON, write it.
    package var json: JSONValue {
        [
            "evidence": .array(judgement.evidence.map { .integer($0) }), "phase": phase.json,
            "reasons": .array(judgement.reasons.map { .string($0) }), "subject": subject.json,
            "verdict": .string(judgement.verdict.rawValue), "waivedBy": .optional(waivedBy),
        ]
    }
}

extension Decision.Subject {
    /// The value as logs have it.
    package var json: JSONValue {
        switch self {
        case .obligation(let id): ["obligation": id.json]
        case .artifact(let id): ["artifact": id.json]
        case .predecessor(let id): ["predecessor": id.json]
        }
    }
}

extension WaiverGrant {
    /// The value as logs have it.
    package var json: JSONValue {
        [
            "authority": .string(authority), "expires": .optional(expires?.description),
            "obligation": obligation.json, "phase": phase.json, "reason": .string(reason),
        ]
    }
}

extension ScopeItem {
    /// The value as logs have it.
    package var json: JSONValue {
        ["cost": .number(cost), "days": .number(days), "id": id.json, "title": .string(title)]
    }
}

extension ChangeOrder {
    /// The value as logs have it.
    package var json: JSONValue {
        [
            "adds": .array(adds.map(\.json)), "cost": .number(cost), "days": .number(days),
            "finding": .string(finding), "id": id.json, "removes": .list(removes),
        ]
    }
}

extension EvidenceDraft {
    /// The value as logs have it.
    package var json: JSONValue {
        [
            "artifact": artifact.json, "collector": .optional(collector), "file": .optional(file),
            "findings": .array(findings.map(\.json)), "measurements": .array(measurements.map(\.json)),
            "sha256": .string(digest.hexadecimal), "size": .integer(size),
            "validFrom": .optional(validFrom?.description), "validUntil": .optional(validUntil?.description),
        ]
    }
}

extension Measurement {
    fileprivate var json: JSONValue {
        ["name": name.json, "unit": .optional(unit), "value": value.map { .number($0) } ?? .null]
    }
}

extension CollectedFinding {
    fileprivate var json: JSONValue {
        [
            "code": code.json, "hint": .string(hint), "message": .string(message),
            "severity": .string(severity.rawValue), "subject": .string(subject),
        ]
    }
}
