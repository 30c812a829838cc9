@testable import BACnet
import FieldLinks
import Synchronization
import Testing

@Suite struct TrunkGroupsTests {
    private func peer(_ number: UInt16, _ network: UInt16? = nil, _ address: UInt8 = 1) -> BACnetPeer {
        BACnetPeer(
            Endpoint(address: 0x7F00_0001, port: number),
            route: network.map { NetworkAddress(network: $0, address: [address]) })
    }

    @Test func `devices on one network behind one router share a trunk`() {
        let peers = [peer(1), peer(2, 7, 1), peer(2, 7, 2), peer(2, 8), peer(1), peer(3, 7)]
        #expect(BACnetTrunk.groups(of: peers) == [[0, 4], [1, 2], [3], [5]])
    }

    @Test(arguments: [0, 1, 3, 100]) func `every device is read once, in the order that was asked for`(
        limit: Int
    ) async throws {
        let peers = (0..<40 as Range<UInt16>).map { peer($0 / 2) }
        let opened = Mutex(0)
        let results = await BACnetTrunk.readEach(peers, atOnce: limit) { () throws(LinkError) in
            opened.withLock { $0 += 1 }
            return try BACnetTrunk(over: BACnetIPLink(Line(ScriptedDevice { _, _ in [] })))
        } work: { _, peer throws(BACnetError) in
            if peer.endpoint.port == 3 { throw .timedOut }
            return peer.endpoint.port
        }
        #expect(opened.withLock { $0 } == 20)
        for (number, result) in results.enumerated() {
            #expect(result == (number / 2 == 3 ? .failure(.timedOut) : .success(UInt16(number / 2))))
        }
    }

    @Test func `a trunk that cannot be opened fails for its devices alone`() async {
        let results = await BACnetTrunk.readEach([peer(1), peer(2)]) { () throws(LinkError) in
            try BACnetTrunk.open(local: Endpoint(address: 0xC000_0201, port: 0))
        } work: { _, _ in
            1
        }
        #expect(
            results.allSatisfy { if case .failure(.link(let error)) = $0 { error.code == .notFound } else { false } })
    }
}
