import BACnet
import FieldLinks
import Modbus
import SimulatedBuilding
import Testing

@testable import BuildingCommands

/// Expected values: only the ordered write may leave; everything else is listed as refused.
@Suite struct CommandLinkTests {
    private static let peer = BACnetPeer(Endpoint(address: 0xC000_0207, port: 47808))

    private static func write(
        _ value: BACnetValue = .real(40), _ property: PropertyIdentifier = .presentValue, at priority: UInt8? = 8,
        _ instance: UInt32 = 5
    ) throws -> WritePropertyRequest {
        let object = try #require(ObjectIdentifier(.analogOutput, instance))
        return WritePropertyRequest(object, PropertyValue(PropertyReference(property), [value], priority: priority))
    }

    private static func message(_ content: ConfirmedRequest.Content) -> BACnetMessage {
        let request = ConfirmedRequest(
            content, invokeID: 1, limits: ReceptionLimits(acceptsSegments: false, maxAPDU: 1476))
        return BACnetMessage(
            bvll: .originalUnicastNPDU, npdu: NPDU(expectsReply: true), apdu: .confirmedRequest(request))
    }

    @Test func `only the permitted write leaves, while it is permitted`() throws {
        let device = PriorityDevice()
        let link = CommandingLink(device)
        let message = Self.message(.writeProperty(try Self.write()))
        #expect(throws: BACnetError.self) { try link.send(message, to: Self.peer.endpoint) }
        link.allow(try Self.write(), at: Self.peer)
        try link.send(message, to: Self.peer.endpoint)
        #expect(device.writes.count == 1)
        #expect(throws: BACnetError.self) { try link.send(message, to: Endpoint(address: 1, port: 47808)) }
        link.close()
        #expect(throws: BACnetError.self) { try link.send(message, to: Self.peer.endpoint) }
        #expect(device.writes.count == 1)
    }

    @Test func `nothing else leaves`() throws {
        let device = PriorityDevice()
        let link = CommandingLink(device)
        link.allow(try Self.write(), at: Self.peer)
        let object = try #require(ObjectIdentifier(.analogOutput, 5))
        let several = WritePropertyMultipleRequest([.init(object, [try Self.write().value])])
        var messages = try [
            Self.write(.real(41)), Self.write(.null), Self.write(at: 1), Self.write(at: nil),
            Self.write(.real(40), .outOfService), Self.write(.real(40), .presentValue, at: 8, 6),
        ].map { Self.message(.writeProperty($0)) }
        messages.append(Self.message(.writePropertyMultiple(several)))
        messages.append(Self.message(.readProperty(ReadPropertyRequest(object, PropertyReference(.presentValue)))))
        messages.append(
            BACnetMessage(bvll: .originalBroadcastNPDU, npdu: NPDU(), apdu: .unconfirmedRequest(.whoIs(WhoIs(nil)))))
        for message in messages {
            #expect(throws: BACnetError.self, "\(message)") { try link.send(message, to: Self.peer.endpoint) }
        }
        #expect(device.writes.isEmpty)
    }

    @Test func `streams carry reads and the permitted write`() throws {
        let stream = SimulatedStream(to: SimulatedModbusDevice(unit: 3))
        let permit = CommandPermit()
        let link = CommandingStream(link: stream, permit: permit)
        func octets(_ request: ModbusRequest, unit: UInt8 = 3) throws -> [UInt8] {
            try ModbusFrame(.tcp(transaction: 1), unit: unit, .request(request)).encoded()
        }
        let read = try octets(.read(.table(.coils, address: 7, quantity: 1)))
        let write = try octets(.write(.coil(address: 7, true)))
        try link.send(read, until: .seconds(1))
        permit.allow(.coil(address: 7, true), unit: 3)
        try link.send(write, until: .seconds(1))
        let others = try [
            octets(.write(.coil(address: 8, true))), octets(.write(.coil(address: 7, false))),
            octets(.write(.coil(address: 7, true)), unit: 4), octets(.write(.register(address: 7, 1))),
            octets(.write(.mask(address: 7, and: 0, or: 1))), octets(.read(.serverID)),
            octets(.diagnose(ModbusDiagnosis(.returnQueryData, data: [1]))), [1, 2, 3],
        ]
        for frame in others {
            let error = #expect(throws: LinkError.self) { try link.send(frame, until: .seconds(1)) }
            #expect(error?.code == .notAllowed)
        }
        permit.close()
        #expect(throws: LinkError.self) { try link.send(write, until: .seconds(1)) }
        #expect(stream.traffic.filter { if case .sent = $0 { true } else { false } }.count == 2)
    }

    @Test func `a device that lacks the single write gets the other one`() async throws {
        let order = try CommandOrder(CommandOrderTests.file(CommandOrderTests.pump))
        let server = Grudging()
        let commander = try ModbusCommander { server }
        try await commander.write(AuthorizedCommand(order.commands[0], of: order.digest))
        #expect(server.stream.device.coils[7] == true)
    }

    /// A device that knows no function 5.
    private struct Grudging: StreamLink {
        let stream: SimulatedStream

        init() {
            var device = SimulatedModbusDevice(unit: 3)
            device.coils[7] = false
            stream = SimulatedStream(to: device)
        }

        var now: Duration { stream.now }
        func wait(until moment: Duration) { stream.wait(until: moment) }
        func send(_ octets: [UInt8], until deadline: Duration) throws(LinkError) {
            var octets = octets
            // A value that the function does not have is refused; the answer below says why in other words.
            if octets[7] == 5 { octets[10] = 0x12 }
            try stream.send(octets, until: deadline)
        }
        func receive(into buffer: inout [UInt8], until deadline: Duration) throws(LinkError) -> Int {
            let start = buffer.count
            let count = try stream.receive(into: &buffer, until: deadline)
            if count > start + 8, buffer[start + 7] == 0x85 { buffer[start + 8] = 1 }
            return count
        }
        func drain() { stream.drain() }
        func close() { stream.close() }
    }
}
