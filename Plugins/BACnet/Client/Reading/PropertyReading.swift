/// What was read of a property, or why it was not.
public struct PropertyReading: Hashable, Sendable {
    /// The property.
    public let target: PropertyTarget
    /// One value or the elements of a list, or the reason.
    public let outcome: Result<[BACnetValue], BACnetError>

    /// Describes what was read.
    public init(_ target: PropertyTarget, _ outcome: Result<[BACnetValue], BACnetError>) {
        self.target = target
        self.outcome = outcome
    }
}
