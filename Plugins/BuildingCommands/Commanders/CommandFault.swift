import BACnet
import FieldLinks
import Modbus

/// The reason why a point does not do what it was told, or cannot be asked.
public struct CommandFault: Error, Hashable, Sendable {
    /// What happened, in words.
    public let message: String
    /// Whether the task was cancelled, so that nothing else should be tried.
    public let isCancellation: Bool

    /// Whether nothing was written: the device said no, or the request never left.
    let isRefusal: Bool

    init(_ message: String) {
        self.message = message
        isCancellation = false
        isRefusal = true
    }

    init(_ error: LinkError) {
        message = error.description
        isCancellation = error.code == .cancelled
        isRefusal = false
    }

    init(_ error: BACnetError) {
        message = error.description
        isCancellation = error.isCancellation
        isRefusal =
            switch error {
            case .error, .rejected, .requestTooLong, .forbidden: true
            default: false
            }
    }

    init(_ error: ModbusError) {
        message = error.description
        isCancellation = if case .link(let error) = error { error.code == .cancelled } else { false }
        isRefusal =
            switch error {
            case .refused(.illegalFunction), .refused(.illegalDataAddress), .refused(.illegalDataValue): true
            default: false
            }
    }
}

extension CommandFault: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}
