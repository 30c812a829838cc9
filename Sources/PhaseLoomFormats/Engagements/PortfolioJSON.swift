public import PhaseLoom

/// Where many engagements stand, as canonical JSON of the format `phaseloom.portfolio/1`.
public enum PortfolioJSON: Sendable {
    /// Writes engagements in the order in which they are given.
    public static func write(_ summaries: [EngagementSummary], at time: Timestamp) -> String {
        let value: JSONValue = [
            "engagements": .array(summaries.map { $0.json(at: time) }), "format": "phaseloom.portfolio/1",
            "time": .text(time),
        ]
        return value.canonicalText
    }
}

extension EngagementSummary {
    fileprivate func json(at time: Timestamp) -> JSONValue {
        [
            "due": .optional(due), "engagement": .id(engagement), "head": .text(head), "length": .integer(length),
            "open": .ids(openPhases), "overdue": .bool(due.map { $0 < time } ?? false), "ready": .ids(readyPhases),
            "started": .text(started), "state": .string(state.rawValue), "title": .string(title),
            "updated": .text(updated),
        ]
    }
}
