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

    /// Whether a reading is what was written, as a device may have rounded it.
    ///
    /// Numbers of floating point may differ by half a per cent, which is far more than the last place of a REAL. States,
    /// counts and registers are as they were written, or something else.
    func isRounding(_ read: [Double], of written: [Double]) -> Bool {
        guard read != written else { return true }
        guard case .bacnet(let point) = self, point.type == .real || point.type == .double,
            let number = read.first, let ordered = written.first, read.count == 1, written.count == 1
        else { return false }
        return abs(number - ordered) <= abs(ordered) * Self.rounding
    }

    /// The part of a number by which a device may round it.
    private static let rounding = 0.005

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
