import PhaseLoom

/// The clock of an incident: its history on the hours of a service, against the targets of its priorities.
///
/// It is computed anew from the events each time it is read, so a corrected record corrects it.
struct IncidentClock {
    let history: IncidentHistory
    /// How each target stands.
    let verdicts: [TargetVerdict]
    /// What counted and what did not, from the opening to the end.
    let stretches: [Stretch]

    /// Computes the clock of an incident.
    ///
    /// - Parameters:
    ///   - history: what happened.
    ///   - calendars: the hours of service; open is what any of them opens.
    ///   - policy: what a change of priority does.
    ///   - targets: the minutes of a priority; of `nil` those without one.
    /// - Complexity: O(*n* + *d*) in the numbers of events and of days with their windows.
    init(
        _ history: IncidentHistory, on calendars: [ServiceCalendar], _ policy: PriorityPolicy,
        targets: @escaping (ID?) -> TargetMinutes
    ) {
        self.history = history
        let clock = ServiceClock(calendars, pauses: history.pauses)
        let making = Making(history: history, clock: clock, policy: policy, targets: targets)
        verdicts = [
            making.verdict(.response, stopped: history.response) { $0.response }, making.gaps,
            making.verdict(.resolution, stopped: history.resolved) { $0.resolution },
        ].compactMap(\.self)
        stretches =
            history.opened < history.end
            ? clock.stretches(in: Span(start: history.opened, end: history.end)) : []
    }

    /// What all targets together say.
    var verdict: Verdict { verdicts.reduce(.met) { $0.and($1.verdict) } }
}

/// What the verdicts on the targets of an incident are made of.
private struct Making {
    let history: IncidentHistory
    let clock: ServiceClock
    let policy: PriorityPolicy
    let targets: (ID?) -> TargetMinutes

    private var isPaused: Bool { history.resolved == nil && clock.isPaused(at: history.now) }

    /// The verdict on a target that counts from the opening.
    func verdict(
        _ name: TargetVerdict.Name, stopped end: Timestamp?, _ minutes: (TargetMinutes) -> Int
    ) -> TargetVerdict {
        var target = TargetClock(clock, from: history.opened, minutes: minutes(targets(history.events.first?.priority)))
        for event in history.events where event.kind == .reprioritised && end.map({ event.time < $0 }) != false {
            target.change(to: minutes(targets(event.priority)), at: event.time, policy)
        }
        return TargetVerdict(name, target, stopped: end, now: history.now, isPaused: isPaused)
    }

    /// The verdict on the gap between messages that comes nearest to its target or overruns it most; `nil` where no
    /// update is agreed.
    ///
    /// Each gap has the minutes of the priority with which it begins, and every message to the client ends one.
    var gaps: TargetVerdict? {
        let verdicts = messages.compactMap { gap in
            targets(gap.priority).update.map { minutes in
                TargetVerdict(
                    .update, TargetClock(clock, from: gap.start, minutes: minutes), stopped: gap.end, now: history.now,
                    isPaused: isPaused)
            }
        }
        return verdicts.min { $0.remaining < $1.remaining }
    }

    /// The stretches between messages; the last one has no end while the incident is open.
    private var messages: [(start: Timestamp, end: Timestamp?, priority: ID?)] {
        var gaps: [(start: Timestamp, end: Timestamp?, priority: ID?)] = []
        var start = (history.opened, history.events.first?.priority)
        var priority = start.1
        for event in history.events.dropFirst() {
            priority = event.priority ?? priority
            guard [.responded, .updated, .resolved].contains(event.kind) else { continue }
            gaps.append((start.0, event.time, start.1))
            start = (event.time, priority)
        }
        if history.resolved == nil { gaps.append((start.0, nil, start.1)) }
        return gaps
    }
}
