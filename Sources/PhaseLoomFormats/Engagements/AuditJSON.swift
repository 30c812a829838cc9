public import PhaseLoom

/// What an audit of a log found, as canonical JSON of the format `phaseloom.audit/1`.
public enum AuditJSON: Sendable {
    /// Writes how far the log is in order, the hash there, and the first break.
    public static func write(_ audit: Audit) -> String {
        let value: JSONValue = [
            "engagement": .id(audit.engagement), "format": "phaseloom.audit/1",
            "found": audit.found?.json ?? .null, "head": .text(audit.head), "length": .integer(audit.length),
            "whole": .bool(audit.isWhole),
        ]
        return value.canonicalText
    }
}

extension LogBreak {
    /// The kind, the place and the words of a break.
    var json: JSONValue {
        ["code": .string(code.rawValue), "message": .string(message), "place": .integer(place)]
    }
}
