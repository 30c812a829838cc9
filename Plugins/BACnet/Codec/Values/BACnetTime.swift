/// A time of day, or a pattern of times: every part may be left open.
///
/// Source: ANSI/ASHRAE 135-2020, clause 20.2.13.
public struct BACnetTime: Hashable, Sendable {
    /// The four octets as they travel: hour, minute, second, hundredth.
    public let rawValue: UInt32

    /// Makes a time of its four octets.
    ///
    /// It is `nil` when the hour is above 23, the minute or second above 59, or the hundredth above 99, unless it
    ///   is 255.
    public init?(rawValue: UInt32) {
        let hour = rawValue >> 24, minute = rawValue >> 16 & 255, second = rawValue >> 8 & 255
        let hundredth = rawValue & 255
        guard hour < 24 || hour == 255, minute < 60 || minute == 255, second < 60 || second == 255,
            hundredth < 100 || hundredth == 255
        else { return nil }
        self.rawValue = rawValue
    }

    /// Makes a time that leaves nothing open but perhaps the hundredths.
    ///
    /// - Parameters:
    ///   - hour: the hour, 0 to 23.
    ///   - minute: the minute, 0 to 59.
    ///   - second: the second, 0 to 59.
    ///   - hundredth: the hundredth of the second, 0 to 99.
    /// It is `nil` when one of them is out of its range.
    public init?(hour: Int, minute: Int, second: Int, hundredth: Int? = nil) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
            (0..<100).contains(hundredth ?? 0)
        else { return nil }
        rawValue = UInt32(hour) << 24 | UInt32(minute) << 16 | UInt32(second) << 8 | UInt32(hundredth ?? 255)
    }

    /// The time that leaves everything open.
    public static let unspecified = BACnetTime(unchecked: .max)

    private init(unchecked rawValue: UInt32) { self.rawValue = rawValue }

    /// The hour; `nil` for any.
    public var hour: Int? { part(24) }
    /// The minute; `nil` for any.
    public var minute: Int? { part(16) }
    /// The second; `nil` for any.
    public var second: Int? { part(8) }
    /// The hundredth of the second; `nil` for any.
    public var hundredth: Int? { part(0) }

    private func part(_ shift: UInt32) -> Int? {
        let part = rawValue >> shift & 255
        return part == 255 ? nil : Int(part)
    }
}

extension BACnetTime: CustomStringConvertible {
    /// The time such as `16:45:30.70`; what is open is a star, as in `16:*:*.*`.
    public var description: String {
        let parts = [hour, minute, second, hundredth].map { $0.map(padded) ?? "*" }
        return "\(parts[0]):\(parts[1]):\(parts[2]).\(parts[3])"
    }
}
