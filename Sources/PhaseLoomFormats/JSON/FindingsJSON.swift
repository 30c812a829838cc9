public import PhaseLoom

/// What verification found, as canonical JSON of the format `phaseloom.findings/1`.
public enum FindingsJSON: Sendable {
    /// Writes the findings of a sequence, the gravest first, with its digest and whether it may run.
    public static func write(_ sequence: ComposedSequence) -> String {
        let value: JSONValue = [
            "digest": .string(sequence.digest), "findings": .array(sequence.findings.map(\.json)),
            "format": "phaseloom.findings/1", "sound": .bool(sequence.isSound),
        ]
        return value.canonicalText
    }
}
