import PhaseLoom

extension IncidentClock {
    /// The timeline as comma-separated values: events, warnings, dues, and what counted between them and why.
    var report: [UInt8] {
        let lines = entries.map { entry in
            let until = entry.until.map(\.description) ?? ""
            let minutes = entry.until.map { Self.minutes($0.milliseconds(since: entry.time)) } ?? ""
            return "\(entry.time),\(until),\(entry.what),\(minutes)\n"
        }
        return [UInt8](("time,until,what,minutes\n" + lines.joined()).utf8)
    }

    private typealias Entry = (time: Timestamp, until: Timestamp?, what: String)

    private var entries: [Entry] {
        var entries: [Entry] = history.events.map { ($0.time, nil, $0.kind.rawValue) }
        for verdict in verdicts {
            let name = verdict.name.rawValue
            entries += verdict.warnings.map { ($0.at, nil, "\(name) \($0.percent) %") }
            if case .at(let due) = verdict.due { entries.append((due, nil, "\(name) due")) }
        }
        entries += stretches.map { ($0.span.start, $0.span.end, $0.kind.rawValue) }
        // Entries of one moment stay in the order in which they are made: the sort has to be stable.
        return entries.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element)
    }

    /// What it measures: business minutes; those of a target that still runs are undefined.
    var figures: [Measurement] {
        var figures = verdicts.map { verdict in
            let isOver = verdict.name == .response ? history.response != nil : history.resolved != nil
            return Measurement(verdict.name.measure, isOver ? Double(verdict.used) / 60_000 : nil, unit: "min")
        }
        let sums: [(ID, Stretch.Kind)] = [("counted-minutes", .counted), ("paused-minutes", .paused)]
        figures += sums.map { name, kind in
            let spans = stretches.filter { $0.kind == kind }.map(\.span)
            return Measurement(name, Double(spans.milliseconds) / 60_000, unit: "min")
        }
        return figures
    }

    /// What there is to say about its targets.
    var findings: [CollectedFinding] { verdicts.flatMap(\.findings) }

    fileprivate static func minutes(_ milliseconds: Int64) -> String {
        let parts = Measurement("minutes", Double(milliseconds) / 60_000).value ?? 0
        return milliseconds.isMultiple(of: 60_000) ? "\(milliseconds / 60_000)" : "\(parts)"
    }
}

extension TargetVerdict.Name {
    /// The measurement that the criteria of the overlay read.
    fileprivate var measure: ID {
        switch self {
        case .response: "response-minutes"
        case .update: "update-gap-minutes"
        case .resolution: "restoration-minutes"
        }
    }
}

extension TargetVerdict {
    fileprivate var findings: [CollectedFinding] {
        let warned = warnings.map { warning in
            CollectedFinding(
                "sla-warning", warning.percent > 50 ? .warning : .note,
                "\(warning.percent) % of the target for \(name.rawValue) were used up at \(warning.at)",
                subject: name.rawValue, hint: "tell those who can still keep it")
        }
        return warned + [standing].compactMap(\.self)
    }

    /// Where it stands; `nil` when it was met.
    private var standing: CollectedFinding? {
        let numbers = "\(IncidentClock.minutes(used)) of \(IncidentClock.minutes(target)) minutes are used up"
        switch state {
        case .met: return nil
        case .breached:
            return CollectedFinding(
                "sla-breach", .error, "the target for \(name.rawValue) is missed: \(numbers)", subject: name.rawValue,
                hint: "find out why, and tell the client")
        case .running, .paused:
            return CollectedFinding(
                "sla-open", .note, "the target for \(name.rawValue) is \(state.rawValue), \(dueText): \(numbers)",
                subject: name.rawValue, hint: "collect again when the incident is resolved")
        }
    }

    private var dueText: String {
        switch due {
        case .at(let moment): "due \(moment)"
        case .paused: "due nobody knows when before the pause ends"
        case .beyond: "due in more than ten years, for the service is hardly ever open"
        }
    }
}
