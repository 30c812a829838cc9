import PhaseLoom

/// A day of the calendar, wherever it is.
struct CalendarDay: Hashable, Sendable {
    /// The days since 1970-01-01.
    let number: Int64

    private static let length: Int64 = 86_400_000

    init(number: Int64) { self.number = number }

    /// The day on which a moment falls, where local time is some minutes ahead of UTC.
    init(of moment: Timestamp, offset: Int = 0) {
        let local = moment.milliseconds + Int64(offset) * 60_000
        number = local >= 0 ? local / Self.length : (local + 1) / Self.length - 1
    }

    /// The first moment of the day, where local time is some minutes ahead of UTC.
    func start(offset: Int = 0) -> Timestamp {
        Timestamp(milliseconds: number * Self.length - Int64(offset) * 60_000)
    }

    static func + (day: CalendarDay, days: Int) -> CalendarDay { CalendarDay(number: day.number + Int64(days)) }

    /// The day of the week, 0 for Monday to 6 for Sunday; 1970 began on a Thursday.
    var weekday: Int { Int(((number + 3) % 7 + 7) % 7) }

    /// The month, 1 for January, and the day of the month, 1 for the first.
    var monthAndDay: (month: Int, day: Int) {
        let parts = description.split(separator: "-").map { Int($0) ?? 0 }
        return (parts[1], parts[2])
    }

    /// The 31 December of the same year.
    var lastOfYear: CalendarDay {
        let date = try? Timestamp(parsing: description.prefix(4) + "-12-31")
        return date.map { CalendarDay(of: $0) } ?? self
    }
}

extension CalendarDay: CustomStringConvertible {
    /// The date, such as `2026-11-21`.
    var description: String { start().date }
}

// MARK: Business days

extension CalendarDay {
    /// The day when some business days have passed; the day itself does not count.
    ///
    /// - Complexity: O(*n*) in the number of days.
    func addingBusinessDays(_ days: Int) -> CalendarDay {
        var day = self
        for _ in 0..<days {
            repeat { day = day + 1 } while !day.isBusinessDay
        }
        return day
    }

    /// Whether federal authorities of the United States work: no weekend, no holiday of 5 U.S.C. 6103.
    ///
    /// A holiday on a Saturday is observed on the Friday before it, one on a Sunday on the Monday after it.
    var isBusinessDay: Bool {
        switch weekday {
        case 5, 6: false
        case 4: !isHoliday && !(self + 1).isFixedHoliday
        case 0: !isHoliday && !(self + -1).isFixedHoliday
        default: !isHoliday
        }
    }

    private var isHoliday: Bool { isFixedHoliday || isMovingHoliday }

    private var isFixedHoliday: Bool {
        switch monthAndDay {
        case (1, 1), (6, 19), (7, 4), (11, 11), (12, 25): true
        default: false
        }
    }

    private var isMovingHoliday: Bool {
        let (month, day) = monthAndDay
        let week = (day - 1) / 7 + 1
        return switch (month, weekday) {
        case (1, 0), (2, 0): week == 3
        case (5, 0): day > 24
        case (9, 0): week == 1
        case (10, 0): week == 2
        case (11, 3): week == 4
        default: false
        }
    }
}
