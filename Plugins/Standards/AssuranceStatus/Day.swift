import PhaseLoom

/// A day of the calendar in UTC.
struct Day: Hashable {
    /// Days since the beginning of 1970; negative before.
    let number: Int64

    private static let length: Int64 = 86_400_000

    /// The day that a moment belongs to.
    init(_ moment: Timestamp) {
        let quotient = moment.milliseconds / Self.length
        number = moment.milliseconds % Self.length < 0 ? quotient - 1 : quotient
    }

    /// The beginning of the day.
    var start: Timestamp { Timestamp(milliseconds: number * Self.length) }

    /// The date, such as `2026-11-21`.
    var date: String { start.date }

    /// The day some days later, or earlier if negative.
    func adding(days: Int64) -> Day { Day(start.advanced(byMilliseconds: days * Self.length)) }

    /// The same date some years later; the last day of February where that year has no leap day.
    func adding(years: Int) -> Day {
        let (year, month, day) = parts
        return Day(year: year + years, month, day) ?? Day(year: year + years, month, day - 1) ?? Day(.range.upperBound)
    }

    /// The year of the calendar that it belongs to.
    var year: Int { parts.year }

    /// The last day of a year.
    static func last(of year: Int) -> Day { Day(year: year, 12, 31) ?? Day(.range.upperBound) }

    /// The days from an earlier one to this; negative if it is later.
    func days(since earlier: Day) -> Int64 { number - earlier.number }

    /// The whole months of the period that begins with this day and ends with another, both included.
    func months(through last: Day) -> Int {
        let (from, end) = (parts, last.adding(days: 1).parts)
        return (end.year - from.year) * 12 + end.month - from.month - (end.day < from.day ? 1 : 0)
    }

    private init?(year: Int, _ month: Int, _ day: Int) {
        let text = Self.padded(year, to: 4) + "-" + Self.padded(month, to: 2) + "-" + Self.padded(day, to: 2)
        guard let moment = try? Timestamp(parsing: text) else { return nil }
        self.init(moment)
    }

    private var parts: (year: Int, month: Int, day: Int) {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? (parts[0], parts[1], parts[2]) : (0, 1, 1)
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension Day: Comparable {
    static func < (one: Day, other: Day) -> Bool { one.number < other.number }
}
