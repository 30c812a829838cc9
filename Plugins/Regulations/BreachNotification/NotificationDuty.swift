import PhaseLoom

/// One notice that a law demands after a breach: to whom, from how many persons on, and until when.
struct NotificationDuty: Hashable, Sendable {
    /// How long there is time.
    enum Period: Hashable {
        /// Hours that elapse, whatever the clocks on the wall do.
        case hours(Int)
        /// Days of the calendar, holidays and weekends among them.
        case days(Int)
        /// Days on which federal authorities work.
        case businessDays(Int)
        /// Days after the end of the year of discovery.
        case daysAfterYear(Int)
    }

    /// What starts the clock.
    enum Start: String {
        case discovery
        case determination
    }

    /// From how many persons on the notice is due.
    enum Threshold: Hashable {
        case always
        case persons(Int)
        case fewerPersons(Int)
        /// Residents of one State.
        case residents(Int)
    }

    let addressee: String
    let citation: String
    let period: Period
    let start: Start
    let threshold: Threshold

    init(
        _ addressee: String, _ citation: String, _ period: Period, from start: Start = .discovery,
        when threshold: Threshold = .always
    ) {
        self.addressee = addressee
        self.citation = citation
        self.period = period
        self.start = start
        self.threshold = threshold
    }
}

extension NotificationDuty {
    /// Whether the notice is due for these numbers of persons, and of residents of the State with most of them.
    func isDue(persons: Int, residents: Int) -> Bool {
        switch threshold {
        case .always: true
        case .persons(let least): persons >= least
        case .fewerPersons(let limit): persons < limit
        case .residents(let least): residents >= least
        }
    }

    /// The hours that there are at least, whatever the day.
    var leastHours: Int {
        switch period {
        case .hours(let hours): hours
        case .days(let days), .businessDays(let days), .daysAfterYear(let days): days * 24
        }
    }

    /// Until when the notice is in time.
    ///
    /// - Parameters:
    ///   - start: the moment that starts the clock.
    ///   - offset: the minutes by which local time is ahead of UTC; it decides which day it is.
    /// - Returns: the moment, or the day that is the last one.
    func deadline(from start: Timestamp, offset: Int) -> NotificationDeadline {
        let day = CalendarDay(of: start, offset: offset)
        return switch period {
        case .hours(let hours): .moment(start.advanced(byMilliseconds: Int64(hours) * 3_600_000))
        case .days(let days): .day(day + days)
        case .businessDays(let days): .day(day.addingBusinessDays(days))
        case .daysAfterYear(let days): .day(day.lastOfYear + days)
        }
    }
}

/// The end of a clock: a moment, or a day whose end counts.
enum NotificationDeadline: Hashable, Sendable {
    case moment(Timestamp)
    case day(CalendarDay)

    /// The last moment that is in time, where local time is some minutes ahead of UTC.
    func end(offset: Int) -> Timestamp {
        switch self {
        case .moment(let moment): moment
        case .day(let day): (day + 1).start(offset: offset).advanced(byMilliseconds: -1)
        }
    }
}

extension NotificationDeadline: CustomStringConvertible {
    /// The date, or the moment in UTC.
    var description: String {
        switch self {
        case .moment(let moment): moment.description
        case .day(let day): day.description
        }
    }
}
