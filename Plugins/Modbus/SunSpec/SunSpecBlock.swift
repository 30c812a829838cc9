/// A model of SunSpec as it stands in a device: its number, its length, and what follows them.
public struct SunSpecBlock: Hashable, Sendable {
    /// The number of the model, from 1.
    public let model: UInt16
    /// The address of the register that holds the number, from 0.
    public let address: UInt16
    /// How many registers follow the number and the length, as the device says.
    public let length: UInt16

    /// Describes a model in a device.
    public init(model: UInt16, at address: UInt16, length: UInt16) {
        self.model = model
        self.address = address
        self.length = length
    }

    /// The first address behind the model.
    public var end: Int { Int(address) + 2 + Int(length) }
}
