public import FieldLinks
public import Modbus
public import PhaseLoom

/// A request of Modbus and its answer, as a capture shows them.
public struct ModbusExchangeSeen: Hashable, Sendable {
    /// The gateway or device that answered.
    public let server: Endpoint
    /// The unit behind it.
    public let unit: UInt8
    /// What was asked.
    public let request: ModbusRequest
    /// What was answered.
    public let response: ModbusResponse
    /// The packet that completed the request.
    public let requestPacket: Int
    /// The packet that completed the answer.
    public let responsePacket: Int
    /// When the answer was captured.
    public let time: Timestamp
    /// The frame of the answer, as evidence.
    public let octets: [UInt8]

    /// The values that were read from a table; none for anything else, and for an answer of another length.
    ///
    /// Bits are 0 or 1.
    public var values: (table: ModbusTable, address: UInt16, values: [UInt16])? {
        guard case .read(.table(let table, let address, let quantity)) = request else { return nil }
        let values: [UInt16]
        switch (table, response) {
        case (.coils, .coils(let bits)), (.discreteInputs, .discreteInputs(let bits)):
            guard bits.octets.count == (Int(quantity) + 7) / 8 else { return nil }
            values = bits.prefix(Int(quantity)).values.map { $0 ? 1 : 0 }
        case (.holdingRegisters, .holdingRegisters(let registers)), (.inputRegisters, .inputRegisters(let registers)):
            guard registers.count == Int(quantity) else { return nil }
            values = registers
        default: return nil
        }
        // A table ends at 65535.
        guard Int(address) + values.count <= 65_536 else { return nil }
        return (table, address, values)
    }
}
