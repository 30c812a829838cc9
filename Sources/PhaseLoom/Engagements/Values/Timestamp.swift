/// A moment in time, in milliseconds since the beginning of 1970 in UTC.
///
/// The core reads no clock: moments come in from outside, so that replaying a log gives the identical state.
public struct Timestamp: Hashable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted; negative before.
    public let milliseconds: Int64

    /// The moments that can be written with a year of four digits, 0000 to 9999.
    public static let range = Timestamp(unchecked: -62_167_219_200_000)...Timestamp(unchecked: 253_402_300_799_999)

    private init(unchecked milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Makes a moment of its distance from 1970-01-01T00:00:00Z in UTC; one outside ``range`` becomes its nearest end.
    public init(milliseconds: Int64) {
        self.milliseconds = Swift.min(
            Swift.max(milliseconds, Self.range.lowerBound.milliseconds), Self.range.upperBound.milliseconds)
    }

    /// Reads a moment as RFC 3339 writes it, such as `2026-11-21T09:30:00Z` or `2026-11-21T10:30:00.5+01:00`; a date
    /// alone means its beginning in UTC, and seconds may be left out.
    ///
    /// Digits beyond the third of a fraction are cut off. Leap seconds are not counted, so second 60 does not exist.
    ///
    /// - Throws: ``InvalidValue`` for anything else, days that do not exist and moments outside ``range``.
    /// - Complexity: O(1); longer texts are refused.
    public init(parsing text: String) throws(InvalidValue) {
        var reader = TimestampReader(text)
        guard let milliseconds = reader.read(), Self.spans(milliseconds) else {
            throw InvalidValue(
                "'\(text.excerpt)' is not a date or time",
                hint: "write it like '2026-11-21' or '2026-11-21T09:30:00Z'")
        }
        self.init(unchecked: milliseconds)
    }

    private static func spans(_ milliseconds: Int64) -> Bool {
        range.lowerBound.milliseconds <= milliseconds && milliseconds <= range.upperBound.milliseconds
    }

    /// The moment some milliseconds later, or earlier if negative; at most the nearest end of ``range``.
    public func advanced(byMilliseconds distance: Int64) -> Timestamp {
        let (sum, overflow) = milliseconds.addingReportingOverflow(distance)
        return Timestamp(milliseconds: overflow ? (distance < 0 ? .min : .max) : sum)
    }

    /// The milliseconds from an earlier moment to this one; negative if it is later.
    public func milliseconds(since earlier: Timestamp) -> Int64 { milliseconds - earlier.milliseconds }

    /// The date in UTC, such as `2026-11-21`.
    public var date: String { String(description.prefix(10)) }
}

extension Timestamp: Comparable {
    /// Orders moments by time.
    public static func < (one: Timestamp, other: Timestamp) -> Bool { one.milliseconds < other.milliseconds }
}

extension Timestamp: CustomStringConvertible {
    /// The moment as RFC 3339 writes it in UTC, with milliseconds only where there are some.
    public var description: String {
        let second = Int64(1000)
        let days = milliseconds.floorDivided(by: 86_400 * second)
        let rest = milliseconds - days * 86_400 * second
        let date = CivilDate(daysSince1970: days)
        var text = "\(date.year.padded(to: 4))-\(date.month.padded(to: 2))-\(date.day.padded(to: 2))T"
        text += "\((rest / 3_600_000).padded(to: 2)):\((rest / 60_000 % 60).padded(to: 2)):"
        text += (rest / second % 60).padded(to: 2)
        if rest % second != 0 { text += ".\((rest % second).padded(to: 3))" }
        return text + "Z"
    }
}

/// A day of the Gregorian calendar, carried back before its introduction.
///
/// Years are counted from March, so that the leap day comes last; 400 years have 146,097 days.
struct CivilDate {
    let year: Int64
    let month: Int64
    let day: Int64

    init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(daysSince1970 days: Int64) {
        let shifted = days + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSince1970: Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.floorDivided(by: 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Whether the calendar has the day.
    var exists: Bool {
        guard (1...12).contains(month), day >= 1 else { return false }
        let again = CivilDate(daysSince1970: daysSince1970)
        return again.year == year && again.month == month && again.day == day
    }
}

extension Int64 {
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    fileprivate func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
