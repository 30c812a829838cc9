public import FieldLinks

/// A link that carries messages of BACnet, whatever they look like on the way.
///
/// Its functions return when they are done; call them where waiting holds nobody up, as on a `TrunkExecutor`.
public protocol MessageLink: LinkTime {
    /// Sends a message.
    ///
    /// - Throws: ``BACnetError/malformed(_:)`` when it cannot be written, ``BACnetError/link(_:)`` when it cannot
    ///   leave, ``BACnetError/forbidden(_:)`` when it is none that may be sent here.
    func send(_ message: BACnetMessage, to destination: Endpoint) throws(BACnetError)

    /// Waits for the next message.
    ///
    /// - Parameter deadline: when to stop waiting; what is there already is taken even past it.
    /// - Returns: what came; `nil` when nothing did.
    /// - Throws: ``BACnetError/link(_:)`` when the link fails or the task is cancelled.
    func receive(until deadline: Duration) throws(BACnetError) -> ReceivedMessage?
}

/// What came over a link, and from where.
public struct ReceivedMessage: Hashable, Sendable {
    /// The message, or what is wrong with the datagram.
    public let content: Result<BACnetMessage, BACnetFault>
    /// Who sent it.
    public let source: Endpoint
    /// The datagram as it came; empty on a link that carries no octets.
    public let octets: [UInt8]

    /// Describes what came.
    public init(_ content: Result<BACnetMessage, BACnetFault>, from source: Endpoint, octets: [UInt8] = []) {
        self.content = content
        self.source = source
        self.octets = octets
    }
}
