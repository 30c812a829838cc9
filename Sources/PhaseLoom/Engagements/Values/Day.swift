/// A day of the Gregorian calendar, carried back before its introduction, without a time or a time zone.
///
/// Certificates, licences, warranties and deadlines are counted in days: `2026-11-21` is the same day everywhere.
public struct Day: Hashable, Sendable {
    /// The days since 1970-01-01; negative before.
    public let daysSince1970: Int

    /// The days with a year of four digits, 0000-01-01 to 9999-12-31.
    public static let range = Day(unchecked: -719_528)...Day(unchecked: 2_932_896)

    private init(unchecked days: Int) { daysSince1970 = days }

    /// Makes a day of its distance from 1970-01-01; one outside ``range`` becomes its nearest end.
    public init(daysSince1970 days: Int) {
        daysSince1970 = Swift.min(Swift.max(days, Self.range.lowerBound.daysSince1970), Self.last)
    }

    private static let last = 2_932_896

    /// Makes a day of its numbers.
    ///
    /// - Parameters:
    ///   - year: 0 to 9999.
    ///   - month: 1 to 12.
    ///   - day: 1 to the last of the month.
    /// - Throws: ``InvalidValue`` when the calendar has no such day.
    public init(year: Int, month: Int, day: Int) throws(InvalidValue) {
        let isInRange = (0...9999).contains(year) && (1...12).contains(month) && (1...31).contains(day)
        let date = CivilDate(year: Int64(year), month: Int64(month), day: Int64(day))
        guard isInRange, date.exists else {
            throw InvalidValue(
                "'\(year)-\(month)-\(day)' is not a day", hint: "use a day that the calendar has, from 0000 to 9999")
        }
        self.init(unchecked: Int(date.daysSince1970))
    }

    /// Reads a day as ISO 8601 writes it, such as `2026-11-21`.
    ///
    /// - Throws: ``InvalidValue`` for anything else and for days that do not exist.
    /// - Complexity: O(1).
    public init(parsing text: String) throws(InvalidValue) {
        let isLong = text.utf8.count == "2026-11-21".utf8.count
        guard isLong, let moment = try? Timestamp(parsing: text) else {
            throw InvalidValue("'\(text.excerpt)' is not a day", hint: "write it like '2026-11-21'")
        }
        self.init(moment)
    }

    /// Takes the day of a moment in UTC.
    public init(_ moment: Timestamp) {
        let milliseconds = moment.milliseconds
        let days = milliseconds / 86_400_000
        self.init(unchecked: Int(milliseconds % 86_400_000 < 0 ? days - 1 : days))
    }

    private var date: CivilDate { CivilDate(daysSince1970: Int64(daysSince1970)) }

    /// The year, 0 to 9999.
    public var year: Int { Int(date.year) }
    /// The month, 1 to 12.
    public var month: Int { Int(date.month) }
    /// The day of the month, from 1.
    public var dayOfMonth: Int { Int(date.day) }
    /// The day of the week, from 1 for Monday to 7 for Sunday, as ISO 8601 counts them.
    public var dayOfWeek: Int { ((daysSince1970 + 3) % 7 + 7) % 7 + 1 }
    /// The beginning of the day in UTC.
    public var start: Timestamp { Timestamp(milliseconds: Int64(daysSince1970) * 86_400_000) }

    /// The days from an earlier day to this one; negative if it is later.
    public func days(since earlier: Day) -> Int { daysSince1970 - earlier.daysSince1970 }

    /// The day some days later, or earlier if negative; at most the nearest end of ``range``.
    public func adding(days: Int) -> Day {
        let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
        return Day(daysSince1970: overflow ? (days < 0 ? .min : .max) : sum)
    }

    /// The same day some months later, or earlier if negative; the last of the month where that is shorter.
    ///
    /// 31 January and one month make 28 or 29 February. At most the nearest end of ``range`` is reached.
    public func adding(months: Int) -> Day {
        let bounded = Swift.min(Swift.max(months, -200_000), 200_000)
        let total = year * 12 + month - 1 + bounded
        guard total >= 0 else { return Self.range.lowerBound }
        guard total < 120_000 else { return Self.range.upperBound }
        let first = CivilDate(year: Int64(total / 12), month: Int64(total % 12 + 1), day: 1)
        let next = CivilDate(year: Int64((total + 1) / 12), month: Int64((total + 1) % 12 + 1), day: 1)
        let length = Int(next.daysSince1970 - first.daysSince1970)
        return Day(daysSince1970: Int(first.daysSince1970) + Swift.min(dayOfMonth, length) - 1)
    }

    /// The same day some years later, or earlier if negative; of 29 February the 28th where there is none.
    public func adding(years: Int) -> Day {
        let bounded = Swift.min(Swift.max(years, -10_000), 10_000)
        return adding(months: bounded * 12)
    }
}

extension Day: Comparable {
    /// Orders days by time.
    public static func < (one: Day, other: Day) -> Bool { one.daysSince1970 < other.daysSince1970 }
}

extension Day: CustomStringConvertible {
    /// The day as ISO 8601 writes it.
    public var description: String { start.date }
}
