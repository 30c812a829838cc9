import PhaseLoom

/// Hours of service that open on a day, in minutes since the local midnight with which it begins.
///
/// A close at or before the opening is one of the next day, which the window still owes to the day of its opening.
struct DayWindow: Hashable {
    static let minutesOfDay = 1440
    static let wholeDay = DayWindow(open: 0, close: minutesOfDay)

    let open: Int
    let close: Int

    init(open: Int, close: Int) {
        self.open = open
        self.close = close <= open ? close + Self.minutesOfDay : close
    }

    /// The window on a day, as if local time were UTC.
    func span(on day: Day) -> Span {
        let midnight = day.start
        return Span(
            start: midnight.advanced(byMilliseconds: Int64(open) * 60_000),
            end: midnight.advanced(byMilliseconds: Int64(close) * 60_000))
    }

    /// Reads a time of day such as `09:30`.
    ///
    /// - Returns: the minutes since midnight; `nil` for anything else. `24:00` is the next midnight.
    static func minutes(_ text: String) -> Int? {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }) else { return nil }
        let numbers = parts.compactMap { part in
            part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(Substring(part)) : nil
        }
        guard numbers.count == 2, numbers[1] < 60 else { return nil }
        let minutes = numbers[0] * 60 + numbers[1]
        return minutes <= minutesOfDay ? minutes : nil
    }
}
