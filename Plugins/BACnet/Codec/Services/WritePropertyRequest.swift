/// The request to write one property of one object.
///
/// Source: ANSI/ASHRAE 135-2020, clause 15.9.
public struct WritePropertyRequest: Hashable, Sendable {
    /// The object.
    public var object: ObjectIdentifier
    /// The property with what it is to hold, and the place in the priority array.
    public var value: PropertyValue

    /// Makes the request.
    public init(_ object: ObjectIdentifier, _ value: PropertyValue) {
        self.object = object
        self.value = value
    }
}
