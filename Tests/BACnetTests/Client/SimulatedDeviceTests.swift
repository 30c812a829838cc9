import BACnet
import FieldLinks
import SimulatedBuilding
import Testing

/// The client against devices that were written by somebody else from the same standard.
@Suite struct SimulatedDeviceTests {
    /// A building whose inputs tell changes of half a unit.
    private static func telling(
        _ count: UInt32, _ change: (inout SimulatedBACnetDevice) -> Void = { _ in }
    ) throws -> Building {
        try Building(objects: count) { device in
            for number in 0..<count {
                device[ObjectIdentifier(rawValue: number)]?.properties[.covIncrement] = [.real(0.5)]
            }
            change(&device)
        }
    }

    @Test func `changes are told as they happen, and no longer once the watch ends`() throws {
        let building = try Self.telling(3)
        let reader = building.reader()
        let watch = ChangeWatch(reader)
        let subscription = watch.add(building.objects[2], at: building.peer)
        guard case .told(subscription, let first)? = try watch.next(until: .seconds(5)) else {
            Issue.record("the present values are not told")
            return
        }
        #expect(first.first?.values == [.real(1)])
        building.network.change(at: building.peer) { device in
            device[building.objects[2]]?.properties[.presentValue] = [.real(77)]
        }
        guard case .told(subscription, let second)? = try watch.next(until: reader.now + .seconds(5)) else {
            Issue.record("the change is not told")
            return
        }
        #expect(second.first?.values == [.real(77)])
        try watch.end()
        building.network.change(at: building.peer) { device in
            device[building.objects[2]]?.properties[.presentValue] = [.real(5)]
        }
        #expect(try reader.nextChange(until: reader.now + .seconds(5)) == nil)
    }

    @Test(arguments: [false, true]) func `a device without room is polled instead`(isConfirmed: Bool) throws {
        let building = try Self.telling(4) { $0.subscriptionLimit = 2 }
        var plan = WatchPlan()
        plan.isConfirmed = isConfirmed
        let watch = ChangeWatch(building.reader(), plan)
        let subscriptions = building.objects.dropFirst().map { watch.add($0, at: building.peer) }
        var events: [ChangeEvent] = []
        while let event = try watch.next(until: .seconds(20)) { events.append(event) }
        #expect(watch.subscriptions == Array(subscriptions.prefix(2)))
        #expect(
            events.filter { if case .polling = $0 { true } else { false } }
                == subscriptions.suffix(2).map { .polling($0, .noSpace) })
        let receipts = building.network.sent.count {
            if case .simpleAck = $0.message.apdu { true } else { false }
        }
        #expect(receipts == (isConfirmed ? 2 : 0))
    }

    @Test(arguments: [206, 1476]) func `a log is read to its end`(maxAPDU: Int) throws {
        let day = try #require(BACnetDate(rawValue: 0x7E0B_1506))
        let records = try (0..<200).map { number in
            let time = try #require(BACnetTime(hour: number / 60, minute: number % 60, second: 0))
            return SimulatedLog.Record(BACnetDateTime(day, time), .real(Float(number)))
        }
        let identifier = try #require(ObjectIdentifier(.trendLog, 1))
        var object = SimulatedObject(identifier, "log")
        object.log = SimulatedLog(records, firstSequence: 1001)
        let building = try Building(objects: 1, maxAPDU: maxAPDU) { $0[identifier] = object }
        let reader = building.reader()
        let start = BACnetDateTime(day, try #require(BACnetTime(hour: 0, minute: 9, second: 59)))
        let ranges: [(ReadRangeRequest.Range, Range<Int>)] = [
            (.position(1, count: 200), 0..<200), (.sequence(1150, count: 500), 149..<200),
            (.time(start, count: 100), 10..<110),
        ]
        for (range, places) in ranges {
            let reading = try reader.records(of: identifier, range, at: building.peer)
            #expect(reading.records.map(\.content) == places.map { .value(.real(Float($0))) })
            #expect(reading.records.first?.time == records[places.lowerBound].time && reading.isComplete)
        }
    }

    @Test func `who has an object is found by its name`() throws {
        let building = try Building(objects: 5)
        let everyone = BACnetPeer(building.network.broadcast)
        let found = try building.reader().holders(of: .name("AI-3"), at: everyone, asBroadcast: true)
        #expect(found.map(\.peer) == [building.peer] && found.map(\.answer.object) == [building.objects[4]])
        #expect(try building.reader().holders(of: .name("AI-9"), at: everyone, asBroadcast: true).isEmpty)
    }

    /// Segments lost once, too long ones, and windows of one: the list comes whole in all cases.
    @Test(arguments: [1, 2, 16, 127] as [UInt8]) func `segments that get lost come again`(window: UInt8) throws {
        let building = try Building(objects: 3000, segmentation: .segmentedBoth) { device in
            device.window = window
            device.faults.lostSegments = [1, 3, 4, 9]
            device.faults.oversizeSegments = 5
        }
        let reader = building.reader()
        let list = try reader.objectList(of: building.device, at: building.peer, maxAPDU: 1476)
        #expect(list.objects == building.objects)
        #expect(list.refusal == nil)
        #expect(reader.remarks.map(\.kind).contains(.oversizeSegment))
    }

    @Test func `a long request goes to the device in segments, and its answer comes in some`() throws {
        let building = try Building(objects: 200, maxAPDU: 206, segmentation: .segmentedBoth)
        let reader = building.reader()
        _ = try reader.find(at: building.peer)
        let request = ReadPropertyMultipleRequest(
            building.objects.dropFirst().map { .init($0, [PropertyReference(.presentValue)]) })
        guard case .readPropertyMultiple(let ack) = try reader.perform(.properties(request), at: building.peer) else {
            Issue.record("another service")
            return
        }
        #expect(ack.results.map(\.object) == Array(building.objects.dropFirst()))
        let seen = reader.observed(building.peer)
        #expect(seen.sendsSegments == true && seen.receivesSegments == true && !seen.contradictsItself)
    }

    @Test func `a device that claims segments and has none is read all the same, and told`() throws {
        let building = try Building(objects: 501) { $0.faults.claimedSegmentation = .segmentedBoth }
        let reader = building.reader()
        let found = try reader.find(at: building.peer)
        #expect(found.devices.map(\.segmentation) == [.segmentedBoth])
        let list = try reader.objectList(of: building.device, at: building.peer, maxAPDU: 1476)
        #expect(list.objects == building.objects)
        #expect(reader.observed(building.peer).contradictsItself)
    }
}
