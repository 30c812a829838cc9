/// The request for a part of a list, such as the records of a trend log.
///
/// Source: ANSI/ASHRAE 135-2020, clause 15.8.
public struct ReadRangeRequest: Hashable, Sendable {
    /// The object.
    public var object: ObjectIdentifier
    /// The property.
    public var reference: PropertyReference
    /// The part; `nil` for as much of the whole as fits.
    public var range: Range?

    /// A part of a list; a negative count goes from the named place backwards.
    public enum Range: Hashable, Sendable {
        /// From a place, counted from 1.
        case position(UInt64, count: Int64)
        /// From a sequence number.
        case sequence(UInt64, count: Int64)
        /// From a moment.
        case time(BACnetDateTime, count: Int64)
    }

    /// Makes the request.
    public init(_ object: ObjectIdentifier, _ reference: PropertyReference, _ range: Range? = nil) {
        self.object = object
        self.reference = reference
        self.range = range
    }
}
