/// A row of registers in a file of a device (clause 6.14).
public struct ModbusFileReference: Hashable, Sendable {
    /// The number of the file, from 1.
    public let file: UInt16
    /// The number of the first record, at most 9,999.
    public let record: UInt16
    /// How many registers.
    public let length: UInt16

    /// Describes a row of registers.
    public init(file: UInt16, record: UInt16, length: UInt16) {
        self.file = file
        self.record = record
        self.length = length
    }
}
