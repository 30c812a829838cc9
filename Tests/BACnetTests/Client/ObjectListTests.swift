import BACnet
import FieldLinks
import SimulatedBuilding
import Testing

/// The list of a device's objects ends complete, whatever the device refuses.
@Suite struct ObjectListTests {
    @Test func `a short list comes as a whole`() throws {
        let building = try Building(objects: 20)
        let list = try building.reader().objectList(of: building.device, at: building.peer, maxAPDU: 1476)
        #expect(list.objects == building.objects && list.refusal == nil)
        #expect(building.network.sent.count == 1)
    }

    /// 502 objects at 480 octets take one refusal, one count, and at most ceil(502/25)+3 requests of ranges.
    @Test(arguments: [(502, 480, 24), (502, 1476, 24), (502, 206, 60), (90, 50, 60)] as [(UInt32, Int, Int)])
    func `a device that does not send in segments gives ranges`(count: UInt32, maxAPDU: Int, most: Int) throws {
        let building = try Building(objects: count - 1, maxAPDU: maxAPDU)
        let reader = building.reader()
        let list = try reader.objectList(of: building.device, at: building.peer, maxAPDU: maxAPDU)
        #expect(list.objects == building.objects && list.isComplete)
        #expect(list.refusal == .aborted(.segmentationNotSupported))
        #expect(building.count(.readPropertyMultiple) <= most)
        #expect(building.count(.readProperty) == 2)
        #expect(reader.observed(building.peer).givesWholeList == false)
    }

    @Test func `a device that says nothing to the whole list gives ranges`() throws {
        let building = try Building(objects: 60) { $0.faults.ignoresWholeList = true }
        let list = try building.reader().objectList(of: building.device, at: building.peer, maxAPDU: 1476)
        #expect(list.objects == building.objects && list.refusal == .timedOut)
    }

    @Test(arguments: [Segmentation.segmentedBoth, .segmentedTransmit])
    func `a device that sends in segments gives the whole list`(segmentation: Segmentation) throws {
        let building = try Building(objects: 501, segmentation: segmentation)
        let reader = building.reader()
        let list = try reader.objectList(of: building.device, at: building.peer, maxAPDU: 1476)
        #expect(list.objects == building.objects && list.refusal == nil)
        #expect(reader.requestCount == 1 && reader.observed(building.peer).sendsSegments == true)
    }

    /// It claims segments, sends the first, and then nothing: the list comes in ranges all the same.
    @Test func `a device that breaks off in the middle gives ranges`() throws {
        struct Breaking: LineDevice {
            var inner: BuildingDevice
            mutating func answer(_ octets: [UInt8]) -> [(Datagram, Duration)] {
                if case .segmentAck? = try? BACnetMessage.decode(datagram: octets).apdu { return [] }
                return inner.answer(octets)
            }
        }
        let objects = (0..<501 as Range<UInt32>).map {
            SimulatedObject(ObjectIdentifier(rawValue: $0), CharacterString("AI-\($0)"))
        }
        let device = try #require(SimulatedBACnetDevice(instance: 1001, objects, segmentation: .segmentedBoth))
        let reader = BACnetReader(over: BACnetIPLink(Line(Breaking(inner: BuildingDevice(device: device)))))
        let peer = BACnetPeer(Line<Breaking>.home)
        let list = try reader.objectList(of: device.identifier, at: peer, maxAPDU: 1476)
        #expect(list.objects.count == 502 && list.isComplete && list.refusal == .timedOut)
        #expect(reader.requestCount <= 2 + 1 + (502 + 24) / 25 + 3)
    }

    @Test func `a device without requests for several properties gives elements`() throws {
        let building = try Building(objects: 130, maxAPDU: 480) { $0.faults.rejectsMultiple = true }
        let reader = building.reader()
        let list = try reader.objectList(of: building.device, at: building.peer, maxAPDU: 480)
        #expect(list.objects == building.objects)
        #expect(building.count(.readPropertyMultiple) == 1)
        #expect(building.count(.readProperty) == 133)
        #expect(reader.observed(building.peer).readsMultiple == false)
    }

    @Test func `a device that says nothing to such requests gives elements`() throws {
        let building = try Building(objects: 130, maxAPDU: 480) { $0.faults.ignoresMultiple = true }
        let list = try building.reader().objectList(of: building.device, at: building.peer, maxAPDU: 480)
        #expect(list.objects == building.objects)
        #expect(building.count(.readPropertyMultiple) <= 24)
    }

    @Test func `a device that does not answer at all has no list`() throws {
        let building = try Building(objects: 3) { $0.faults.isDead = true }
        #expect(throws: BACnetError.timedOut) {
            try building.reader().objectList(of: building.device, at: building.peer, maxAPDU: 480)
        }
    }

    @Test func `a list beyond the limit is not read`() throws {
        let building = try Building(objects: 600, maxAPDU: 480)
        #expect(throws: BACnetError.tooLarge) {
            try building.reader().objectList(of: building.device, at: building.peer, maxAPDU: 480, limit: 500)
        }
    }
}
