public import PhaseLoom

/// What an amendment does to a running engagement, as canonical JSON of the format `phaseloom.impact/1`.
public enum ImpactJSON: Sendable {
    /// Writes what an amendment does to an engagement.
    public static func write(_ impact: AmendmentImpact, on engagement: ID) -> String {
        impact.json.adding(["engagement": .id(engagement), "format": "phaseloom.impact/1"]).canonicalText
    }
}

extension AmendmentImpact {
    var json: JSONValue {
        [
            "added": .ids(added), "changes": .array(difference.changes.map(\.json)),
            "landed": .array(
                landed.map {
                    ["decision": $0.decision.json, "landing": .optional($0.landing?.rawValue)]
                }),
            "late": .ids(late), "owed": .array(owed.map(\.json)), "reopened": .ids(reopened),
            "retired": .array(
                retired.map {
                    ["into": .optional($0.into), "phase": .id($0.phase), "state": .string($0.state.rawValue)]
                }),
        ]
    }
}

extension SequenceDiff.Change {
    fileprivate var json: JSONValue {
        [
            "by": .ids(by), "element": .string(element),
            "fields": .array(
                fields.map { ["name": .string($0.name), "new": .string($0.new), "old": .string($0.old)] }),
            "kind": .string(kind.rawValue),
        ]
    }
}
