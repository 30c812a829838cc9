import BACnet
import FieldLinks
import Testing

@Suite struct ObjectSightingTests {
    private static let object = ObjectIdentifier(rawValue: 3)

    private static func answer(_ device: UInt32, from port: UInt16) -> Datagram {
        let answer = IHave(device: ObjectIdentifier(rawValue: 8 << 22 | device), object: object, name: "OATemp")
        return ScriptedDevice.datagram(
            .unconfirmedRequest(.iHave(answer)), from: Endpoint(address: 0x7F00_0003, port: port))
    }

    @Test(arguments: [WhoHas.Wanted.identifier(object), .name("OATemp")])
    func `all who have an object tell, and none is picked`(object: WhoHas.Wanted) throws {
        let line = Line(
            ScriptedDevice { _, _ in
                [Self.answer(9, from: 1), Self.answer(4, from: 3), Self.answer(4, from: 2), Self.answer(9, from: 1)]
            })
        let reader = BACnetReader(over: BACnetIPLink(line))
        let found = try reader.holders(
            of: object, range: 1...100, at: BACnetPeer(Line<ScriptedDevice>.home), asBroadcast: true)
        #expect(found.map(\.answer.device.instance) == [4, 4, 9])
        #expect(found.map(\.peer.endpoint.port) == [2, 3, 1])
        #expect(line.messages == [.unconfirmedRequest(.whoHas(WhoHas(object, range: 1...100)))])
        #expect(line.now >= .seconds(1))
    }

    @Test func `other news stay for who waits for them`() throws {
        let announcement = IAm(
            device: ObjectIdentifier(rawValue: 8 << 22 | 5), maxAPDU: 480, segmentation: .noSegmentation, vendor: 1)
        let line = Line(
            ScriptedDevice { _, _ in
                [ScriptedDevice.datagram(.unconfirmedRequest(.iAm(announcement))), Self.answer(9, from: 1)]
            })
        let reader = BACnetReader(over: BACnetIPLink(line))
        let peer = BACnetPeer(Line<ScriptedDevice>.home)
        #expect(try reader.holders(of: .name("x"), at: peer, asBroadcast: false).count == 1)
        #expect(try reader.nextAnnouncement(until: line.now)?.device == announcement)
    }
}
