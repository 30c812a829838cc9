import BACnet
import FieldLinks
import SimulatedBuilding
import Testing

/// Expected values: ANSI/ASHRAE 135-2020, annex J, and what a server has to leave undone.
@Suite struct SimulatedBACnetServerTests {
    private let place = Endpoint(address: 0x7F00_0002, port: 47808)
    private let client = Endpoint(address: 0x7F00_0009, port: 47899)

    private func server(
        hearsBroadcasts: Bool = false, octetsPerSecond: Int = 1 << 20, tables: SimulatedBroadcastTables? = nil
    ) -> SimulatedBACnetServer {
        SimulatedBACnetServer(
            SimulatedOffice().site.stations, at: place, tables: tables, hearsBroadcasts: hearsBroadcasts,
            octetsPerSecond: octetsPerSecond)
    }

    private func whoIs(_ bvll: BVLL, npdu: NPDU = NPDU()) throws -> Datagram {
        let message = BACnetMessage(bvll: bvll, npdu: npdu, apdu: .unconfirmedRequest(.whoIs(WhoIs())))
        return Datagram(try message.encode(), from: client)
    }

    @Test func `it has the devices of its address, also those behind it`() {
        #expect(server().devices.map(\.identifier.instance) == [1001, 2101, 2102, 2103, 2104])
    }

    @Test func `a question to it is answered, and to the sender only`() throws {
        var server = server()
        let answers = server.answer(try whoIs(.originalUnicastNPDU), at: .zero)
        #expect(answers.map(\.destination) == [client])
        // I-Am of device 1001 with 1476 octets, both ways in segments, of the maker 999.
        let expected: [UInt8] = [
            0x81, 0x0A, 0, 21, 1, 0, 0x10, 0, 0xC4, 2, 0, 3, 0xE9, 0x22, 5, 0xC4, 0x91, 0, 0x22, 3, 0xE7,
        ]
        #expect(answers.map(\.octets) == [expected])
    }

    @Test(arguments: [false, true]) func `a broadcast is answered only when that is wanted`(isWanted: Bool) throws {
        var server = server(hearsBroadcasts: isWanted)
        #expect(server.answer(try whoIs(.originalBroadcastNPDU), at: .zero).count == (isWanted ? 1 : 0))
        let everywhere = NPDU(destination: .everywhere)
        let question = try whoIs(.originalBroadcastNPDU, npdu: everywhere)
        #expect(server.answer(question, at: .zero).count == (isWanted ? 5 : 0))
    }

    @Test func `nobody is answered whom a forwarded message names`() throws {
        var server = server(hearsBroadcasts: true)
        let other = Endpoint(address: 0x0A00_0001, port: 47808)
        #expect(server.answer(try whoIs(.forwardedNPDU(other)), at: .zero).isEmpty)
    }

    @Test(
        arguments: [
            [], [0x81], [0x81, 0x0A, 0, 4], [0x81, 0x0A, 0, 6, 1, 0], [0x81, 0x0A, 0, 7, 1, 4, 0xFF],
        ] as [[UInt8]])
    func `what cannot be read has no answer`(octets: [UInt8]) {
        var server = server()
        #expect(server.answer(Datagram(octets, from: client), at: .zero).isEmpty)
    }

    @Test func `a device without tables refuses what is about them`() throws {
        var server = server()
        let questions: [(BVLL, UInt16)] = [
            (.readBroadcastDistributionTable, 0x20), (.registerForeignDevice(60), 0x30),
            (.readForeignDeviceTable, 0x40),
            (.deleteForeignDeviceTableEntry(client), 0x50), (.writeBroadcastDistributionTable([]), 0x10),
        ]
        for (question, code) in questions {
            let datagram = Datagram(try BACnetMessage(bvll: question).encode(), from: client)
            let answer = try #require(server.answer(datagram, at: .zero).first)
            #expect(try BACnetMessage.decode(datagram: answer.octets).bvll == .result(code))
        }
    }

    @Test func `a foreign device is kept for its time and half a minute`() throws {
        let entry = BVLL.DistributionEntry(place, mask: .max)
        var server = server(tables: SimulatedBroadcastTables([entry]))
        func ask(_ question: BVLL, _ second: Int) throws -> BVLL? {
            let datagram = Datagram(try BACnetMessage(bvll: question).encode(), from: client)
            let answer = server.answer(datagram, at: .seconds(second)).first
            return try answer.map { try BACnetMessage.decode(datagram: $0.octets) }?.bvll
        }
        #expect(try ask(.readBroadcastDistributionTable, 0) == .readBroadcastDistributionTableAck([entry]))
        #expect(try ask(.registerForeignDevice(60), 0) == .result(0))
        let kept = BVLL.ForeignDeviceEntry(client, lifetime: 60, remaining: 80)
        #expect(try ask(.readForeignDeviceTable, 10) == .readForeignDeviceTableAck([kept]))
        #expect(try ask(.readForeignDeviceTable, 90) == .readForeignDeviceTableAck([]))
        #expect(try ask(.deleteForeignDeviceTableEntry(client), 91) == .result(0x50))
        #expect(try ask(.writeBroadcastDistributionTable([]), 92) == .result(0x10))
    }

    @Test func `no address is sent more than it may have in a second`() throws {
        let link = ScriptedLink((0..<20).map { _ in try? whoIs(.originalUnicastNPDU) }.compactMap(\.self))
        var server = server(octetsPerSecond: 100)
        try server.serve(link, until: .seconds(1))
        // An I-Am has 21 octets.
        #expect(link.sent.count == 4)
    }

    @Test func `our client reads the office over a socket, in segments and behind the router`() async throws {
        let socket = try UDPSocket(local: Endpoint(address: 0x7F00_0001, port: 0))
        var office = SimulatedOffice()
        (office.controller, office.objects) = (socket.local, 400)
        let server = SimulatedBACnetServer(office.site.stations, at: socket.local)
        let host = Host(try TrunkExecutor())
        let serving = Task { try await host.serve(server, socket) }
        let client = try UDPSocket(local: Endpoint(address: 0x7F00_0001, port: 0))
        var settings = ExchangeSettings()
        // The server may need longer than usual on a busy machine.
        settings.patience = Patience(first: .seconds(1 << 20), limit: .seconds(1 << 20), attempts: 1)
        settings.deadline = .seconds(1 << 20)
        let trunk = try BACnetTrunk(over: BACnetIPLink(client), settings)
        let place = socket.local
        let (count, name) = try await trunk.read { reader throws(BACnetError) in
            let device = ObjectIdentifier(rawValue: 8 << 22 | 1001)
            let list = try reader.read(PropertyTarget(device, PropertyReference(.objectList)), at: BACnetPeer(place))
            let room = BACnetPeer(place, route: NetworkAddress(network: 20, address: [3]))
            let target = PropertyTarget(.anyDevice, PropertyReference(.objectName))
            return (list.count, try reader.read(target, at: room))
        }
        #expect(count == 401 && name == [.characterString("SIM-2103")])
        serving.cancel()
        await #expect(throws: LinkError.self) { try await serving.value }
    }

    private actor Host {
        private let executor: TrunkExecutor
        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        init(_ executor: TrunkExecutor) { self.executor = executor }

        func serve(_ server: SimulatedBACnetServer, _ socket: UDPSocket) throws(LinkError) {
            var server = server
            try server.serve(socket, until: .seconds(1 << 30))
        }
    }
}
