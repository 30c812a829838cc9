import PhaseLoom
import Testing

@testable import BACnet

@Suite struct ReadoutTests {
    @Test func `an answer is shown with the names of the standard`() throws {
        let octets = BACnetFixtures.octets("810a0017010030010c0c0000000519553e444290999a3f")
        let json = try BACnetMessage.decode(datagram: octets).json
        #expect(json["bvll"]?["function"] == "original-unicast-npdu")
        #expect(json["npdu"]?["expects-reply"] == false)
        #expect(
            json["apdu"] == [
                "type": "complex-ack", "invoke-id": 1, "service": "read-property", "object": "analog-input,5",
                "property": "present-value", "values": [["real": 72.3]],
            ])
    }

    @Test(arguments: BACnetFixtures.messages.filter { !BACnetMessageTests.broken.contains($0.id) })
    func `every vector can be shown`(row: BACnetFixtures.Row) throws {
        let json = try BACnetFixtures.decode(row).json
        #expect(json["apdu"]?["type"] != nil)
    }
}
