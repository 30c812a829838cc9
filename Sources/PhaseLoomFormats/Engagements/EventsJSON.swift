public import PhaseLoom

/// What just happened in an engagement, as canonical JSON of the format `phaseloom.events/1`.
public enum EventsJSON: Sendable {
    /// Writes events in order, with the state of the engagement afterwards.
    public static func write(_ events: [Event], of engagement: Engagement) -> String {
        let value: JSONValue = [
            "engagement": .id(engagement.id), "events": .array(events.map(\.json)), "format": "phaseloom.events/1",
            "length": .integer(engagement.length), "state": .string(engagement.state.rawValue),
        ]
        return value.canonicalText
    }
}

extension Event {
    fileprivate var json: JSONValue {
        [
            "actor": .string(actor), "number": .integer(number), "time": .text(time), "what": content.json,
        ]
    }
}
