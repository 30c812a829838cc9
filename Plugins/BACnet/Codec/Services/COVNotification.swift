/// The news that the value of an object has changed.
///
/// Source: ANSI/ASHRAE 135-2020, clauses 13.1 and 13.2.
public struct COVNotification: Hashable, Sendable {
    /// The number that the subscriber gave.
    public var process: UInt32
    /// The device that tells.
    public var device: ObjectIdentifier
    /// The object.
    public var object: ObjectIdentifier
    /// The seconds that the subscription still holds.
    public var timeRemaining: UInt32
    /// The properties with what they hold now.
    public var values: [PropertyValue]

    /// Makes the news.
    public init(
        process: UInt32, device: ObjectIdentifier, object: ObjectIdentifier, timeRemaining: UInt32,
        values: [PropertyValue]
    ) {
        self.process = process
        self.device = device
        self.object = object
        self.timeRemaining = timeRemaining
        self.values = values
    }
}
