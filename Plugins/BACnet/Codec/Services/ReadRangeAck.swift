/// The answer to ``ReadRangeRequest``.
///
/// Source: ANSI/ASHRAE 135-2020, clause 15.8.
public struct ReadRangeAck: Hashable, Sendable {
    /// The object.
    public var object: ObjectIdentifier
    /// The property.
    public var reference: PropertyReference
    /// Whether the first item, the last item, and more items than fitted are concerned: three bits.
    public var flags: BitString
    /// The number of items.
    public var count: UInt64
    /// The items, one after the other, as they travel.
    public var items: [BACnetValue]
    /// The sequence number of the first item; `nil` unless items were asked for by number or time.
    public var firstSequence: UInt64?

    /// Makes the answer.
    public init(
        _ object: ObjectIdentifier, _ reference: PropertyReference, flags: BitString, count: UInt64,
        items: [BACnetValue], firstSequence: UInt64? = nil
    ) {
        self.object = object
        self.reference = reference
        self.flags = flags
        self.count = count
        self.items = items
        self.firstSequence = firstSequence
    }

    /// Whether the first item of the list is among them.
    public var hasFirst: Bool { flags[0] }
    /// Whether the last item of the list is among them.
    public var hasLast: Bool { flags[1] }
    /// Whether more items were asked for than are there.
    public var hasMore: Bool { flags[2] }
}
