public import PhaseLoom

/// What just happened in an engagement, as canonical JSON of the format `phaseloom.events/1`.
public enum EventsJSON: Sendable {
    /// Writes events in order, with the state of the engagement afterwards.
    ///
    /// - Parameters:
    ///   - events: what happened.
    ///   - engagement: the engagement afterwards.
    ///   - head: the hash of the last event.
    /// - Returns: one document with a newline at the end.
    public static func write(_ events: [Event], of engagement: Engagement, head: Digest) -> String {
        let value: JSONValue = [
            "engagement": .id(engagement.id), "events": .array(events.map(\.json)), "format": "phaseloom.events/1",
            "head": .text(head), "length": .integer(engagement.length), "state": .string(engagement.state.rawValue),
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
