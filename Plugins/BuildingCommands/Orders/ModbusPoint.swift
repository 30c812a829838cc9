public import FieldLinks
public import Modbus

/// A coil, or the registers that make up a value, that is commanded.
public struct ModbusPoint: Hashable, Sendable {
    /// Where the unit, or the gateway before it, is reached.
    public let endpoint: Endpoint
    /// The unit.
    public let unit: UInt8
    /// The address of the coil or first register, from 0.
    public let address: UInt16
    /// The kind of number that the registers hold; `nil` for a coil.
    public let type: ModbusNumberType?
    /// The order of octets in several registers.
    public let order: ModbusOrder

    /// Names a coil.
    public init(coil address: UInt16, unit: UInt8, at endpoint: Endpoint) {
        self.init(endpoint, unit, address, nil, .big)
    }

    /// Names holding registers; `nil` when the last of them would be behind the end of the table.
    public init?(
        register address: UInt16, _ type: ModbusNumberType, _ order: ModbusOrder, unit: UInt8, at endpoint: Endpoint
    ) {
        guard Int(address) + type.registerCount <= 65_536 else { return nil }
        self.init(endpoint, unit, address, type, order)
    }

    private init(
        _ endpoint: Endpoint, _ unit: UInt8, _ address: UInt16, _ type: ModbusNumberType?, _ order: ModbusOrder
    ) {
        self.endpoint = endpoint
        self.unit = unit
        self.address = address
        self.type = type
        self.order = order
    }

    /// The table.
    public var table: ModbusTable { type == nil ? .coils : .holdingRegisters }
    /// How many coils or registers it takes.
    public var count: Int { type?.registerCount ?? 1 }
    /// The addresses that it takes.
    public var addresses: Range<Int> { Int(address)..<Int(address) + count }

    /// The registers, or 0 or 1 for a coil, that a number is; `nil` when it does not fit the type.
    ///
    /// - Complexity: O(1).
    public func registers(of number: Double) -> [UInt16]? {
        guard let type else { return number == 0 || number == 1 ? [UInt16(number)] : nil }
        guard number.isFinite, type != .float32 || Float(number).isFinite else { return nil }
        return type.registers(of: number, order: order)
    }

    /// The requests that write registers or a coil: the second where a device does not know the first.
    ///
    /// Source: MODBUS Application Protocol V1.1b3, clauses 6.5, 6.6, 6.11 and 6.12.
    func writings(of registers: [UInt16]) -> [ModbusWriting] {
        guard type != nil else {
            let isOn = registers.first != 0
            return [.coil(address: address, isOn), .coils(address: address, ModbusBits([isOn]))]
        }
        let several = ModbusWriting.registers(address: address, registers)
        guard let first = registers.first, registers.count == 1 else { return [several] }
        return [.register(address: address, first), several]
    }
}

extension ModbusPoint: CustomStringConvertible {
    /// The table, the address, the unit and the place, such as `holding-registers 100 of unit 3 at 192.0.2.9:502`.
    public var description: String { "\(table.rawValue) \(address) of unit \(unit) at \(endpoint)" }
}
