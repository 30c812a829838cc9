/// A link that carries datagrams, such as a socket of UDP.
///
/// Its functions return when they are done; call them where waiting holds nobody up, as on a ``TrunkExecutor``.
public protocol DatagramLink: LinkTime {
    /// Sends a datagram.
    ///
    /// - Throws: ``LinkError`` when it cannot leave.
    func send(_ octets: [UInt8], to destination: Endpoint) throws(LinkError)

    /// Waits for the next datagram.
    ///
    /// - Parameter deadline: when to stop waiting; what is there already is taken even past it.
    /// - Returns: the datagram; `nil` when none came.
    /// - Throws: ``LinkError`` when the link fails, or of the code `cancelled` when the task is cancelled.
    func receive(until deadline: Duration) throws(LinkError) -> Datagram?
}

/// Octets that came in one piece, and from where.
public struct Datagram: Hashable, Sendable {
    /// What came.
    public let octets: [UInt8]
    /// Who sent it.
    public let source: Endpoint

    /// Describes a datagram.
    public init(_ octets: [UInt8], from source: Endpoint) {
        self.octets = octets
        self.source = source
    }
}
