/// The answer to ``ReadPropertyMultipleRequest``.
///
/// Source: ANSI/ASHRAE 135-2020, clause 15.7.
public struct ReadPropertyMultipleAck: Hashable, Sendable {
    /// The objects with what was read of them.
    public var results: [ObjectResult]

    /// What was read of one object.
    public struct ObjectResult: Hashable, Sendable {
        /// The object.
        public var object: ObjectIdentifier
        /// The properties, each with what it holds or why it was not read.
        public var properties: [PropertyResult]

        /// Makes a part of the answer.
        public init(_ object: ObjectIdentifier, _ properties: [PropertyResult]) {
            self.object = object
            self.properties = properties
        }
    }

    /// What was read of one property.
    public struct PropertyResult: Hashable, Sendable {
        /// The property.
        public var reference: PropertyReference
        /// What it holds, or why it was not read.
        public var outcome: Outcome

        /// Makes a part of the answer.
        public init(_ reference: PropertyReference, _ outcome: Outcome) {
            self.reference = reference
            self.outcome = outcome
        }
    }

    /// What a property holds, or why it was not read.
    public enum Outcome: Hashable, Sendable {
        /// One value, or the elements of a list.
        case values([BACnetValue])
        /// The error that stands in its place.
        case error(ServiceError)
    }

    /// Makes the answer.
    public init(_ results: [ObjectResult]) { self.results = results }
}
