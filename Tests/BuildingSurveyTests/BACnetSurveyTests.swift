import BACnet
import BuildingSurvey
import FieldLinks
import SimulatedBuilding
import Testing

@Suite struct BACnetSurveyTests {
    private let peer = BACnetPeer(Endpoint(address: 0x7F00_0002, port: 47900))

    private func network(_ change: (inout DeviceFaults) -> Void = { _ in }) throws -> SimulatedNetwork {
        var objects: [SimulatedObject] = []
        for number in 0..<UInt32(150) {
            let type: ObjectType = number % 2 == 0 ? .analogInput : .multiStateValue
            let value: BACnetValue = number % 2 == 0 ? .real(20.5) : .unsigned(2)
            objects.append(
                SimulatedObject(
                    try #require(ObjectIdentifier(type, number)), CharacterString("P-\(number)"),
                    [
                        .presentValue: [value], .units: [.enumerated(62)],
                        .stateText: ["Off", "On"].map {
                            .characterString(CharacterString($0))
                        },
                    ]))
        }
        var device = try #require(SimulatedBACnetDevice(instance: 5, objects, maxAPDU: 480))
        change(&device.faults)
        let network = SimulatedNetwork()
        network.add(device, at: peer)
        return network
    }

    private func survey(_ network: SimulatedNetwork) throws -> SurveyedDevice {
        let reader = BACnetReader(over: network)
        let sighting = try #require(try reader.find(at: peer).devices.first)
        return try BACnetSurvey().read(sighting, with: reader)
    }

    @Test func `every object is read with its name, value and what belongs to its type`() throws {
        let device = try survey(try network())
        #expect(device.objects.count == 151 && device.listError == nil && device.failures.isEmpty)
        let values = Dictionary(grouping: device.readings, by: \.target.reference.property)
        #expect(values[.objectName]?.count == 151)
        #expect(values[.presentValue]?.count == 150)
        #expect(values[.units]?.count == 75)
        #expect(values[.stateText]?.count == 75)
        #expect(device.observed.givesWholeList == false && device.observed.readsMultiple == true)
    }

    @Test func `two surveys of one device are equal`() throws {
        #expect(try survey(try network()) == survey(try network()))
    }

    @Test func `a device without requests for several properties gives the same`() throws {
        let device = try survey(try network { $0.rejectsMultiple = true })
        #expect(device.readings.map(\.target) == (try survey(try network())).readings.map(\.target))
        #expect(device.failures.isEmpty && device.observed.readsMultiple == false)
    }

    @Test(arguments: [false, true]) func `an object that cannot be read is named`(isSimple: Bool) throws {
        let silent = try #require(ObjectIdentifier(.analogInput, 10))
        let device = try survey(
            try network {
                $0.silent = [silent]
                $0.rejectsMultiple = isSimple
            })
        #expect(device.objects.count == 151)
        #expect(!device.failures.isEmpty && device.failures.allSatisfy { $0.target.object == silent })
    }

    @Test func `a trunk reads for whoever waits`() async throws {
        let network = try network()
        let trunk = try BACnetTrunk(over: network)
        let peer = peer
        let found = try await trunk.read { reader throws(BACnetError) in try reader.find(at: peer) }
        let sighting = try #require(found.devices.first)
        let device = try await trunk.read { reader throws(BACnetError) in
            try BACnetSurvey().read(sighting, with: reader)
        }
        #expect(device.objects.count == 151)
    }
}
