import PhaseLoom

/// What became of many engagements amended at once, as canonical JSON of the format `phaseloom.amendments/1`.
public enum BulkAmendmentJSON: Sendable {
    /// Writes one entry for each engagement, and whether nothing happened yet.
    public static func write(_ amendments: [BulkAmendment], isDryRun: Bool) -> String {
        let value: JSONValue = [
            "amendments": .array(amendments.map(\.json)), "dryRun": .bool(isDryRun),
            "format": "phaseloom.amendments/1",
        ]
        return value.canonicalText
    }
}

extension BulkAmendment {
    fileprivate var json: JSONValue {
        var (impact, refusal, reason): (JSONValue, JSONValue, JSONValue) = (.null, .null, .null)
        switch outcome {
        case .amended(let value): impact = value.json
        case .refused(let value): refusal = value.json
        case .failed(let text): reason = .string(text)
        case .unchanged: break
        }
        return [
            "engagement": .id(engagement), "impact": impact, "outcome": .string(outcome.kind), "reason": reason,
            "refusal": refusal,
        ]
    }
}
