import PhaseLoom

/// What happened to an incident up to a moment, in an order that can be.
struct IncidentHistory {
    /// The events by time; those of one moment as they are recorded.
    let events: [IncidentEvent]
    /// The moment up to which it is known.
    let now: Timestamp
    let opened: Timestamp
    private(set) var responded: Timestamp?
    private(set) var resolved: Timestamp?
    private(set) var updates: [Timestamp] = []
    private(set) var pauses: [ServiceClock.Pause] = []
    private var pausedSince: Timestamp?

    /// An event that cannot be where it is.
    struct Problem: Error, Equatable {
        let line: Int
        let message: String
        let hint: String
    }

    /// Puts events in order.
    ///
    /// - Throws: ``Problem`` with the first event that cannot be.
    /// - Complexity: O(*n* log *n*) in the number of events.
    init(_ events: [IncidentEvent], now: Timestamp) throws(Problem) {
        self.now = now
        self.events = events.sorted { ($0.time, $0.line) < ($1.time, $1.line) }
        guard let first = self.events.first, first.kind == .opened else {
            throw Problem(
                line: self.events.first?.line ?? 1, message: "the history does not begin with 'opened'",
                hint: "record when the incident was opened, before anything else")
        }
        opened = first.time
        for event in self.events.dropFirst() { try take(event) }
        if let last = self.events.last { try check(last) }
        if let pausedSince { pauses.append(ServiceClock.Pause(start: pausedSince, end: resolved)) }
    }

    /// The moment at which its clocks stop.
    var end: Timestamp { resolved ?? now }

    /// The moment of the response; a solution is one, too.
    var response: Timestamp? { responded ?? resolved }

    private func check(_ last: IncidentEvent) throws(Problem) {
        if last.time > now {
            throw Problem(
                line: last.line, message: "'\(last.time)' is later than now, '\(now)'",
                hint: "leave out what has not happened, or set 'now'")
        }
        if now.milliseconds(since: opened) > ServiceClock.horizon {
            throw Problem(
                line: events.first?.line ?? 1, message: "'\(opened)' is more than ten years before '\(now)'",
                hint: "see whether the year is right, or set 'now'")
        }
    }

    private mutating func take(_ event: IncidentEvent) throws(Problem) {
        if resolved != nil {
            throw Problem(
                line: event.line, message: "'\(event.kind.rawValue)' comes after 'resolved'",
                hint: "open an incident of its own for what comes back")
        }
        switch event.kind {
        case .opened: throw again(event, hint: "keep the first one")
        case .responded:
            guard responded == nil else { throw again(event, hint: "call further messages 'updated'") }
            responded = event.time
        case .updated: updates.append(event.time)
        case .paused:
            guard pausedSince == nil else { throw again(event, hint: "record 'resumed' before the next pause") }
            pausedSince = event.time
        case .resumed:
            guard let start = pausedSince else {
                throw Problem(
                    line: event.line, message: "'resumed' ends no pause", hint: "record when the pause began")
            }
            pauses.append(ServiceClock.Pause(start: start, end: event.time))
            pausedSince = nil
        case .resolved: resolved = event.time
        case .reprioritised: break
        }
    }

    private func again(_ event: IncidentEvent, hint: String) -> Problem {
        Problem(line: event.line, message: "'\(event.kind.rawValue)' comes a second time", hint: hint)
    }
}
