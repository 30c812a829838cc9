import BACnet
import FieldLinks
import Testing

@Suite struct BACnetIPLinkTests {
    private static let home = Line<ScriptedDevice>.home
    private static let question = BACnetMessage(
        bvll: .originalBroadcastNPDU, npdu: NPDU(), apdu: .unconfirmedRequest(.whoIs(WhoIs())))

    /// Receives what a device sends after a question.
    private func received(_ datagrams: [Datagram], local: Endpoint? = nil) throws -> [ReceivedMessage] {
        let link = BACnetIPLink(Line(ScriptedDevice { _, _ in datagrams }), local: local)
        try link.send(Self.question, to: Self.home)
        var messages: [ReceivedMessage] = []
        while let message = try link.receive(until: .seconds(1)) { messages.append(message) }
        return messages
    }

    /// Who-Is of ANSI/ASHRAE 135 annex F as a broadcast: link, network and application header, nothing else.
    @Test func `a message goes as a datagram with all headers, and comes back as it was`() throws {
        let line = Line(ScriptedDevice { _, _ in [Datagram([0x81, 0x0B, 0, 8, 1, 0, 0x10, 8], from: Self.home)] })
        let link = BACnetIPLink(line)
        try link.send(Self.question, to: Self.home)
        #expect(line.sent.map(\.octets) == [[0x81, 0x0B, 0, 8, 1, 0, 0x10, 8]])
        let message = try #require(try link.receive(until: .seconds(1)))
        #expect(message == ReceivedMessage(.success(Self.question), from: Self.home, octets: line.sent[0].octets))
        #expect(try link.receive(until: .seconds(2)) == nil)
        #expect(link.now == .seconds(2))
    }

    @Test func `what cannot be read comes as a fault with its octets`() throws {
        let octets: [[UInt8]] = [[], [0x81], [0x82, 0, 0, 4], [0x81, 10, 0, 9, 1, 0], [0x81, 10, 0, 6, 2, 0]]
        let messages = try received(octets.map { Datagram($0, from: Self.home) })
        #expect(messages.map(\.octets) == octets)
        #expect(messages.allSatisfy { (try? $0.content.get()) == nil })
    }

    @Test func `a datagram beyond all measure is not read`() throws {
        let limit = BACnetIPLink.longestDatagram
        let messages = try received([Datagram([UInt8](repeating: 0x81, count: limit + 1), from: Self.home)])
        let fault = BACnetFault(.tooLong, "a datagram of '8193' octets, at most 8192", offset: limit)
        #expect(messages.map(\.content) == [.failure(fault)])
    }

    @Test func `what comes back from its own address is dropped`() throws {
        let own = Endpoint(address: 0x7F00_0009, port: 40_000)
        let octets: [UInt8] = [0x81, 0x0B, 0, 8, 1, 0, 0x10, 8]
        let messages = try received([Datagram(octets, from: own), Datagram(octets, from: Self.home)], local: own)
        #expect(messages.map(\.source) == [Self.home])
    }

    @Test func `a message without the header of the link or of no end does not leave`() {
        let line = Line(ScriptedDevice { _, _ in [] })
        let link = BACnetIPLink(line)
        let bare = BACnetMessage(npdu: NPDU(), apdu: Self.question.apdu)
        #expect(
            throws: BACnetError.malformed(
                BACnetFault(.missingParameter, "a datagram without the header of BACnet/IP", offset: 0))
        ) {
            try link.send(bare, to: Self.home)
        }
        let long = BACnetMessage(bvll: .secureBVLL([UInt8](repeating: 0, count: 9000)))
        #expect(throws: BACnetError.requestTooLong(octets: 9004, limit: 8192)) { try link.send(long, to: Self.home) }
        #expect(line.sent.isEmpty)
    }

    @Test func `a trunk is opened on an address of this machine, and on no other`() async throws {
        let loopback = Endpoint(address: 0x7F00_0001, port: 0)
        let trunk = try BACnetTrunk.open(local: loopback, broadcast: Endpoint(address: 0x7FFF_FFFF, port: 47_911))
        #expect(try await trunk.read { reader in reader.requestCount } == 0)
        // An address that is none of this machine cannot be listened to; the trunk goes without.
        _ = try BACnetTrunk.open(local: loopback, broadcast: Endpoint(address: 0xC000_02FF, port: 47808))
        #expect(throws: LinkError.self) { try BACnetTrunk.open(local: Endpoint(address: 0xC000_0201, port: 0)) }
    }
}
