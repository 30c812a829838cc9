/// The reason why a link does not carry what it should.
public struct LinkError: Error, Hashable, Sendable {
    /// The kind of reason.
    public let code: Code
    /// What was tried, and what the system says.
    public let message: String

    /// The kinds of reason.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// There is no such address, host or serial line.
        case notFound
        /// The address or line is in use.
        case inUse
        /// The system does not allow it.
        case notAllowed
        /// The other side refuses the connection.
        case refused
        /// Nothing leads to the other side.
        case unreachable
        /// The other side ended the connection.
        case closed
        /// Nothing came in time.
        case timedOut
        /// The work is no longer wanted.
        case cancelled
        /// Anything else that the system reports.
        case system
    }

    /// Describes a reason.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension LinkError: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}
