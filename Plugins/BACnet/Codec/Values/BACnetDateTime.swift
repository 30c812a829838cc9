/// A date and a time of day, both of which may be patterns.
public struct BACnetDateTime: Hashable, Sendable {
    /// The date.
    public var date: BACnetDate
    /// The time of day.
    public var time: BACnetTime

    /// Makes a date with a time.
    public init(_ date: BACnetDate, _ time: BACnetTime) {
        self.date = date
        self.time = time
    }
}

extension BACnetDateTime: CustomStringConvertible {
    /// The date and the time with a space between them.
    public var description: String { "\(date) \(time)" }
}
