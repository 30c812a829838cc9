public import PhaseLoom

/// A point of a Modbus unit as it was found.
public struct InventoryRegister: Hashable, Sendable {
    /// What the map says of it.
    public var point: RegisterPoint
    /// The registers as they came, or 0 and 1 for bits; empty when they could not be read.
    public var raw: [UInt16]
    /// The value that they mean, scaled; `nil` when it is not implemented or could not be read.
    public var value: PointValue?
    /// Whether the registers hold the code for a value that the device does not have.
    public var isNotImplemented: Bool
    /// When it was read.
    public var valueTime: Timestamp?
    /// Why it could not be read.
    public var readErrors: [InventoryFault]

    /// Makes a point of which nothing is read yet.
    public init(_ point: RegisterPoint) {
        self.point = point
        raw = []
        isNotImplemented = false
        readErrors = []
    }

    /// Takes what was read of the point; registers that mean nothing leave a read error, and no value.
    ///
    /// - Parameters:
    ///   - found: what the registers say.
    ///   - time: when they were read.
    public mutating func take(_ found: RegisterValue, at time: Timestamp?) {
        raw = found.registers
        value = found.value
        isNotImplemented = found.condition == .notImplemented
        valueTime = time
        if found.condition != .good, found.condition != .notImplemented {
            readErrors.append(InventoryFault(subject: "value", code: found.condition.rawValue))
        }
    }
}
