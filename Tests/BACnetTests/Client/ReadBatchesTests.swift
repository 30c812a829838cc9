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

    /// One object that spoils a request of 32 costs the requests that halve it: 5, and the one that reads it alone.
    @Test(arguments: 0..<32)
    func `an object that spoils a request costs a few more`(place: Int) throws {
        let building = try Building(objects: 32) { device in
            device.faults.spoilers = [device[ObjectIdentifier(rawValue: UInt32(place))]?.identifier ?? .anyDevice]
        }
        let wanted = building.objects.dropFirst().map { PropertyTarget($0, PropertyReference(.presentValue)) }
        let readings = try building.reader().read(wanted, at: building.peer, maxAPDU: 1476)
        #expect(readings.allSatisfy { (try? $0.outcome.get()) != nil })
        let whole = 1
        #expect(building.count(.readPropertyMultiple) - whole <= 5 + 5)
        #expect(building.count(.readProperty) == 1)
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
