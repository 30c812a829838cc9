import BACnet
import BuildingPoints
import FieldLinks
import Modbus
import SimulatedBuilding

/// Serves a simulated building, each address on a thread of its own.
struct SimulationHost {
    private let site: SimulatedSite
    private let arguments: ToolArguments
    /// How many connections of Modbus are served at once.
    private static let connections = 8

    init(_ arguments: ToolArguments) throws(ToolError) {
        self.arguments = arguments
        if let file = arguments.inventory {
            site = try SimulatedSite(try InventoryFile.read(file), at: arguments.bacnet)
        } else {
            site = Self.office(arguments)
        }
    }

    /// Takes a building that is there already.
    init(_ site: SimulatedSite, _ arguments: ToolArguments) {
        self.site = site
        self.arguments = arguments
    }

    private static func office(_ arguments: ToolArguments) -> SimulatedSite {
        var office = SimulatedOffice()
        office.controller = arguments.bacnet
        office.lighting = arguments.bacnet.neighbour(1)
        office.objects = arguments.office.objects
        office.maxAPDU = arguments.office.maxAPDU
        office.segmentation = arguments.office.segmentation
        office.seed = arguments.office.seed
        return office.site
    }

    /// Opens all addresses, tells that it is ready, and serves until the time is over.
    func run(_ tell: (String) -> Void) async throws {
        let sockets = try openSockets()
        let listener: TCPListener? = site.units.isEmpty ? nil : try TCPListener(local: arguments.modbus)
        tell(readyLine(sockets.map(\.socket), listener))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (socket, server) in sockets {
                let host = try ServingThread()
                let end = socket.now + .seconds(arguments.seconds)
                group.addTask { try await host.serve(server, over: socket, until: end) }
            }
            guard let listener else { return try await group.waitForAll() }
            let server = SimulatedModbusServer(site.units, absence: .gatewayTargetDeviceFailedToRespond)
            let end = listener.now + .seconds(arguments.seconds)
            for _ in 0..<Self.connections {
                let host = try ServingThread()
                group.addTask { try await host.serve(server, at: listener, until: end) }
            }
            try await group.waitForAll()
        }
    }

    private func openSockets() throws(LinkError) -> [(socket: UDPSocket, server: SimulatedBACnetServer)] {
        var sockets: [(socket: UDPSocket, server: SimulatedBACnetServer)] = []
        for endpoint in site.endpoints {
            let socket = try UDPSocket(local: endpoint, listeningTo: arguments.broadcast)
            // The system may have chosen the port.
            let stations = site.stations.filter { $0.peer.endpoint == endpoint }.map {
                SimulatedStation($0.device, at: BACnetPeer(socket.local, route: $0.peer.route))
            }
            let server = SimulatedBACnetServer(
                stations, at: socket.local, hearsBroadcasts: arguments.broadcast != nil,
                octetsPerSecond: arguments.isExposed ? 1 << 16 : 1 << 26)
            sockets.append((socket, server))
        }
        return sockets
    }

    private func readyLine(_ sockets: [UDPSocket], _ listener: TCPListener?) -> String {
        let places = sockets.map { "bacnet \($0.local)" } + (listener.map { ["modbus \($0.local)"] } ?? [])
        let counts = "\(site.stations.count) devices, \(site.units.count) units"
        return "ready " + places.joined(separator: " ") + " (\(counts), \(arguments.seconds) s)"
    }
}

extension Endpoint {
    /// Another address beside this one: the next on loopback where all of 127.0.0.0/8 is there, otherwise the next port.
    func neighbour(_ distance: UInt32) -> Endpoint {
        #if os(Linux)
        let hasOthers = address >> 24 == 127
        #else
        let hasOthers = false
        #endif
        if hasOthers { return Endpoint(address: address &+ distance, port: port) }
        return Endpoint(address: address, port: port == 0 ? 0 : port &+ UInt16(truncatingIfNeeded: distance))
    }
}

/// A thread that serves and may wait without holding up the others.
private actor ServingThread {
    private let executor: TrunkExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init() throws(LinkError) { executor = try TrunkExecutor() }

    func serve(_ server: SimulatedBACnetServer, over socket: UDPSocket, until end: Duration) throws(LinkError) {
        var server = server
        try server.serve(socket, until: end)
    }

    func serve(
        _ server: SimulatedModbusServer, at listener: TCPListener, until end: Duration
    ) throws(LinkError) {
        // Another thread may have taken the connection that was there.
        while listener.now < end { try server.serve(listener, until: end) }
    }
}
