import BACnet
import FieldLinks
import Modbus

/// The reason why a point does not do what it was told, or cannot be asked.
public struct CommandFault: Error, Hashable, Sendable {
    /// What happened, in words.
    public let message: String
    /// Whether the task was cancelled, so that nothing else should be tried.
    public let isCancellation: Bool

    init(_ message: String) {
        self.message = message
        isCancellation = false
    }

    init(_ error: LinkError) {
        message = error.description
        isCancellation = error.code == .cancelled
    }

    init(_ error: BACnetError) {
        message = error.description
        isCancellation = error.isCancellation
    }

    init(_ error: ModbusError) {
        message = error.description
        isCancellation = if case .link(let error) = error { error.code == .cancelled } else { false }
    }
}

extension CommandFault: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}
