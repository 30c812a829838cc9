import PhaseLoom

/// The difference between two sequences as canonical JSON of the format `phaseloom.diff/1`.
enum DifferenceJSON {
    static func write(_ difference: SequenceDiff) -> String {
        let value: JSONValue = ["changes": .array(difference.changes.map(json)), "format": "phaseloom.diff/1"]
        return value.canonicalText
    }

    private static func json(_ change: SequenceDiff.Change) -> JSONValue {
        let fields: [JSONValue] = change.fields.map {
            ["name": .string($0.name), "new": .string($0.new), "old": .string($0.old)]
        }
        return [
            "by": .array(change.by.map { .string($0.text) }), "element": .string(change.element),
            "fields": .array(fields), "kind": .string(change.kind.rawValue),
        ]
    }
}
