/// A date, or a pattern of dates: every part may be left open.
///
/// It is kept as it travels and never forced into a calendar: *the last day of every odd month* is a date, too.
///
/// Source: ANSI/ASHRAE 135-2020, clause 20.2.12.
public struct BACnetDate: Hashable, Sendable {
    /// The four octets as they travel: years since 1900, month, day, day of the week.
    public let rawValue: UInt32

    /// A month of a pattern.
    public enum Month: Hashable, Sendable {
        /// Any month.
        case any
        /// January, March, and so on.
        case odd
        /// February, April, and so on.
        case even
        /// A month from 1 to 12.
        case number(Int)
    }

    /// A day of a pattern.
    public enum Day: Hashable, Sendable {
        /// Any day.
        case any
        /// The last day of the month.
        case last
        /// The 1st, the 3rd, and so on.
        case odd
        /// The 2nd, the 4th, and so on.
        case even
        /// A day from 1 to 31.
        case number(Int)
    }

    /// Makes a date of its four octets.
    ///
    /// It is `nil` when the month is above 14, the day above 34, or the day of the week above 7, unless it is 255;
    ///   and when one of them is 0.
    public init?(rawValue: UInt32) {
        let month = rawValue >> 16 & 255, day = rawValue >> 8 & 255, weekday = rawValue & 255
        guard (1...14).contains(month) || month == 255, (1...34).contains(day) || day == 255,
            (1...7).contains(weekday) || weekday == 255
        else { return nil }
        self.rawValue = rawValue
    }

    /// Makes a date that leaves nothing open but perhaps the day of the week.
    ///
    /// - Parameters:
    ///   - year: the year, 1900 to 2154.
    ///   - month: the month, 1 to 12.
    ///   - day: the day, 1 to 31.
    ///   - weekday: the day of the week, 1 for Monday to 7 for Sunday.
    /// It is `nil` when one of them is out of its range.
    public init?(year: Int, month: Int, day: Int, weekday: Int? = nil) {
        guard (1900...2154).contains(year), (1...12).contains(month), (1...31).contains(day),
            (1...7).contains(weekday ?? 1)
        else { return nil }
        let upper = UInt32(year - 1900) << 24 | UInt32(month) << 16
        self.init(rawValue: upper | UInt32(day) << 8 | UInt32(weekday ?? 255))
    }

    /// The date that leaves everything open.
    public static let unspecified = BACnetDate(unchecked: .max)

    private init(unchecked rawValue: UInt32) { self.rawValue = rawValue }

    /// The year; `nil` for any.
    public var year: Int? { rawValue >> 24 == 255 ? nil : 1900 + Int(rawValue >> 24) }

    /// The month.
    public var month: Month {
        switch rawValue >> 16 & 255 {
        case 13: .odd
        case 14: .even
        case let number where number <= 12: .number(Int(number))
        default: .any
        }
    }

    /// The day.
    public var day: Day {
        switch rawValue >> 8 & 255 {
        case 32: .last
        case 33: .odd
        case 34: .even
        case let number where number <= 31: .number(Int(number))
        default: .any
        }
    }

    /// The day of the week, 1 for Monday to 7 for Sunday; `nil` for any.
    public var weekday: Int? { rawValue & 255 == 255 ? nil : Int(rawValue & 255) }
}

extension BACnetDate: CustomStringConvertible {
    /// The date such as `2026-11-21 saturday`; what is open is a star, as in `*-odd-last *`.
    public var description: String {
        let month =
            switch month {
            case .any: "*"
            case .odd: "odd"
            case .even: "even"
            case .number(let number): padded(number)
            }
        let day =
            switch day {
            case .any: "*"
            case .last: "last"
            case .odd: "odd"
            case .even: "even"
            case .number(let number): padded(number)
            }
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        let weekday = weekday.map { names[$0 - 1] } ?? "*"
        return "\(year.map(String.init) ?? "*")-\(month)-\(day) \(weekday)"
    }
}

/// A number with two digits at least.
func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
