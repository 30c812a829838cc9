import BACnet
import FieldLinks
import PhaseLoom

/// What opens the links of a checkout; a test has others than the system's.
struct CheckoutLinks: Sendable {
    /// Opens the link for BACnet, from an own address, that also hears broadcasts to another.
    let bacnet: @Sendable (_ local: Endpoint, _ broadcast: Endpoint?) throws(LinkError) -> any MessageLink
    /// Connects to a trunk of Modbus.
    let modbus: @Sendable (Endpoint) throws(LinkError) -> any StreamLink

    /// Sockets.
    static let system = CheckoutLinks(
        bacnet: { local, broadcast throws(LinkError) in
            let socket = try socket(local, broadcast)
            return BACnetIPLink(socket, local: socket.local)
        },
        modbus: { endpoint throws(LinkError) in
            let host = endpoint.octets.map { "\($0)" }.joined(separator: ".")
            return try TCPStream(connectingTo: host, port: endpoint.port)
        })

    /// Opens a socket that hears the broadcasts as well, where the system lets it.
    private static func socket(_ local: Endpoint, _ broadcast: Endpoint?) throws(LinkError) -> UDPSocket {
        // Whoever is bound to all addresses of the port hears broadcasts on it anyway.
        if let broadcast, local != Endpoint(address: 0, port: broadcast.port),
            let both = try? UDPSocket(local: local, listeningTo: broadcast.address, port: broadcast.port)
        {
            return both
        }
        return try UDPSocket(local: local)
    }
}

/// A thread on which the links of a checkout may wait.
actor CheckoutThread {
    private let executor: TrunkExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init() throws(LinkError) { executor = try TrunkExecutor() }

    func run<Value: Sendable>(_ work: @Sendable () throws -> Value) throws -> Value { try work() }
}
