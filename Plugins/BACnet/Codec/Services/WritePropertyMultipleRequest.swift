/// The request to write several properties of several objects.
///
/// Source: ANSI/ASHRAE 135-2020, clause 15.10.
public struct WritePropertyMultipleRequest: Hashable, Sendable {
    /// The objects with what is written to them.
    public var specifications: [Specification]

    /// Properties of one object.
    public struct Specification: Hashable, Sendable {
        /// The object.
        public var object: ObjectIdentifier
        /// The properties with what they are to hold.
        public var values: [PropertyValue]

        /// Makes a part of the request.
        public init(_ object: ObjectIdentifier, _ values: [PropertyValue]) {
            self.object = object
            self.values = values
        }
    }

    /// Makes the request.
    public init(_ specifications: [Specification]) { self.specifications = specifications }
}
