public import PhaseLoom

/// The reason why a command was not carried out, as canonical JSON of the format `phaseloom.refusal/1`.
public enum RefusalJSON: Sendable {
    /// Writes a refusal with its stable code and what is missing.
    public static func write(_ refusal: Refusal) -> String {
        refusal.json.adding(["format": "phaseloom.refusal/1"]).canonicalText
    }
}

extension Refusal {
    var json: JSONValue {
        [
            "code": .string(code.rawValue), "hint": .string(hint), "message": .string(message),
            "missing": .array(missing.map(\.json)),
        ]
    }
}
