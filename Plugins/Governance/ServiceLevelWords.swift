/// What a service level may say of its target, period, calendar and rounding.
enum ServiceLevelWords {
    private static let shares: Set<String> = ["%", "percent"]
    private static let durations: Set<String> = [
        "d", "day", "days", "h", "hour", "hours", "min", "minute", "minutes", "month", "months", "ms", "s", "second",
        "seconds", "week", "weeks",
    ]
    private static let periods: Set<String> = ["minute", "hour", "day", "week", "month", "quarter", "year"]
    private static let hours: Set<String> = [
        "always", "calendar", "days", "holidays", "hours", "mon", "monday", "weekdays", "workdays",
    ]
    private static let roundings: Set<String> = [
        "decimal", "decimals", "digit", "digits", "down", "even", "half", "iec", "ieee", "iso", "nearest", "none",
        "not",
        "truncate", "truncated", "up",
    ]

    /// What is wrong with a target of a unit; `nil` if nothing is.
    static func fault(ofTarget text: String, unit: String) -> String? {
        let digits = text.drop { "<>=≤≥ ".contains($0) }
        let number = digits.last == "%" ? digits.dropLast() : digits
        guard let value = Double(number.filter { $0 != " " }), value.isFinite else { return "a number" }
        let unit = unit.lowercased()
        if shares.contains(unit) { return (0...100).contains(value) ? nil : "a number from 0 to 100" }
        if durations.contains(unit) { return value > 0 ? nil : "a number above 0" }
        return value >= 0 ? nil : "a number, not negative"
    }

    /// Whether a period is one of a calendar, such as `calendar month UTC`.
    static func isPeriod(_ text: String) -> Bool {
        words(of: text).contains { periods.contains($0.last == "s" ? String($0.dropLast()) : $0) }
    }

    /// Whether a calendar says which hours count, such as `24x7`, `working hours Vienna` or `calendar of holidays AT`.
    static func isCalendar(_ text: String) -> Bool {
        let words = words(of: text)
        return words.contains(where: hours.contains) || words.contains(where: isHoursByDays)
            || text.contains("24/7")
    }

    /// Whether a rounding is known, such as `down to 0.01` or `half even, 2 digits`.
    static func isRounding(_ text: String) -> Bool { words(of: text).contains(where: roundings.contains) }

    /// Hours of a day by days of a week, such as `8x5`.
    private static func isHoursByDays(_ word: String) -> Bool {
        let parts = word.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hours = parts[0], let days = parts[1] else { return false }
        return (1...24).contains(hours) && (1...7).contains(days)
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
