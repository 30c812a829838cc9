/// What a client asks of a device.
public enum ModbusRequest: Hashable, Sendable {
    /// Something that changes nothing.
    case read(ModbusReading)
    /// Something that changes values.
    case write(ModbusWriting)
    /// A test of the line and the device.
    case diagnose(ModbusDiagnosis)

    /// The function that the request asks for.
    public var function: ModbusFunction {
        switch self {
        case .read(let reading): reading.function
        case .write(let writing): writing.function
        case .diagnose: .diagnostics
        }
    }

    /// Whether the request changes nothing in the device.
    public var isReading: Bool { function.isReading }
}
