/// The models of SunSpec that a device has, one behind another.
public struct SunSpecChain: Hashable, Sendable {
    /// The address of the mark `SunS`, from 0.
    public let base: UInt16
    /// The models in their order.
    public let blocks: [SunSpecBlock]
    /// How the chain ends.
    public let end: End

    /// How a chain of models ends.
    public enum End: Hashable, Sendable {
        /// With the end model, 0xFFFF, as it should.
        case complete
        /// With a number that no model has, at an address.
        case noModel(at: UInt16)
        /// At an address that the device refuses.
        case refused(ModbusException, at: UInt16)
        /// Beyond the last address.
        case beyondTable
        /// Not at all: there are more models than any device has.
        case endless
    }

    /// Where the mark may stand (SunSpec Device Information Model Specification 1.2, clause 6.2.1).
    public static let bases: [UInt16] = [40_000, 0, 50_000]
    /// The two registers of the mark, the letters `SunS`.
    public static let mark: [UInt16] = [0x5375, 0x6E53]
    /// The number of the end model.
    public static let endModel: UInt16 = 0xFFFF
    /// How many models are read before a chain counts as endless.
    public static let limit = 256

    /// Describes a chain.
    public init(base: UInt16, blocks: [SunSpecBlock], end: End) {
        self.base = base
        self.blocks = blocks
        self.end = end
    }
}
