public import PhaseLoom

/// Conflict reports as canonical JSON of the format `phaseloom.conflicts/1`.
public enum ConflictsJSON: Sendable {
    /// Writes the conflicts by code and target, as the report orders them.
    public static func write(_ report: ConflictReport) -> String {
        let value: JSONValue = [
            "conflicts": .array(report.conflicts.map(\.json)), "format": "phaseloom.conflicts/1",
        ]
        return value.canonicalText
    }
}

extension Conflict {
    fileprivate var json: JSONValue {
        [
            "claims": .array(
                claims.map { ["by": .id($0.by), "cites": .strings($0.cites), "value": .string($0.value)] }),
            "code": .string(code.rawValue), "message": .string(message), "target": .string(target),
            "waysOut": .strings(waysOut),
        ]
    }
}
