import BACnet

/// What a command writes to.
public enum CommandTarget: Hashable, Sendable {
    /// The present value of an object.
    case bacnet(BACnetPoint)
    /// A coil or registers.
    case modbus(ModbusPoint)

    /// Whether a value fits.
    ///
    /// - Complexity: O(1).
    public func takes(_ number: Double) -> Bool { raw(of: number) != nil }

    /// What reading gives once a number is written: the number as the point holds it, or its registers.
    ///
    /// A number of single precision is rounded to it.
    func raw(of number: Double) -> [Double]? {
        switch self {
        case .bacnet(let point): point.value(of: number).flatMap(point.number(of:)).map { [$0] }
        case .modbus(let point): point.registers(of: number)?.map { Double($0) }
        }
    }

    /// Whether the point is a binary object, whose states have names and no units.
    var isBinary: Bool {
        guard case .bacnet(let point) = self else { return false }
        return point.type == .enumerated
    }

    /// Whether a command to one would also change the other.
    func overlaps(_ other: CommandTarget) -> Bool {
        switch (self, other) {
        case (.bacnet(let one), .bacnet(let other)): one.device == other.device && one.object == other.object
        case (.modbus(let one), .modbus(let other)):
            one.endpoint == other.endpoint && one.unit == other.unit && one.table == other.table
                && one.addresses.overlaps(other.addresses)
        default: false
        }
    }
}

extension CommandTarget: CustomStringConvertible {
    /// The point, in words.
    public var description: String {
        switch self {
        case .bacnet(let point): point.description
        case .modbus(let point): point.description
        }
    }
}
