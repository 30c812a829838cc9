public import PhaseLoom

/// What a collector brought, as canonical JSON of the format `phaseloom.evidence/1`.
public enum EvidenceJSON: Sendable {
    /// Writes the report of a collector: evidence and findings in its order, measurements in order of names.
    ///
    /// - Parameters:
    ///   - report: the report.
    ///   - collector: the name of the collector, such as `core/file`.
    /// - Returns: the JSON text.
    public static func write(_ report: CollectorReport, of collector: String) -> String {
        let value: JSONValue = [
            "collector": .string(collector), "evidence": .array(report.evidence.map(\.draft.json)),
            "findings": .array(report.findings.map(\.json)), "format": "phaseloom.evidence/1",
            "verdict": .string(report.verdict.rawValue),
        ]
        return value.canonicalText
    }
}

extension EvidenceDraft {
    fileprivate var json: JSONValue {
        [
            "artifact": .id(artifact), "file": file.map { .string($0) } ?? .null,
            "findings": .array(findings.map(\.json)),
            "measurements": .object(measurements.map { JSONMember($0.name.text, $0.json) }),
            "sha256": .string(digest.hexadecimal),
        ]
    }
}

extension Measurement {
    fileprivate var json: JSONValue {
        ["unit": unit.map { .string($0) } ?? .null, "value": .optional(value)]
    }
}

extension CollectedFinding {
    fileprivate var json: JSONValue {
        [
            "code": .id(code), "hint": .string(hint), "message": .string(message),
            "severity": .string(severity.rawValue), "subject": .string(subject),
        ]
    }
}
