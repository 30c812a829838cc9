public import PhaseLoom

/// What logs say in numbers, as canonical JSON of the format `phaseloom.metrics/1`.
///
/// Times are in seconds. What is not known yet is `null`, never zero.
public enum MetricsJSON: Sendable {
    /// Writes metrics in the order in which they are given, and what they come to together.
    public static func write(_ all: [EngagementMetrics]) -> String {
        let value: JSONValue = [
            "engagements": .array(all.map(\.json)), "format": "phaseloom.metrics/1",
            "together": PortfolioMetrics(of: all).json,
        ]
        return value.canonicalText
    }
}

extension EngagementMetrics {
    fileprivate var json: JSONValue {
        [
            "blocked": timeBlocked.json, "engagement": .id(engagement), "firstPasses": firstPasses.json,
            "leadTime": leadTime.json, "loopbacks": .integer(loopbacks), "onHold": timeOnHold.json,
            "orders": orders.json,
            "phases": .array(
                phases.map { ["openings": .integer($0.openings), "phase": .id($0.phase), "time": $0.time.json] }),
            "reopenedGates": .integer(reopenedGates), "rework": rework.json, "started": .text(started),
            "state": .string(state.rawValue), "targets": targets.json, "until": .text(until),
            "waivers": waivers.json,
        ]
    }
}

extension PortfolioMetrics {
    fileprivate var json: JSONValue {
        [
            "blocked": timeBlocked.json, "count": .integer(count), "firstPasses": firstPasses.json,
            "loopbacks": .integer(loopbacks), "medianLeadTime": medianLeadTime?.json ?? .null,
            "onHold": timeOnHold.json, "orders": orders.json,
            "phases": .array(phases.map { ["median": $0.median.json, "phase": .id($0.phase)] }),
            "reopenedGates": .integer(reopenedGates), "rework": rework.json,
            "states": .object(states.map { JSONMember($0.state.rawValue, .integer($0.count)) }),
            "targets": targets.json, "waivers": waivers.json,
        ]
    }
}

extension Duration {
    /// The time in seconds.
    fileprivate var json: JSONValue {
        let (seconds, attoseconds) = components
        guard attoseconds != 0 else { return .integer(Int(seconds)) }
        return .number(Double(seconds * 1000 + attoseconds / 1_000_000_000_000_000) / 1000)
    }
}

extension EngagementMetrics.Share {
    fileprivate var json: JSONValue {
        ["count": .integer(count), "rate": .optional(rate), "total": .integer(total)]
    }
}

extension EngagementMetrics.Waivers {
    fileprivate var json: JSONValue {
        ["ended": .integer(granted - inForce), "granted": .integer(granted), "inForce": .integer(inForce)]
    }
}

extension EngagementMetrics.Orders {
    fileprivate var json: JSONValue {
        [
            "approved": .integer(approved), "cost": .number(cost), "days": .number(days), "pending": .integer(pending),
            "raised": .integer(raised), "rejected": .integer(rejected),
        ]
    }
}

extension EngagementMetrics.Targets {
    fileprivate var json: JSONValue {
        [
            "attainment": .optional(attainment.rate), "met": .integer(met), "missed": .integer(missed),
            "open": .integer(open),
        ]
    }
}
