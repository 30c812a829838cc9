/// The answer of a device that has the object that was looked for.
///
/// Source: ANSI/ASHRAE 135-2020, clause 16.9.
public struct IHave: Hashable, Sendable {
    /// The identifier of the device object.
    public var device: ObjectIdentifier
    /// The identifier of the object.
    public var object: ObjectIdentifier
    /// The name of the object.
    public var name: CharacterString

    /// Makes the answer.
    public init(device: ObjectIdentifier, object: ObjectIdentifier, name: CharacterString) {
        self.device = device
        self.object = object
        self.name = name
    }
}
