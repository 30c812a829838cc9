/// What a device answers.
public enum ModbusResponse: Hashable, Sendable {
    /// Coils in a row.
    case coils(ModbusBits)
    /// Discrete inputs in a row.
    case discreteInputs(ModbusBits)
    /// Holding registers in a row.
    case holdingRegisters([UInt16])
    /// Input registers in a row.
    case inputRegisters([UInt16])
    /// A coil was set.
    case coilWritten(address: UInt16, Bool)
    /// A register was set.
    case registerWritten(address: UInt16, UInt16)
    /// The eight outputs that tell the state of a device.
    case exceptionStatus(UInt8)
    /// The result of a test.
    case diagnosis(ModbusDiagnosis)
    /// How many messages were carried out; the status is 0xFFFF while a program command is.
    case eventCounter(status: UInt16, count: UInt16)
    /// The last events of the line.
    case eventLog(ModbusEventLog)
    /// Coils in a row were set.
    case coilsWritten(address: UInt16, quantity: UInt16)
    /// Registers in a row were set.
    case registersWritten(address: UInt16, quantity: UInt16)
    /// What the device says about itself in its own form.
    case serverID([UInt8])
    /// Registers of files, one row for each that was asked for.
    case fileRecords([[UInt16]])
    /// Records of files were set.
    case fileRecordsWritten([ModbusFileRecord])
    /// Bits of a register were set and cleared.
    case maskWritten(address: UInt16, and: UInt16, or: UInt16)
    /// Registers were set, and these were read.
    case exchanged([UInt16])
    /// A queue of registers.
    case fifoQueue([UInt16])
    /// A part of the identification.
    case identification(ModbusIdentificationPart)
    /// The device refuses a function, whose code may be any from 1 to 127.
    case exception(function: UInt8, ModbusException)

    /// The code of the function that the response belongs to, without the mark of an exception.
    public var functionCode: UInt8 {
        if case .exception(let function, _) = self { return function }
        return function?.rawValue ?? 0
    }

    /// The function that the response belongs to; `nil` for an exception to a function that is not public.
    public var function: ModbusFunction? {
        switch self {
        case .coils: .readCoils
        case .discreteInputs: .readDiscreteInputs
        case .holdingRegisters: .readHoldingRegisters
        case .inputRegisters: .readInputRegisters
        case .coilWritten: .writeSingleCoil
        case .registerWritten: .writeSingleRegister
        case .exceptionStatus: .readExceptionStatus
        case .diagnosis: .diagnostics
        case .eventCounter: .getCommEventCounter
        case .eventLog: .getCommEventLog
        case .coilsWritten: .writeMultipleCoils
        case .registersWritten: .writeMultipleRegisters
        case .serverID: .reportServerID
        case .fileRecords: .readFileRecord
        case .fileRecordsWritten: .writeFileRecord
        case .maskWritten: .maskWriteRegister
        case .exchanged: .readWriteMultipleRegisters
        case .fifoQueue: .readFIFOQueue
        case .identification: .encapsulatedInterface
        case .exception(let function, _): ModbusFunction(rawValue: function)
        }
    }
}
