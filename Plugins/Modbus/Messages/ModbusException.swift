/// The code with which a device refuses a request.
///
/// The codes are those of the MODBUS Application Protocol V1.1b3, clause 7; a code that stands not there is kept.
public struct ModbusException: RawRepresentable, Error, Hashable, Sendable {
    /// The code on the wire.
    public let rawValue: UInt8

    /// Describes a code.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The device does not have the function.
    public static let illegalFunction = ModbusException(rawValue: 1)
    /// The device does not have the address, or not all that follow it.
    public static let illegalDataAddress = ModbusException(rawValue: 2)
    /// A field of the request has a value that is not allowed.
    public static let illegalDataValue = ModbusException(rawValue: 3)
    /// The device failed while it tried.
    public static let serverDeviceFailure = ModbusException(rawValue: 4)
    /// The device has begun and will need long.
    public static let acknowledge = ModbusException(rawValue: 5)
    /// The device is busy; the request may be sent again.
    public static let serverDeviceBusy = ModbusException(rawValue: 6)
    /// The memory of the device has lost its parity.
    public static let memoryParityError = ModbusException(rawValue: 8)
    /// The gateway has no way to the device.
    public static let gatewayPathUnavailable = ModbusException(rawValue: 10)
    /// The device behind the gateway does not answer.
    public static let gatewayTargetDeviceFailedToRespond = ModbusException(rawValue: 11)

    /// The codes that the protocol defines, in their order.
    public static let defined: [ModbusException] = [
        .illegalFunction, .illegalDataAddress, .illegalDataValue, .serverDeviceFailure, .acknowledge,
        .serverDeviceBusy, .memoryParityError, .gatewayPathUnavailable, .gatewayTargetDeviceFailedToRespond,
    ]

    /// The name as it is written in output, such as `illegal-data-address`; `exception-99` for one without a name.
    public var name: String {
        switch self {
        case .illegalFunction: "illegal-function"
        case .illegalDataAddress: "illegal-data-address"
        case .illegalDataValue: "illegal-data-value"
        case .serverDeviceFailure: "server-device-failure"
        case .acknowledge: "acknowledge"
        case .serverDeviceBusy: "server-device-busy"
        case .memoryParityError: "memory-parity-error"
        case .gatewayPathUnavailable: "gateway-path-unavailable"
        case .gatewayTargetDeviceFailedToRespond: "gateway-target-device-failed-to-respond"
        default: "exception-\(rawValue)"
        }
    }
}

extension ModbusException: CustomStringConvertible {
    /// The code and its name, such as `exception 02 illegal-data-address`.
    public var description: String {
        "exception \(rawValue < 16 ? "0" : "")\(String(rawValue, radix: 16)) \(name)"
    }
}
