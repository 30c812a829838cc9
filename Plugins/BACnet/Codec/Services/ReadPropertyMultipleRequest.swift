/// The request for several properties of several objects.
///
/// Source: ANSI/ASHRAE 135-2020, clause 15.7.
public struct ReadPropertyMultipleRequest: Hashable, Sendable {
    /// The objects with the properties that are asked for.
    public var specifications: [Specification]

    /// Properties of one object.
    public struct Specification: Hashable, Sendable {
        /// The object.
        public var object: ObjectIdentifier
        /// The properties.
        public var references: [PropertyReference]

        /// Makes a part of the request.
        public init(_ object: ObjectIdentifier, _ references: [PropertyReference]) {
            self.object = object
            self.references = references
        }
    }

    /// Makes the request.
    public init(_ specifications: [Specification]) { self.specifications = specifications }
}
