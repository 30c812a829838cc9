/// A public function of the protocol.
///
/// The codes are those of the MODBUS Application Protocol V1.1b3, clause 5.1.
public enum ModbusFunction: UInt8, Hashable, Sendable, CaseIterable {
    /// Reads outputs of one bit (clause 6.1).
    case readCoils = 1
    /// Reads inputs of one bit (clause 6.2).
    case readDiscreteInputs = 2
    /// Reads registers that may also be written (clause 6.3).
    case readHoldingRegisters = 3
    /// Reads registers that are inputs (clause 6.4).
    case readInputRegisters = 4
    /// Sets one coil (clause 6.5).
    case writeSingleCoil = 5
    /// Sets one register (clause 6.6).
    case writeSingleRegister = 6
    /// Reads eight outputs that tell the state of a device on a serial line (clause 6.7).
    case readExceptionStatus = 7
    /// Tests a serial line and the device at it (clause 6.8).
    case diagnostics = 8
    /// Reads how many messages a device has carried out (clause 6.9).
    case getCommEventCounter = 11
    /// Reads the last events of a serial line (clause 6.10).
    case getCommEventLog = 12
    /// Sets coils in a row (clause 6.11).
    case writeMultipleCoils = 15
    /// Sets registers in a row (clause 6.12).
    case writeMultipleRegisters = 16
    /// Reads what a device says about itself in its own form (clause 6.13).
    case reportServerID = 17
    /// Reads records of files (clause 6.14).
    case readFileRecord = 20
    /// Sets records of files (clause 6.15).
    case writeFileRecord = 21
    /// Sets and clears bits of one register (clause 6.16).
    case maskWriteRegister = 22
    /// Sets registers in a row and reads others in a row (clause 6.17).
    case readWriteMultipleRegisters = 23
    /// Reads a queue of registers (clause 6.18).
    case readFIFOQueue = 24
    /// Carries another interface, of which the identification of devices is supported (clause 6.19).
    case encapsulatedInterface = 43

    /// The name as it is written in output, such as `read-coils`.
    public var name: String {
        switch self {
        case .readCoils: "read-coils"
        case .readDiscreteInputs: "read-discrete-inputs"
        case .readHoldingRegisters: "read-holding-registers"
        case .readInputRegisters: "read-input-registers"
        case .writeSingleCoil: "write-single-coil"
        case .writeSingleRegister: "write-single-register"
        case .readExceptionStatus: "read-exception-status"
        case .diagnostics: "diagnostics"
        case .getCommEventCounter: "get-comm-event-counter"
        case .getCommEventLog: "get-comm-event-log"
        case .writeMultipleCoils: "write-multiple-coils"
        case .writeMultipleRegisters: "write-multiple-registers"
        case .reportServerID: "report-server-id"
        case .readFileRecord: "read-file-record"
        case .writeFileRecord: "write-file-record"
        case .maskWriteRegister: "mask-write-register"
        case .readWriteMultipleRegisters: "read-write-multiple-registers"
        case .readFIFOQueue: "read-fifo-queue"
        case .encapsulatedInterface: "read-device-identification"
        }
    }

    /// Whether the function changes nothing in the device.
    ///
    /// Diagnostics count as a change: some of them restart a device or silence it.
    public var isReading: Bool {
        switch self {
        case .readCoils, .readDiscreteInputs, .readHoldingRegisters, .readInputRegisters, .readExceptionStatus,
            .getCommEventCounter, .getCommEventLog, .reportServerID, .readFileRecord, .readFIFOQueue,
            .encapsulatedInterface:
            true
        case .writeSingleCoil, .writeSingleRegister, .diagnostics, .writeMultipleCoils, .writeMultipleRegisters,
            .writeFileRecord, .maskWriteRegister, .readWriteMultipleRegisters:
            false
        }
    }
}
