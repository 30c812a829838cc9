import BACnet
import FieldLinks
import SimulatedBuilding
import Testing

/// A simulated device behind a socket, on a thread of its own.
private actor Host {
    private let executor: TrunkExecutor
    private let socket: UDPSocket
    private var server: SimulatedBACnetServer
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
    nonisolated let local: Endpoint

    init(_ device: SimulatedBACnetDevice) throws(LinkError) {
        executor = try TrunkExecutor()
        socket = try UDPSocket(local: Endpoint(address: 0x7F00_0001, port: 0))
        local = socket.local
        server = SimulatedBACnetServer([SimulatedStation(device, at: BACnetPeer(socket.local))], at: socket.local)
    }

    /// Serves until the task is cancelled.
    func serve() { try? server.serve(socket, until: socket.now + .seconds(60)) }

    /// Begins to serve, and returns once that has begun, however busy the machine is.
    nonisolated func start() async -> Task<Void, Never> {
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let service = Task {
            begin.finish()
            await serve()
        }
        for await _ in begun {}
        return service
    }
}

/// The whole way: trunk, link, sockets of this machine, and back.
@Suite struct BACnetTrunkTests {
    private static func device(_ segmentation: Segmentation) throws -> SimulatedBACnetDevice {
        let objects = (0..<600 as Range<UInt32>).map { number in
            SimulatedObject(
                ObjectIdentifier(rawValue: number), CharacterString("AI-\(number)"),
                [.presentValue: [.real(Float(number))], .units: [.enumerated(62)]])
        }
        return try #require(SimulatedBACnetDevice(instance: 1001, objects, segmentation: segmentation))
    }

    /// A survey of several broadcasts has one trunk after another on the same port.
    @Test func `the address of a trunk that is gone can be used again`() async throws {
        let local = try UDPSocket(local: Endpoint(address: 0x7F00_0001, port: 0)).local
        for _ in 0..<50 {
            let trunk = try BACnetTrunk.open(local: local)
            #expect(try await trunk.read { $0.requestCount } == 0)
        }
    }

    @Test(arguments: [Segmentation.segmentedBoth, .noSegmentation])
    func `a device on this machine is found and read`(segmentation: Segmentation) async throws {
        let host = try Host(try Self.device(segmentation))
        let service = await host.start()
        defer { service.cancel() }
        let trunk = try BACnetTrunk.open(local: Endpoint(address: 0x7F00_0001, port: 0))
        let peer = BACnetPeer(host.local)
        let (list, seen, evidence) = try await trunk.read { reader throws(BACnetError) in
            let found = try reader.find(at: peer, listening: .milliseconds(100))
            guard let device = found.devices.first else { throw .timedOut }
            let list = try reader.objectList(of: device.device, at: peer, maxAPDU: device.maxAPDU)
            return (list, reader.observed(peer), reader.lastAnswer)
        }
        #expect(list.objects.count == 601 && list.isComplete)
        #expect(seen.claimedSegmentation == segmentation && !seen.contradictsItself)
        #expect(seen.sendsSegments == (segmentation == .segmentedBoth))
        #expect(evidence.first == 0x81)
        let values = try await trunk.read { reader throws(BACnetError) in
            let targets = list.objects.dropFirst().map { PropertyTarget($0, PropertyReference(.presentValue)) }
            return try reader.read(targets, at: peer, maxAPDU: 1476)
        }
        #expect(values.count == 600 && values.last?.outcome == .success([.real(599)]))
    }

    @Test func `several devices are read at the same time`() async throws {
        let hosts = try (0..<4).map { _ in try Host(try Self.device(.segmentedBoth)) }
        var services: [Task<Void, Never>] = []
        for host in hosts { services.append(await host.start()) }
        defer { for service in services { service.cancel() } }
        let peers = hosts.map { BACnetPeer($0.local) }
        let lists = await BACnetTrunk.readEach(peers, atOnce: 2) { () throws(LinkError) in
            try BACnetTrunk.open(local: Endpoint(address: 0x7F00_0001, port: 0))
        } work: { reader, peer throws(BACnetError) in
            try reader.objectList(of: .anyDevice, at: peer, maxAPDU: 1476).objects.count
        }
        #expect(lists == Array(repeating: .success(601), count: 4))
    }
}
