import BACnet
import SimulatedBuilding
import Testing

@Suite struct ReadBatchesTests {
    private func targets(_ building: Building) -> [PropertyTarget] {
        building.objects.dropFirst().flatMap { object in
            [.objectName, .presentValue, .units].map { PropertyTarget(object, PropertyReference($0)) }
        }
    }

    @Test(arguments: [50, 206, 480, 1476])
    func `values come in the order in which they were asked`(maxAPDU: Int) throws {
        let building = try Building(objects: 40, maxAPDU: maxAPDU)
        let readings = try building.reader().read(targets(building), at: building.peer, maxAPDU: maxAPDU)
        #expect(readings.map(\.target) == targets(building))
        for (number, reading) in readings.enumerated() where number % 3 == 1 {
            #expect(reading.outcome == .success([.real(Float(number / 3))]))
        }
        #expect(readings.allSatisfy { (try? $0.outcome.get()) != nil })
    }

    /// One object that spoils a request of *n* costs log2(*n*) requests to find and one to read alone, and once more the
    /// one for what was left over.
    @Test(arguments: 0..<32)
    func `an object that spoils a request costs a few more`(place: Int) throws {
        let building = try Building(objects: 32) { device in
            device.faults.spoilers = [ObjectIdentifier(rawValue: UInt32(place))]
        }
        let wanted = building.objects.dropFirst().map { PropertyTarget($0, PropertyReference(.presentValue)) }
        let readings = try building.reader().read(wanted, at: building.peer, maxAPDU: 1476)
        #expect(readings.allSatisfy { (try? $0.outcome.get()) != nil })
        let whole = 1, log2 = 5
        #expect(building.network.sent.count - whole <= log2 + 2)
        #expect(building.count(.readProperty) <= 3)
    }

    /// All properties of an object stay together when requests are halved, so that it spoils only one.
    @Test(arguments: [0, 1, 13, 26, 27, 28, 250, 499])
    func `an object with several properties spoils one request of many`(place: UInt32) throws {
        func requests(_ spoilers: Set<ObjectIdentifier>) throws -> Int {
            let building = try Building(objects: 500) { $0.faults.spoilers = spoilers }
            let readings = try building.reader().read(targets(building), at: building.peer, maxAPDU: 1476)
            #expect(readings.allSatisfy { (try? $0.outcome.get()) != nil })
            return building.network.sent.count
        }
        let (plain, spoiled) = (try requests([]), try requests([ObjectIdentifier(rawValue: place)]))
        #expect(plain <= 500 / 25)
        // 28 objects in a request: 5 requests to find the one, one for each of its properties, one for what is left.
        #expect(spoiled - plain <= 5 + 3 + 1)
    }

    /// The arithmetic of the domain: 16 octets for each value of its own object, after a header of 3.
    @Test(arguments: [(480, 29), (1476, 92)])
    func `as many values go into a request as the answer holds`(maxAPDU: Int, count: Int) throws {
        let building = try Building(objects: 300, maxAPDU: maxAPDU)
        let wanted = building.objects.dropFirst().map { PropertyTarget($0, PropertyReference(.presentValue)) }
        _ = try building.reader().read(wanted, at: building.peer, maxAPDU: maxAPDU)
        #expect(building.network.sent.count == (300 + count - 1) / count)
    }

    @Test func `an object that the device never speaks of is named, and no other is lost`() throws {
        let building = try Building(objects: 30) { device in
            device.faults.silent = [ObjectIdentifier(rawValue: 17)]
        }
        let readings = try building.reader().read(targets(building), at: building.peer, maxAPDU: 480)
        let failed = readings.filter { (try? $0.outcome.get()) == nil }
        #expect(Set(failed.map(\.target.object)) == [ObjectIdentifier(rawValue: 17)])
        #expect(failed.allSatisfy { $0.outcome == .failure(.timedOut) } && failed.count == 3)
    }

    @Test func `a property that an object does not have fails alone`() throws {
        let building = try Building(objects: 2)
        let wanted = [PropertyIdentifier.objectName, .stateText, .presentValue].map {
            PropertyTarget(building.objects[1], PropertyReference($0))
        }
        let readings = try building.reader().read(wanted, at: building.peer, maxAPDU: 480)
        #expect(readings[1].outcome == .failure(.error(ErrorClass.property, .unknownProperty)))
        #expect(readings[2].outcome == .success([.real(0)]))
        #expect(building.network.sent.count == 1)
    }

    @Test func `a device that stops answering ends the work soon`() throws {
        let building = try Building(objects: 400) { $0.faults.isDead = true }
        let readings = try building.reader().read(targets(building), at: building.peer, maxAPDU: 480)
        #expect(readings.count == 1200)
        #expect(readings.last?.outcome == .failure(.resting))
        #expect(building.network.sent.count <= 30)
    }
}
