/// Registers that a file of a device takes (clause 6.15).
public struct ModbusFileRecord: Hashable, Sendable {
    /// The number of the file, from 1.
    public let file: UInt16
    /// The number of the first record, at most 9,999.
    public let record: UInt16
    /// The registers.
    public let registers: [UInt16]

    /// Describes registers of a file.
    public init(file: UInt16, record: UInt16, registers: [UInt16]) {
        self.file = file
        self.record = record
        self.registers = registers
    }
}
