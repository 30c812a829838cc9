/// A request that changes nothing in the device.
///
/// ``ModbusReader`` takes no other, so that what only reads cannot write.
public enum ModbusReading: Hashable, Sendable {
    /// Values of a table in a row: at most 2,000 bits or 125 registers (clauses 6.1 to 6.4).
    case table(ModbusTable, address: UInt16, quantity: UInt16)
    /// The eight outputs that tell the state of a device (clause 6.7).
    case exceptionStatus
    /// How many messages the device has carried out (clause 6.9).
    case eventCounter
    /// The last events of the line (clause 6.10).
    case eventLog
    /// What the device says about itself in its own form (clause 6.13).
    case serverID
    /// Records of files (clause 6.14).
    case fileRecords([ModbusFileReference])
    /// A queue of registers (clause 6.18).
    case fifoQueue(address: UInt16)
    /// What the device says about itself, from an object on (clause 6.21).
    case identification(ModbusIdentificationAccess, object: UInt8)

    /// The function that the request asks for.
    public var function: ModbusFunction {
        switch self {
        case .table(let table, _, _): table.reading
        case .exceptionStatus: .readExceptionStatus
        case .eventCounter: .getCommEventCounter
        case .eventLog: .getCommEventLog
        case .serverID: .reportServerID
        case .fileRecords: .readFileRecord
        case .fifoQueue: .readFIFOQueue
        case .identification: .encapsulatedInterface
        }
    }
}
