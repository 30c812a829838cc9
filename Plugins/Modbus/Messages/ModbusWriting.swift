/// A request that changes values of the device.
public enum ModbusWriting: Hashable, Sendable {
    /// Sets one coil (clause 6.5).
    case coil(address: UInt16, Bool)
    /// Sets one register (clause 6.6).
    case register(address: UInt16, UInt16)
    /// Sets coils in a row, at most 1,968 (clause 6.11).
    case coils(address: UInt16, ModbusBits)
    /// Sets registers in a row, at most 123 (clause 6.12).
    case registers(address: UInt16, [UInt16])
    /// Keeps the bits of a register that are set in `and`, and sets those of `or` that are not (clause 6.16).
    case mask(address: UInt16, and: UInt16, or: UInt16)
    /// Sets registers in a row, at most 121, then reads others in a row (clause 6.17).
    case exchange(reading: UInt16, quantity: UInt16, writing: UInt16, [UInt16])
    /// Sets records of files (clause 6.15).
    case fileRecords([ModbusFileRecord])

    /// The function that the request asks for.
    public var function: ModbusFunction {
        switch self {
        case .coil: .writeSingleCoil
        case .register: .writeSingleRegister
        case .coils: .writeMultipleCoils
        case .registers: .writeMultipleRegisters
        case .mask: .maskWriteRegister
        case .exchange: .readWriteMultipleRegisters
        case .fileRecords: .writeFileRecord
        }
    }
}
