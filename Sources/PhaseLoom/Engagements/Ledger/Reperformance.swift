/// A log performed anew: each command that its events amount to, given to the engagement as it was, has to give them.
///
/// Events of one command share a moment and an actor, so the log is taken in groups of those: within one it is known
/// what comes next, which tells the commands apart.
struct Reperformance {
    private var engagement: Engagement?
    private var group: [Step] = []
    private var next = 0
    /// The number of events that the rules give.
    private(set) var length = 0
    /// The hash of the record of the last of them.
    private(set) var head = Digest.none
    /// What the rules do not give; `nil` when they gave everything so far.
    private(set) var found: LogBreak?

    private struct Step {
        let event: Event
        let hash: Digest
        /// The plan after the event.
        let plan: EngagementPlan
    }

    /// Takes the next event.
    ///
    /// - Parameters:
    ///   - event: the event, which can follow those before.
    ///   - hash: the hash of its record.
    ///   - plan: the plan that holds after it.
    /// - Complexity: that of the command behind it.
    mutating func take(_ event: Event, _ hash: Digest, _ plan: EngagementPlan) {
        guard found == nil else { return }
        if let last = group.last?.event, last.time != event.time || last.actor != event.actor { finish() }
        group.append(Step(event: event, hash: hash, plan: plan))
    }

    /// Performs what was taken, when nothing more can belong to it.
    mutating func finish() {
        while found == nil, next < group.count {
            do {
                try performNext()
            } catch {
                found = error
            }
        }
        group.removeAll(keepingCapacity: true)
        next = 0
    }

    private mutating func performNext() throws(LogBreak) {
        let event = group[next].event
        if case .started(let start) = event.content { return try begin(start) }
        for command in combined() {
            // A copy is made of the engagement only where triggers are decided, each once in an engagement.
            var copy = engagement
            let events = try? copy?.perform(command.command, in: command.circumstances(of: event))
            guard let events, difference(to: events) == nil else { continue }
            engagement = copy
            return advance(by: events.count)
        }
        guard let command = engagement?.command(behind: event, under: group[next].plan) else {
            throw broken(event, "no command begins with it")
        }
        let events: [Event]
        do {
            events = try engagement?.perform(command.command, in: command.circumstances(of: event)) ?? []
        } catch {
            throw broken(event, error.message)
        }
        if let difference = difference(to: events) { throw difference }
        advance(by: events.count)
    }

    private mutating func begin(_ start: Start) throws(LogBreak) {
        let step = group[next]
        do {
            let begun = try Engagement.starting(
                start.engagement, title: start.title, plan: step.plan, incident: start.incident,
                in: Circumstances(at: step.event.time, by: step.event.actor))
            engagement = begun.engagement
            if let difference = difference(to: begun.events) { throw difference }
        } catch let refusal as Refusal {
            throw broken(step.event, refusal.message)
        } catch let found as LogBreak {
            throw found
        } catch {
            throw broken(step.event, "\(error)")
        }
        advance(by: 1)
    }

    /// The commands that may have decided the triggers that come next before they did something else.
    private func combined() -> [ReperformedCommand] {
        guard case .triggered = group[next].event.content else { return [] }
        var last = next + 1
        let limit = min(group.count, next + (engagement?.plan.sequence.triggers.count ?? 0) + 1)
        while last < limit, case .triggered = group[last].event.content { last += 1 }
        guard last < limit else { return [] }
        switch group[last].event.content {
        case .opened, .passed:
            return engagement?.command(behind: group[last].event, under: group[last].plan).map { [$0] } ?? []
        default: return []
        }
    }

    private mutating func advance(by count: Int) {
        next += count
        (length, head) = (group[next - 1].event.number, group[next - 1].hash)
    }

    // MARK: What differs

    /// The first event that is not what the rules give.
    private func difference(to expected: [Event]) -> LogBreak? {
        for (place, expected) in expected.enumerated() {
            guard next + place < group.count else {
                return broken(
                    group[group.count - 1].event, "'\(expected.content.kind)' has to come with it, and is missing",
                    isAfter: true)
            }
            let event = group[next + place].event
            if event == expected { continue }
            let (kind, wanted) = (event.content.kind, expected.content.kind)
            return broken(
                event,
                kind == wanted ? "the rules give another '\(kind)'" : "the rules give '\(wanted)', not '\(kind)'")
        }
        return nil
    }

    private func broken(_ event: Event, _ what: String, isAfter: Bool = false) -> LogBreak {
        let place = event.number
        return LogBreak(.rule, at: place, "record \(place) cannot \(isAfter ? "stand alone" : "follow"): \(what)")
    }
}
