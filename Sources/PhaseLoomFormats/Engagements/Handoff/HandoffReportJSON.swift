import PhaseLoom

/// What the check of a package found, as canonical JSON of the format `phaseloom.handoff-check/1`.
public enum HandoffReportJSON: Sendable {
    /// Writes whether the package is whole, and everything that is wrong with it.
    public static func write(_ report: HandoffReport) -> String {
        let value: JSONValue = [
            "engagement": .optional(report.engagement), "format": "phaseloom.handoff-check/1",
            "head": .optional(report.head?.description), "length": .integer(report.length),
            "problems": .array(
                report.problems.map { ["message": .string($0.message), "path": .string($0.path)] }),
            "whole": .bool(report.isWhole),
        ]
        return value.canonicalText
    }
}
