import BACnet
import FieldLinks
import SimulatedBuilding
import Testing

@Suite struct BACnetExchangeTests {
    private func name(_ building: Building) -> PropertyTarget {
        PropertyTarget(building.device, PropertyReference(.objectName))
    }

    @Test(arguments: [nil, NetworkAddress(network: 7, address: [3])])
    func `a property is read, of a device on the network or behind a router`(route: NetworkAddress?) throws {
        let building = try Building(objects: 1, behind: route)
        let values = try building.reader().read(name(building), at: building.peer)
        #expect(values == [.characterString("SIM-1001")])
        #expect(building.network.sent.map(\.message.npdu?.destination) == [route])
    }

    @Test func `a request that is lost is sent again with the same invoke id`() throws {
        let building = try Building(objects: 1) { $0.faults.lostRequests = 2 }
        _ = try building.reader().read(name(building), at: building.peer)
        let messages = building.network.sent.map(\.message)
        #expect(messages.count == 3 && messages.allSatisfy { $0 == messages[0] })
        #expect(building.network.sent.map(\.time) == [.zero, .seconds(1), .seconds(3)])
    }

    @Test func `a device that never answers costs a bounded time, and rests then`() throws {
        let building = try Building(objects: 1) { $0.faults.isDead = true }
        let reader = building.reader { $0.breaker = CircuitBreaker(threshold: 2, rest: .seconds(30)) }
        for _ in 0..<2 {
            #expect(throws: BACnetError.timedOut) { try reader.read(name(building), at: building.peer) }
        }
        #expect(reader.now == .seconds(14))
        #expect(throws: BACnetError.resting) { try reader.read(name(building), at: building.peer) }
        #expect(building.network.sent.count == 6)
    }

    @Test(arguments: [false, true])
    func `an answer from another port counts only if that is wanted, and is told`(isWanted: Bool) throws {
        let other = Endpoint(address: 0x7F00_0001, port: 5000)
        let building = try Building(objects: 1) { $0.faults.answersFrom = other }
        let reader = building.reader { $0.takesAnswersFromElsewhere = isWanted }
        if isWanted {
            #expect(try reader.read(name(building), at: building.peer) == [.characterString("SIM-1001")])
        } else {
            #expect(throws: BACnetError.timedOut) { try reader.read(name(building), at: building.peer) }
        }
        #expect(reader.remarks.map(\.kind) == [.answerFromElsewhere])
        #expect(reader.remarks.map(\.source) == [other])
    }

    @Test func `an answer that comes too late is not taken for that to the next request`() throws {
        let building = try Building(objects: 2) { $0.faults.delay = .milliseconds(1500) }
        let reader = building.reader { $0.patience = Patience(first: .seconds(1), attempts: 1) }
        #expect(throws: BACnetError.timedOut) { try reader.read(name(building), at: building.peer) }
        let target = PropertyTarget(building.objects[2], PropertyReference(.objectName))
        #expect(throws: BACnetError.timedOut) { try reader.read(target, at: building.peer) }
        #expect(reader.remarks.map(\.kind) == [.stray])
    }

    @Test func `what cannot be read is told`() throws {
        let building = try Building(objects: 1) { $0.faults.isGarbled = true }
        let reader = building.reader()
        #expect(throws: BACnetError.timedOut) { try reader.read(name(building), at: building.peer) }
        #expect(reader.remarks.map(\.kind) == [.malformed])
    }

    @Test func `requests keep the pace`() throws {
        let building = try Building(objects: 1)
        let reader = building.reader { $0.pace = Pace(rate: 4) }
        for _ in 0..<9 { _ = try reader.read(name(building), at: building.peer) }
        let times = building.network.sent.map(\.time)
        #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= .milliseconds(250) })
    }

    @Test func `errors of the device are those of the standard`() throws {
        let building = try Building(objects: 1)
        let reader = building.reader()
        let absent = try #require(ObjectIdentifier(.analogInput, 999))
        #expect(throws: BACnetError.error(ErrorClass.object, .unknownObject)) {
            try reader.read(PropertyTarget(absent, PropertyReference(.presentValue)), at: building.peer)
        }
        #expect(throws: BACnetError.error(ErrorClass.property, .unknownProperty)) {
            try reader.read(PropertyTarget(building.objects[1], PropertyReference(.priorityArray)), at: building.peer)
        }
    }

    @Test func `whoever is there tells, and no other instance`() throws {
        let building = try Building(objects: 1)
        let reader = building.reader()
        let everyone = BACnetPeer(building.network.broadcast)
        try reader.ask(1000...1002, at: everyone, asBroadcast: true)
        let found = try reader.nextAnnouncement(until: .seconds(1))
        #expect(found?.peer == building.peer && found?.device.device == building.device)
        try reader.ask(1...2, at: everyone, asBroadcast: true)
        #expect(try reader.nextAnnouncement(until: .seconds(2)) == nil)
        #expect(building.network.sent.map(\.message.bvll) == [.originalBroadcastNPDU, .originalBroadcastNPDU])
    }

    @Test func `the wildcard instance reads the device that is asked`() throws {
        let building = try Building(objects: 1) { $0.faults.ignoresWhoIs = true }
        let target = PropertyTarget(.anyDevice, PropertyReference(.objectIdentifier))
        #expect(try building.reader().read(target, at: building.peer) == [.objectIdentifier(building.device)])
    }
}
