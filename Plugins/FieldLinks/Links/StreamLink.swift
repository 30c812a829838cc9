/// A link that carries a stream of octets, such as a connection of TCP or a serial line.
///
/// Its functions return when they are done; call them where waiting holds nobody up, as on a ``TrunkExecutor``.
public protocol StreamLink: LinkTime {
    /// Sends octets, all of them.
    ///
    /// - Throws: ``LinkError`` when the link fails or does not take them until the deadline.
    func send(_ octets: [UInt8], until deadline: Duration) throws(LinkError)

    /// Waits for octets and appends what came.
    ///
    /// - Parameters:
    ///   - buffer: what takes the octets at its end.
    ///   - deadline: when to stop waiting; what is there already is taken even past it.
    /// - Returns: how many came; 0 when the deadline passed.
    /// - Throws: ``LinkError``: `closed` when the other side ended the stream, `cancelled` when the task is cancelled.
    func receive(into buffer: inout [UInt8], until deadline: Duration) throws(LinkError) -> Int

    /// Drops what came and was not received, as before a new exchange.
    func drain() throws(LinkError)

    /// Ends the link; doing it twice is doing it once.
    func close()
}
