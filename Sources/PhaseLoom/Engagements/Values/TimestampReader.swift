/// Reads dates and times of RFC 3339, section 5.6, from left to right.
struct TimestampReader {
    private let bytes: [UInt8]
    private var place = 0

    /// A text of more than 64 characters is no time: it is read as an empty one.
    init(_ text: String) { bytes = text.utf8.count <= 64 ? Array(text.utf8) : [] }

    /// The milliseconds since 1970, or `nil` when the text is anything but a date or a time.
    mutating func read() -> Int64? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2) else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        guard date.exists else { return nil }
        let midnight = date.daysSince1970 * 86_400_000
        if place == bytes.count { return midnight }
        guard take("T") || take("t") || take(" "), let time = time(), let offset = offset() else { return nil }
        return place == bytes.count ? midnight + time - offset : nil
    }

    private mutating func time() -> Int64? {
        guard let hour = number(2), hour < 24, take(":"), let minute = number(2), minute < 60 else { return nil }
        var milliseconds = (hour * 60 + minute) * 60_000
        guard take(":") else { return milliseconds }
        guard let second = number(2), second < 60 else { return nil }
        milliseconds += second * 1000
        guard take(".") else { return milliseconds }
        return fraction().map { milliseconds + $0 }
    }

    /// Milliseconds of a fraction; digits beyond the third are cut off.
    private mutating func fraction() -> Int64? {
        var value: Int64 = 0
        var count = 0
        while let digit = digit() {
            if count < 3 { value = value * 10 + digit }
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in Swift.min(count, 3)..<3 { value *= 10 }
        return value
    }

    /// The distance from UTC in milliseconds; positive in the east.
    private mutating func offset() -> Int64? {
        if take("Z") || take("z") { return 0 }
        let isEast = take("+")
        guard isEast || take("-") else { return nil }
        guard let hour = number(2), hour < 24, take(":"), let minute = number(2), minute < 60 else { return nil }
        return (isEast ? 1 : -1) * (hour * 60 + minute) * 60_000
    }

    private mutating func number(_ digits: Int) -> Int64? {
        var value: Int64 = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private mutating func digit() -> Int64? {
        guard place < bytes.count, bytes[place].isDigit else { return nil }
        defer { place += 1 }
        return Int64(bytes[place] - UInt8(ascii: "0"))
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }
}
