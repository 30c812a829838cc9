import BACnet
import BuildingPoints
import FieldLinks
import PhaseLoom
import SimulatedBuilding
import Testing

@testable import BuildingSurvey

/// Expected values: the properties as ANSI/ASHRAE 135-2020, clauses 12 and 21, describes them.
@Suite struct DeviceRecordTests {
    private let peer = BACnetPeer(
        Endpoint(address: 0x0A00_0007, port: 47808), route: NetworkAddress(network: 3, address: [0x1F]))

    private func object(
        _ type: ObjectType, _ properties: [PropertyIdentifier: [BACnetValue]], _ name: CharacterString = "P-1"
    ) throws -> SimulatedObject {
        SimulatedObject(try #require(ObjectIdentifier(type, 1)), name, properties)
    }

    private func surveyed(
        _ objects: [SimulatedObject], depth: SurveyDepth = .full, maxAPDU: Int = 1476,
        _ change: (inout SimulatedBACnetDevice) -> Void = { _ in }
    ) throws -> SurveyedDevice {
        var device = try #require(SimulatedBACnetDevice(instance: 5, objects, maxAPDU: maxAPDU))
        change(&device)
        let network = SimulatedNetwork()
        network.add(device, at: peer)
        let reader = BACnetReader(over: network)
        let sighting = try #require(try reader.find(at: peer).devices.first)
        return try BACnetSurvey(depth: depth).read(
            sighting, with: reader, clock: { Timestamp(milliseconds: 1_795_000_000_000) })
    }

    private func record(
        _ type: ObjectType, _ properties: [PropertyIdentifier: [BACnetValue]]
    ) throws -> InventoryObject {
        let device = InventoryDevice(try surveyed([try object(type, properties)]))
        return try #require(device.objects.first { $0.identifier.type == type })
    }

    @Test func `every field of a device is recorded`() throws {
        let device = InventoryDevice(
            try surveyed([]) { device in
                device[device.identifier]?.properties.merge([
                    .description: [.characterString("Roof")], .location: [.characterString("Plant room 2")],
                    .vendorName: [.characterString("Acme")], .modelName: [.characterString("M-1")],
                    .firmwareRevision: [.characterString("1.2")],
                    .applicationSoftwareVersion: [.characterString("7")], .protocolVersion: [.unsigned(1)],
                    .protocolRevision: [.unsigned(22)], .databaseRevision: [.unsigned(9)],
                    .protocolServicesSupported: [
                        .bitString(BitString((0..<49).map { [5, 12, 26, 34, 48].contains($0) }))
                    ],
                    .protocolObjectTypesSupported: [
                        .bitString(BitString((0..<70).map { [0, 8, 64, 69].contains($0) }))
                    ],
                ]) { $1 }
            })
        #expect(device.instance == 5 && device.address == "10.0.0.7:47808" && device.network == 3)
        #expect(device.mac == [0x1F] && device.name == "SIM-5" && device.description == "Roof")
        #expect(device.location == "Plant room 2" && device.vendorIdentifier == 999 && device.vendorName == "Acme")
        #expect(device.modelName == "M-1" && device.firmwareRevision == "1.2" && device.applicationSoftware == "7")
        #expect(device.protocolVersion == 1 && device.protocolRevision == 22 && device.databaseRevision == 9)
        #expect(device.maxAPDU == 1476 && device.segmentation == .noSegmentation)
        #expect(device.services == ["subscribe-cov", "read-property", "i-am", "who-is", "you-are"])
        #expect(device.objectTypes.map(\.name) == ["analog-input", "device", "color-temperature", "reserved-69"])
        #expect(device.faults == [] && device.objects.map(\.identifier.type) == [.device])
    }

    @Test func `every field of an object is recorded`() throws {
        let object = try record(
            .analogValue,
            [
                .description: [.characterString("Supply air")], .presentValue: [.real(20.1)], .units: [.enumerated(62)],
                .statusFlags: [.bitString(BitString([true, false, true, false]))], .outOfService: [.boolean(true)],
                .reliability: [.enumerated(4)], .eventState: [.enumerated(2)], .covIncrement: [.real(0.5)],
                .priorityArray: Array(repeating: .null, count: 16),
            ])
        #expect(object.name == "P-1" && object.description == "Supply air" && object.presentValue == .real(20.1))
        #expect(object.units == EngineeringUnits(62) && object.statusFlags == [.inAlarm, .overridden])
        #expect(object.outOfService == true && object.reliability == 4 && object.eventState == 2)
        #expect(object.covIncrement == 0.5 && object.isCommandable == true)
        #expect(object.valueTime == Timestamp(milliseconds: 1_795_000_000_000) && object.readErrors == [])
    }

    /// ANSI/ASHRAE 135-2020, clause 12.1.5: element 0 of an array is its size.
    @Test(
        arguments: [
            (.success([.unsigned(16)]), true), (.failure(.error(.property, .unknownProperty)), false),
            (.failure(.timedOut), nil),
        ] as [(Result<[BACnetValue], BACnetError>, Bool?)])
    func `the size of the priority array tells whether there is one`(
        outcome: Result<[BACnetValue], BACnetError>, isCommandable: Bool?
    ) throws {
        var readings = ObjectReadings()
        readings.take(
            PropertyReference(.priorityArray, index: 0), ObjectReadings.Entry(outcome: outcome, time: nil))
        let object = InventoryObject(ObjectIdentifier(rawValue: 2 << 22 | 1), readings)
        #expect(object.isCommandable == isCommandable)
    }

    @Test func `states have their texts`() throws {
        let several = try record(
            .multiStateInput,
            [
                .presentValue: [.unsigned(2)], .numberOfStates: [.unsigned(3)],
                .stateText: ["Off", "Low", "High"].map { .characterString(CharacterString($0)) },
            ])
        #expect(several.stateTexts == ["Off", "Low", "High"] && several.numberOfStates == 3)
        #expect(several.stateText == "Low" && several.isCommandable == false)
        let two = try record(
            .binaryValue, [.presentValue: [.enumerated(1)], .activeText: [.characterString("Running")]])
        #expect(two.stateTexts == ["", "Running"] && two.stateText == "Running" && two.isCommandable == false)
    }

    @Test func `every kind of value stays what it is`() throws {
        let values: [(BACnetValue, PointValue)] = [
            (.null, .null), (.boolean(true), .boolean(true)), (.unsigned(.max), .unsigned(.max)),
            (.signed(-3), .signed(-3)), (.double(1e300), .real(1e300)), (.enumerated(7), .enumerated(7)),
            (.characterString("ä"), .text("ä")), (.bitString(BitString([true, false])), .bits([true, false])),
            (.objectIdentifier(ObjectIdentifier(rawValue: 5)), .other("analog-input,5")),
            (.octetString([1, 255]), .other(#"{"octet-string":"01ff"}"#)),
            (.constructed(2, [.null]), .other(#"{"tag":2,"values":[{"null":null}]}"#)),
        ]
        for (value, expected) in values {
            let object = try record(ObjectType(200), [.presentValue: [value]])
            #expect(object.presentValue == expected)
        }
        let several = try record(ObjectType(200), [.presentValue: [.unsigned(1), .unsigned(2)]])
        #expect(several.presentValue == .other("1 2"))
        let none = try record(.analogInput, [.presentValue: [.real(.nan)]])
        #expect(none.presentValue?.number?.isNaN == true)
    }

    @Test func `what is of another type is told, and a missing property is no fault`() throws {
        let object = try record(
            .analogInput, [.presentValue: [.real(1)], .units: [.characterString("°C")], .statusFlags: [.null]])
        #expect(object.units == nil && object.presentValue == .real(1))
        #expect(
            object.readErrors == [
                InventoryFault(subject: "units", code: "wrong-type", remark: "it holds '°C'"),
                InventoryFault(subject: "status-flags", code: "wrong-type", remark: "it holds 'null'"),
            ])
    }

    @Test func `an object that says nothing is one fault`() throws {
        let spoiler = try object(.analogInput, [.presentValue: [.real(1)]])
        let device = InventoryDevice(try surveyed([spoiler]) { $0.faults.silent = [spoiler.identifier] })
        let record = try #require(device.objects.first { $0.identifier == spoiler.identifier })
        #expect(record.readErrors == [InventoryFault(subject: "all", code: "time-out")])
        #expect(record.name == nil && device.objects.count == 2)
    }

    @Test func `a device without its list still has its own record`() throws {
        let surveyed = try surveyed([]) { $0[$0.identifier]?.properties[.objectList] = [.null] }
        let device = InventoryDevice(surveyed)
        #expect(device.name == "SIM-5" && device.objects.map(\.identifier.type) == [.device])
        #expect(device.faults == [InventoryFault(subject: "object-list[1]", code: "wrong-type")])
    }

    @Test(arguments: [(480, ObservedSegmentation?.some(.refused)), (1476, nil)])
    func `what was seen of segmentation is recorded`(maxAPDU: Int, expected: ObservedSegmentation?) throws {
        let objects = (0..<150).map {
            SimulatedObject(ObjectIdentifier(rawValue: $0), CharacterString("P-\($0)"), [.presentValue: [.real(1)]])
        }
        let device = InventoryDevice(try surveyed(objects, maxAPDU: maxAPDU))
        #expect(device.observedSegmentation == expected && device.objects.count == 151)
        let silent = InventoryDevice(try surveyed(objects, maxAPDU: maxAPDU) { $0.faults.ignoresWholeList = true })
        #expect(silent.observedSegmentation == .silent)
    }

    @Test func `a second survey of an unchanged device has an equal fingerprint`() throws {
        let objects = (0..<30).map {
            SimulatedObject(
                ObjectIdentifier(rawValue: $0 << 22 | $0), CharacterString("P-\($0)"),
                [.presentValue: [.real(Float($0))], .units: [.enumerated($0)]])
        }
        func fingerprint(_ objects: [SimulatedObject], _ reliability: UInt32) throws -> Digest {
            let device = try surveyed(objects) { device in
                for object in objects {
                    device[object.identifier]?.properties[.reliability] = [.enumerated(reliability)]
                }
            }
            return PointInventory(devices: [InventoryDevice(device)]).fingerprint
        }
        let first = try fingerprint(objects, 0)
        #expect(try first == fingerprint(objects.reversed(), 1))
        #expect(try first != fingerprint(Array(objects.dropLast()), 0))
    }

    @Test func `a brief survey reads name, value and units`() throws {
        let properties: [PropertyIdentifier: [BACnetValue]] = [
            .presentValue: [.real(1)], .units: [.enumerated(62)], .description: [.characterString("x")],
        ]
        let device = InventoryDevice(try surveyed([try object(.analogValue, properties)], depth: .brief))
        let record = try #require(device.points.first)
        #expect(record.name == "P-1" && record.presentValue == .real(1) && record.units?.number == 62)
        #expect(record.description == nil && record.isCommandable == nil && record.readErrors == [])
    }

    @Test(arguments: [
        (BACnetError.error(.property, .readAccessDenied), "error property read-access-denied", ""),
        (.rejected(.unrecognizedService), "reject unrecognized-service", ""),
        (.aborted(.segmentationNotSupported), "abort segmentation-not-supported", ""), (.timedOut, "time-out", ""),
        (.resting, "resting", ""), (.tooLarge, "too-large", ""), (.unexpected("odd"), "unexpected", "odd"),
        (.link(LinkError(.unreachable, "no way")), "link", "no way"),
    ]) func `each reason has a code`(error: BACnetError, code: String, remark: String) {
        #expect(InventoryFault("x", error) == InventoryFault(subject: "x", code: code, remark: remark))
    }
}
