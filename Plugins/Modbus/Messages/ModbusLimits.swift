/// The limits of the protocol, from the MODBUS Application Protocol V1.1b3.
enum ModbusLimits {
    /// The octets that a message may have with its function code (clause 4.1).
    static let message = 253
    /// The bits that one request reads (clause 6.1).
    static let bitsToRead = 2_000
    /// The registers that one request reads (clause 6.3).
    static let registersToRead = 125
    /// The bits that one request sets (clause 6.11).
    static let bitsToWrite = 1_968
    /// The registers that one request sets (clause 6.12).
    static let registersToWrite = 123
    /// The registers that a request sets when it also reads (clause 6.17).
    static let registersToWriteWhileReading = 121
    /// The registers of a queue (clause 6.18).
    static let queue = 31
    /// The events of a log (clause 6.10).
    static let events = 64
    /// The highest record of a file (clause 6.14).
    static let fileRecord: UInt16 = 9_999
    /// The octets of groups in a request or response about files (clauses 6.14 and 6.15).
    static let fileRead = 0xF5
    static let fileWrite = 0xFB
    /// The octets of a device's own identification: a message without function code and count (clause 6.13).
    static let serverID = 251
}
