/// A Modbus unit as it was found.
public struct InventoryUnit: Hashable, Sendable {
    /// Where it is reached, such as `192.0.2.9:502` or the name of a trunk.
    public var endpoint: String
    /// Its number on the trunk or behind the gateway.
    public var unit: UInt8
    /// What it says of itself: the objects of its identification, by number.
    public var identification: [Identification]
    /// Its registers and bits.
    public var registers: [InventoryRegister]
    /// What went wrong while it was read.
    public var faults: [InventoryFault]

    /// An object of the device identification (function 43, MEI type 14).
    public struct Identification: Hashable, Sendable {
        /// The number of the object: 0 vendor name, 1 product code, 2 revision, and so on.
        public var number: UInt8
        /// Its text.
        public var text: String

        /// Makes an object of its parts.
        public init(number: UInt8, text: String) {
            self.number = number
            self.text = text
        }
    }

    /// Makes a unit of which nothing more is known.
    public init(endpoint: String, unit: UInt8) {
        self.endpoint = endpoint
        self.unit = unit
        identification = []
        registers = []
        faults = []
    }

    /// The unit with its registers in canonical order.
    var inOrder: InventoryUnit {
        var copy = self
        copy.identification = identification.stably { $0.number < $1.number }
        copy.registers = registers.stably { $0.point.key < $1.point.key }
        return copy
    }
}
