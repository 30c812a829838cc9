/// One of the four tables of values that a device has.
public enum ModbusTable: String, Hashable, Sendable, CaseIterable {
    /// Outputs of one bit.
    case coils
    /// Inputs of one bit.
    case discreteInputs = "discrete-inputs"
    /// Registers that may also be written.
    case holdingRegisters = "holding-registers"
    /// Registers that are inputs.
    case inputRegisters = "input-registers"

    /// The function that reads the table.
    public var reading: ModbusFunction {
        switch self {
        case .coils: .readCoils
        case .discreteInputs: .readDiscreteInputs
        case .holdingRegisters: .readHoldingRegisters
        case .inputRegisters: .readInputRegisters
        }
    }

    /// Whether its values are single bits; otherwise they are registers of 16 bits.
    public var holdsBits: Bool { self == .coils || self == .discreteInputs }

    /// How many values one request may ask for (clauses 6.1 to 6.4): 2,000 bits or 125 registers.
    public var limit: Int { holdsBits ? ModbusLimits.bitsToRead : ModbusLimits.registersToRead }
}
