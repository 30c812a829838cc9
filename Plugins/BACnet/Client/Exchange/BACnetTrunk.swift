public import FieldLinks

/// A reading client that whoever waits for it can share: what is asked of a trunk stands in one queue.
public actor BACnetTrunk {
    private let executor: TrunkExecutor
    private let reader: BACnetReader
    /// The thread of the trunk.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Opens a client with a thread of its own.
    ///
    /// - Throws: `LinkError` when the system has no thread left.
    public init(over link: any MessageLink, _ settings: ExchangeSettings = ExchangeSettings()) throws(LinkError) {
        executor = try TrunkExecutor()
        reader = BACnetReader(over: link, settings)
    }

    /// Opens a client on BACnet/IP with a socket and a thread of its own, which cannot send anything but reading.
    ///
    /// ```swift
    /// let broadcast = Endpoint(address: 0x0A00_00FF, port: 47808)
    /// let trunk = try BACnetTrunk.open(local: Endpoint(address: 0x0A00_0007, port: 0), broadcast: broadcast)
    /// let sweep = try await trunk.read { reader throws(BACnetError) in try reader.sweep(broadcast: broadcast) }
    /// ```
    ///
    /// Some devices answer a question for all of them to all, on the port of the question's destination. A client with
    /// a port of its own, as it should have beside other programs, hears such answers only if it is given that address.
    /// Where the system does not let it, the client goes without, and the devices can be asked one by one.
    ///
    /// - Parameters:
    ///   - local: the address of the interface and the port; port 0 lets the system choose one, and the address
    ///     `0.0.0.0` takes what comes by any interface.
    ///   - broadcast: the address of broadcasts that is listened to as well; `nil` for none.
    ///   - settings: how it asks.
    /// - Returns: the trunk.
    /// - Throws: `LinkError` when the address cannot be bound, or the system has no thread left.
    public static func open(
        local: Endpoint = Endpoint(address: 0, port: 0), broadcast: Endpoint? = nil,
        _ settings: ExchangeSettings = ExchangeSettings()
    ) throws(LinkError) -> BACnetTrunk {
        let socket = try socket(local, broadcast)
        return try BACnetTrunk(over: BACnetIPLink(socket, local: socket.local), settings)
    }

    private static func socket(_ local: Endpoint, _ broadcast: Endpoint?) throws(LinkError) -> UDPSocket {
        // Whoever is bound to all addresses of the port hears broadcasts on it anyway.
        if let broadcast, local != Endpoint(address: 0, port: broadcast.port) {
            do throws(LinkError) {
                return try UDPSocket(local: local, listeningTo: broadcast.address, port: broadcast.port)
            } catch {
                return try UDPSocket(local: local)
            }
        }
        return try UDPSocket(local: local)
    }

    /// Reads on the thread of the trunk, once all that was asked before is done.
    ///
    /// - Parameter work: what is read; it has the client to itself.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws.
    public func read<Value: Sendable>(
        _ work: @Sendable (BACnetReader) throws(BACnetError) -> Value
    ) throws(BACnetError) -> Value {
        try work(reader)
    }
}
