public import PhaseLoom

/// Reads the clock of an incident: business minutes to response, updates and solution, against their targets.
///
/// The clock runs in the hours of service of a calendar, stands still in pauses, and is computed anew from the events
/// each time. Without a calendar the service runs at all hours.
public struct SLAClockCollector: Collector {
    /// The name by which it is asked for, `incident/sla-clock`.
    public static let id: ID = "sla-clock"
    /// What it does.
    public static let help = "Computes business minutes to response, updates and solution, with warnings and verdicts."

    static let events = OverlayOption<String>.file(
        "events", help: "events of the incident with the columns time, event, priority")
    static let response = OverlayOption<Int>.integer(
        "response", help: "business minutes to the response", default: 15, in: 0...TargetMinutes.most)
    static let update = OverlayOption<Int>.integer(
        "update", help: "business minutes between messages to the client; 0 for none agreed", default: 0,
        in: 0...TargetMinutes.most)
    static let resolution = OverlayOption<Int>.integer(
        "resolution", help: "business minutes to the solution", default: 240, in: 0...TargetMinutes.most)
    static let targets = OverlayOption<String>.file(
        "targets", help: "targets with the columns priority, response, resolution, update", default: "")
    static let policy = OverlayOption<PriorityPolicy>.choice(
        "policy", help: "what a change of priority does to the clock", default: .retain)
    static let zone = OverlayOption<String>.text(
        "zone", help: "time zone of the hours of service, like 'Europe/London'", default: "UTC")
    static let calendar = OverlayOption<String>.file(
        "calendar", help: "hours of service with the columns weekday, open, close, zone", default: "")
    static let holidays = OverlayOption<String>.file(
        "holidays", help: "days without service with the columns day, name", default: "")
    static let now = OverlayOption<Timestamp?>.moment(
        "now", help: "moment at which a clock that runs is read; the present one if left out")

    /// The options that it takes: the events, the targets, the hours of service and the present moment.
    public static let options = [
        events.descriptor, response.descriptor, update.descriptor, resolution.descriptor, targets.descriptor,
        policy.descriptor, zone.descriptor, calendar.descriptor, holidays.descriptor, now.descriptor,
    ]

    let values: OptionValues
    private let zone: ServiceZone

    /// Makes the collector of checked option values.
    ///
    /// - Throws: `InvalidValue` when there is no such time zone.
    public init(_ values: OptionValues) throws(InvalidValue) {
        self.values = values
        zone = try ServiceZone(values[Self.zone])
    }

    /// Reads the events and computes how the incident stands with its targets.
    ///
    /// - Returns: the timeline as evidence of `incident-timeline`; the verdict is undefined while the incident is open
    ///   and nothing is missed yet.
    /// - Throws: `CollectorError` for files that cannot be read and everything that is wrong in them,
    ///   `CancellationError` when the work is no longer wanted.
    /// - Complexity: O(*n* log *n* + *d*) in the numbers of events and of days with their windows, at most ten years.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        let history = try history(context)
        let targets = try targets(of: history, context)
        let calendars = try calendars(context)
        try context.checkCancellation()
        let plain = TargetMinutes(
            response: values[Self.response], update: values[Self.update] == 0 ? nil : values[Self.update],
            resolution: values[Self.resolution])
        let clock = IncidentClock(history, on: calendars, values[Self.policy]) { priority in
            priority.flatMap { targets[$0] } ?? plain
        }
        let file = try context.write("incident-timeline.csv", clock.report)
        let evidence = CollectedEvidence(
            "incident-timeline", file, measurements: clock.figures, findings: clock.findings)
        return CollectorReport(evidence: [evidence], verdict: clock.verdict)
    }

    private func history(_ context: CollectorContext) throws -> IncidentHistory {
        let path = values[Self.events]
        let events = try Table(
            path, columns: IncidentEvent.columns, optional: IncidentEvent.optional, limit: 1 << 20, in: context
        ).map(IncidentEvent.init)
        do {
            return try IncidentHistory(events, now: values[Self.now] ?? context.now)
        } catch {
            throw CollectorError(.data, at: "\(path):\(error.line)", error.message, hint: error.hint)
        }
    }

    /// The targets by priority, which name every priority of the history, or none.
    private func targets(
        of history: IncidentHistory, _ context: CollectorContext
    ) throws -> [ID: TargetMinutes] {
        let path = values[Self.targets]
        guard !path.isEmpty else { return [:] }
        var known: [ID: TargetMinutes] = [:]
        _ = try Table(
            path, columns: TargetMinutes.columns, optional: TargetMinutes.optional, limit: 1 << 16, in: context
        ).map { row in
            let priority = row.identifier("priority")
            if known.updateValue(TargetMinutes(&row), forKey: priority) != nil {
                row.note("priority", "there are two targets of '\(priority)'", hint: "keep one of the two")
            }
        }
        for event in history.events {
            guard let priority = event.priority, known[priority] == nil else { continue }
            throw CollectorError(
                .data, at: "\(values[Self.events]):\(event.line)", "'\(priority)' has no targets",
                hint: "add it to '\(path)'")
        }
        return known
    }

    private func calendars(_ context: CollectorContext) throws -> [ServiceCalendar] {
        var hours: [ServiceHours] = []
        if case let path = values[Self.calendar], !path.isEmpty {
            hours = try Table(
                path, columns: ServiceHours.columns, optional: ServiceHours.optional, limit: 1 << 14, in: context
            ).map(ServiceHours.init)
        }
        var closed: [Day] = []
        if case let path = values[Self.holidays], !path.isEmpty {
            closed = try Table(
                path, columns: ["day"], optional: ["name"], mayBeEmpty: true, limit: 1 << 20, in: context
            ).map { row in
                _ = row.optionalText("name")
                return row.day("day")
            }
        }
        return ServiceHours.calendars(hours, in: zone, closed: Set(closed))
    }
}
