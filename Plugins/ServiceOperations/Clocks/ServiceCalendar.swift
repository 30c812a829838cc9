import PhaseLoom

/// The hours of a service in a time zone: windows of the week, and days that are closed or have windows of their own.
struct ServiceCalendar {
    let zone: ServiceZone
    /// The windows of each day of the week, Monday first.
    let weekly: [[DayWindow]]
    /// The days on which no window opens.
    let closed: Set<Day>
    /// The days whose windows replace those of the week.
    let special: [Day: [DayWindow]]

    /// Describes the hours of a service.
    ///
    /// - Parameters:
    ///   - zone: the time zone of its local times.
    ///   - weekly: windows with the day of the week on which they open, 1 for Monday to 7 for Sunday.
    ///   - closed: the days on which no window opens.
    ///   - special: the days whose windows replace those of the week.
    init(
        zone: ServiceZone, weekly: [(day: Int, window: DayWindow)], closed: Set<Day> = [],
        special: [Day: [DayWindow]] = [:]
    ) {
        self.zone = zone
        self.weekly = (1...7).map { day in weekly.filter { $0.day == day }.map(\.window) }
        self.closed = closed
        self.special = special
    }

    /// A service at all hours.
    static func always(in zone: ServiceZone) -> ServiceCalendar {
        ServiceCalendar(zone: zone, weekly: (1...7).map { ($0, .wholeDay) })
    }

    /// The same hours as if no day were closed.
    var withoutHolidays: ServiceCalendar {
        var windows: [(day: Int, window: DayWindow)] = []
        for (place, day) in weekly.enumerated() { windows += day.map { (place + 1, $0) } }
        return ServiceCalendar(zone: zone, weekly: windows, special: special)
    }

    /// The stretches of a period in which the service is open.
    ///
    /// Time is open when the local clock shows a time of a window: an hour that is shown twice counts twice, and one
    /// that is skipped does not count.
    ///
    /// - Complexity: O(*n* log *n*) in the number of windows that open in the period.
    func open(in period: Span) -> [Span] {
        zone.segments(in: period).flatMap { segment in
            local(in: segment.span.moved(by: segment.offset)).map { $0.moved(by: -segment.offset) }
        }.united
    }

    /// The windows in a stretch of local time.
    private func local(in period: Span) -> [Span] {
        var windows: [Span] = []
        // The window of the day before may last until after midnight.
        var day = Day(period.start).adding(days: -1)
        let last = Day(period.end)
        while day <= last {
            windows += self.windows(on: day).map { $0.span(on: day) }
            guard day < Day.range.upperBound else { break }
            day = day.adding(days: 1)
        }
        return windows.within(period)
    }

    private func windows(on day: Day) -> [DayWindow] {
        closed.contains(day) ? [] : special[day] ?? weekly[day.dayOfWeek - 1]
    }
}

extension Span {
    /// The same stretch some milliseconds later, or earlier if negative.
    func moved(by distance: Int64) -> Span {
        Span(start: start.advanced(byMilliseconds: distance), end: end.advanced(byMilliseconds: distance))
    }
}
