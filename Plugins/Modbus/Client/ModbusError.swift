public import FieldLinks

/// The reason why a request to a device has no answer that can be used.
public enum ModbusError: Error, Hashable, Sendable {
    /// The link fails.
    case link(LinkError)
    /// The request or the answer is not what the protocol allows.
    case fault(ModbusFault)
    /// The device refuses.
    case refused(ModbusException)
    /// The device does not answer, however often it was asked.
    case silent(unit: UInt8, attempts: Int)
    /// The device did not answer before, and is left in peace for a while.
    case resting(unit: UInt8)
}

extension ModbusError: CustomStringConvertible {
    /// What is wrong.
    public var description: String {
        switch self {
        case .link(let error): error.description
        case .fault(let fault): fault.description
        case .refused(let exception): "the device refuses with \(exception)"
        case .silent(let unit, let attempts): "unit '\(unit)' did not answer '\(attempts)' requests"
        case .resting(let unit): "unit '\(unit)' did not answer before: it is not asked again for a while"
        }
    }
}

extension ModbusError {
    /// Whether the same request may succeed when it is sent again.
    ///
    /// What comes over a line may be damaged in any way; networks deliver what was sent, or nothing.
    func isPassing(on framing: ModbusFraming) -> Bool {
        switch self {
        case .link(let error): error.code == .closed || error.code == .timedOut
        case .fault(let fault): framing != .tcp || fault.code == .wrongChecksum || fault.code == .truncated
        case .silent: true
        case .refused, .resting: false
        }
    }
}
