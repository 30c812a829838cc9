import PhaseLoom

/// A clock that runs while any of some calendars is open and nothing pauses it.
struct ServiceClock {
    /// How far it looks for a moment: ten years of 366 days, in milliseconds.
    static let horizon: Int64 = 3_660 * 86_400_000

    private let calendars: [ServiceCalendar]
    /// The pauses that have ended, united.
    private let pauses: [Span]
    /// The moment at which a pause begins that has no end.
    private let openPause: Timestamp?

    /// A pause; without an end as long as it lasts.
    struct Pause: Hashable {
        let start: Timestamp
        let end: Timestamp?
    }

    /// When an amount of time is used up.
    enum Due: Equatable {
        case at(Timestamp)
        /// Nobody knows before the open pause ends.
        case paused
        /// Not within the horizon.
        case beyond
    }

    init(_ calendars: [ServiceCalendar], pauses: [Pause] = []) {
        self.calendars = calendars
        self.pauses =
            pauses.compactMap { pause in
                pause.end.flatMap { pause.start < $0 ? Span(start: pause.start, end: $0) : nil }
            }.united
        openPause = pauses.filter { $0.end == nil }.map(\.start).min()
    }

    /// The stretches of a period that count.
    func counted(in period: Span) -> [Span] { Self.open(calendars, in: period).without(stops(until: period.end)) }

    /// The business time between two moments, in milliseconds; none if the second comes first.
    func used(from start: Timestamp, to end: Timestamp) -> Int64 {
        start < end ? counted(in: Span(start: start, end: end)).milliseconds : 0
    }

    /// Whether a pause covers a moment.
    func isPaused(at moment: Timestamp) -> Bool {
        openPause.map { $0 <= moment } == true || pauses.contains { $0.start <= moment && moment < $0.end }
    }

    /// Finds the moment at which some business time after another moment is used up.
    ///
    /// What is used up at the end of a window is due there, not when the next one opens.
    ///
    /// - Complexity: O(*n* log *n*) in the number of windows up to that moment.
    func due(_ milliseconds: Int64, after start: Timestamp) -> Due {
        guard milliseconds > 0 else { return .at(start) }
        let end = start.advanced(byMilliseconds: Self.horizon)
        var rest = milliseconds
        var next = start
        // Growing pieces: most targets end within days, and few calendars are closed for long.
        var piece: Int64 = 8 * 86_400_000
        while next < end {
            let last = Swift.min(next.advanced(byMilliseconds: piece), end)
            for span in counted(in: Span(start: next, end: last)) {
                if span.milliseconds >= rest { return .at(span.start.advanced(byMilliseconds: rest)) }
                rest -= span.milliseconds
            }
            if let openPause, openPause <= last { return .paused }
            (next, piece) = (last, piece * 2)
        }
        return .beyond
    }

    /// Takes a period apart into what counts, and what does not and why.
    func stretches(in period: Span) -> [Stretch] {
        let open = Self.open(calendars, in: period)
        let agreed = Self.open(calendars.map(\.withoutHolidays), in: period)
        let parts: [(Stretch.Kind, [Span])] = [
            (.counted, open.without(stops(until: period.end))),
            (.paused, open.without(open.without(stops(until: period.end)))),
            (.holiday, agreed.without(open)),
            (.closed, [period].without((agreed + open).united)),
        ]
        return parts.flatMap { kind, spans in spans.map { Stretch(kind: kind, span: $0) } }
            .sorted { $0.span.start < $1.span.start }
    }

    private static func open(_ calendars: [ServiceCalendar], in period: Span) -> [Span] {
        calendars.flatMap { $0.open(in: period) }.united
    }

    /// The pauses up to a moment, united.
    private func stops(until end: Timestamp) -> [Span] {
        guard let openPause, openPause < end else { return pauses }
        return (pauses + [Span(start: openPause, end: end)]).united
    }
}
