/// The answer to ``ReadPropertyRequest``.
///
/// Source: ANSI/ASHRAE 135-2020, clause 15.5.
public struct ReadPropertyAck: Hashable, Sendable {
    /// The object.
    public var object: ObjectIdentifier
    /// The property.
    public var reference: PropertyReference
    /// What it holds: one value, or the elements of a list.
    public var values: [BACnetValue]

    /// Makes the answer.
    public init(_ object: ObjectIdentifier, _ reference: PropertyReference, _ values: [BACnetValue]) {
        self.object = object
        self.reference = reference
        self.values = values
    }
}
