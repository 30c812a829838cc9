public import PhaseLoom

/// What an audit of a log found, as canonical JSON of the format `phaseloom.audit/1`.
public enum AuditJSON: Sendable {
    /// Writes how far the log is in order, the hash there, the first break, and the files that are not as they were.
    public static func write(_ audit: Audit) -> String {
        audit.json.adding(["format": "phaseloom.audit/1"]).canonicalText
    }

    /// Writes the audits of a whole store, as canonical JSON of the format `phaseloom.audits/1`.
    ///
    /// - Parameters:
    ///   - audits: the audit of each engagement, in the order in which they are shown.
    ///   - damage: what is wrong with the store as such; `nil` when nothing is.
    /// - Returns: the text, with one newline at the end.
    public static func write(_ audits: [Audit], of damage: StoreError?) -> String {
        let value: JSONValue = [
            "engagements": .array(audits.map(\.json)), "format": "phaseloom.audits/1",
            "store": damage.map { ["code": .string($0.code.rawValue), "message": .string($0.message)] } ?? .null,
            "whole": .bool(damage == nil && audits.allSatisfy(\.isWhole)),
        ]
        return value.canonicalText
    }
}

extension Audit {
    fileprivate var json: JSONValue {
        [
            "engagement": .id(engagement), "files": files?.json ?? .null, "found": found?.json ?? .null,
            "head": .text(head), "length": .integer(length), "whole": .bool(isWhole),
        ]
    }
}

extension FileCheck {
    fileprivate var json: JSONValue {
        let problems = problems.map { problem -> JSONValue in
            [
                "artifact": .id(problem.artifact), "file": .string(problem.file),
                "message": .string(problem.description), "number": .integer(problem.number),
            ]
        }
        return ["checked": .integer(count), "problems": .array(problems)]
    }
}

extension LogBreak {
    /// The kind, the place and the words of a break.
    var json: JSONValue {
        ["code": .string(code.rawValue), "message": .string(message), "place": .integer(place)]
    }
}
