/// A property of an object that is to be read.
public struct PropertyTarget: Hashable, Sendable {
    /// The object.
    public let object: ObjectIdentifier
    /// The property, or an element of it.
    public let reference: PropertyReference

    /// Names a property.
    public init(_ object: ObjectIdentifier, _ reference: PropertyReference) {
        self.object = object
        self.reference = reference
    }
}

extension PropertyTarget: CustomStringConvertible {
    /// The object and the property, such as `analog-input,5 present-value`.
    public var description: String { "\(object) \(reference)" }
}
