/// A property of an object, or one element of a property that is a list.
public struct PropertyReference: Hashable, Sendable {
    /// The property.
    public var property: PropertyIdentifier
    /// The element, counted from 1, while 0 asks for the number of elements; `nil` for the whole.
    public var index: UInt32?

    /// Makes a reference.
    public init(_ property: PropertyIdentifier, index: UInt32? = nil) {
        self.property = property
        self.index = index
    }
}

extension PropertyReference: CustomStringConvertible {
    /// The property, with the index in brackets if there is one, such as `object-list[3]`.
    public var description: String { index.map { "\(property)[\($0)]" } ?? "\(property)" }
}
