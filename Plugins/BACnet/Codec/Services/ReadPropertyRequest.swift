/// The request for one property of one object.
///
/// Source: ANSI/ASHRAE 135-2020, clause 15.5.
public struct ReadPropertyRequest: Hashable, Sendable {
    /// The object.
    public var object: ObjectIdentifier
    /// The property.
    public var reference: PropertyReference

    /// Makes the request.
    public init(_ object: ObjectIdentifier, _ reference: PropertyReference) {
        self.object = object
        self.reference = reference
    }
}
