/// The reason why octets, or a value that should become octets, are not what the protocol allows.
public struct ModbusFault: Error, Hashable, Sendable {
    /// The kind of reason.
    public let code: Code
    /// What is wrong, and what would be right.
    public let message: String
    /// The offset of the octet at which it shows.
    public let offset: Int

    /// The kinds of reason.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The octets end too early.
        case truncated
        /// A length or count does not agree with the octets that are there.
        case wrongLength = "wrong-length"
        /// A field has a value that the protocol does not allow.
        case wrongValue = "wrong-value"
        /// The checksum does not agree with the octets before it.
        case wrongChecksum = "wrong-checksum"
        /// The frame is not one of Modbus.
        case wrongProtocol = "wrong-protocol"
        /// Another unit answers than was asked.
        case wrongUnit = "wrong-unit"
        /// The answer belongs to another request.
        case wrongTransaction = "wrong-transaction"
        /// The function code cannot stand there, or another function answers than was asked.
        case wrongFunction = "wrong-function"
        /// The message may be well formed, but its function is not one of the public ones.
        case unsupportedService = "unsupported-service"
    }

    /// Describes a reason.
    ///
    /// - Parameters:
    ///   - code: the kind of reason.
    ///   - offset: the offset of the octet at which it shows.
    ///   - message: what is wrong, and what would be right.
    public init(_ code: Code, at offset: Int, _ message: String) {
        self.code = code
        self.message = message
        self.offset = offset
    }
}

extension ModbusFault: CustomStringConvertible {
    /// The code, the offset and the message.
    public var description: String { "\(code.rawValue) at octet \(offset): \(message)" }
}
