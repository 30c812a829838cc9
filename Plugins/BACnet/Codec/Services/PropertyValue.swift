/// What a property, or an element of one, holds or is to hold.
public struct PropertyValue: Hashable, Sendable {
    /// The property.
    public var reference: PropertyReference
    /// What it holds: one value, or the elements of a list.
    public var values: [BACnetValue]
    /// The place in the priority array, 1 to 16; `nil` if none is named.
    public var priority: UInt8?

    /// Makes a property value.
    public init(_ reference: PropertyReference, _ values: [BACnetValue], priority: UInt8? = nil) {
        self.reference = reference
        self.values = values
        self.priority = priority
    }
}
