import BACnet
import BuildingPoints
import BuildingSurvey
import FieldLinks
import Modbus
import SimulatedBuilding
import Testing

/// The office is read as a survey reads a building, and its planted defects are found.
@Suite struct SimulatedOfficeTests {
    private func inventory(_ office: SimulatedOffice = SimulatedOffice()) throws -> PointInventory {
        let network = SimulatedNetwork()
        network.add(office.site)
        let reader = BACnetReader(over: network)
        let sweep = try reader.sweep(broadcast: network.broadcast, network: .everywhere)
        var inventory = PointInventory(site: "office")
        for sighting in sweep.devices {
            inventory.devices.append(InventoryDevice(try BACnetSurvey().read(sighting, with: reader)))
        }
        return inventory.inOrder
    }

    @Test func `all devices are found, those behind the router too`() throws {
        let devices = try inventory().devices
        #expect(devices.map(\.instance) == [1001, 2101, 2102, 2103, 2104, 2104])
        #expect(devices.map(\.network) == [nil, 20, 20, 20, 20, nil])
        #expect(devices.map(\.objects.count) == [22, 7, 7, 7, 7, 13])
        #expect(devices.allSatisfy { $0.faults.isEmpty && $0.name != nil && $0.protocolRevision == 14 })
    }

    @Test func `the office is the same for the same seed, and has other values for another`() throws {
        let first = try inventory()
        #expect(try inventory() == first)
        var other = SimulatedOffice()
        other.seed = 2
        #expect(try inventory(other) != first)
    }

    @Test(arguments: [0, 500]) func `the first device has as many objects as are wanted`(objects: Int) throws {
        var office = SimulatedOffice()
        (office.objects, office.maxAPDU, office.segmentation) = (objects, 480, .noSegmentation)
        let device = try #require(try inventory(office).devices.first)
        #expect(device.objects.count == max(22, objects + 1))
        #expect(device.maxAPDU == 480 && device.segmentation == .noSegmentation)
    }

    @Test func `checks find what is planted in the devices`() throws {
        let inventory = try inventory()
        var (list, _) = EDEList.made(from: inventory, project: "office")
        // A clash is told once by the baseline; the list holds the points of one of the two.
        list.points.removeAll { $0.device == 2104 && $0.object.type == .binaryOutput }
        let octets = Array(list.export().points.utf8)
        let reading = EDEList.read(octets, file: "office_EDE.csv")
        let check = DesignCheck(IntegrationDesign(baseline: inventory, lists: [reading]))
        let found = Set(check.findings.map(\.rule.id))
        for rule in ["duplicate-device-instance", "duplicate-name", "implausible-unit"] {
            #expect(found.contains(rule), "\(rule) is not among \(found.sorted())")
        }
    }

    @Test func `checks find the units, the states and the texts that are planted`() throws {
        let inventory = try inventory()
        let (list, _) = EDEList.made(from: inventory, project: "office")
        let export = list.export()
        let texts = EDESideFile(.stateTexts, Array(export.stateTexts.utf8), file: "office_StateTexts.csv")
        func found(_ points: String) -> [PointFinding] {
            let reading = EDEList.read(Array(points.utf8), file: "office_EDE.csv", sides: [texts])
            return DesignCheck(IntegrationDesign(baseline: inventory, lists: [reading])).findings
        }
        let findings = found(export.points)
        func only(_ rule: String, in findings: [PointFinding]) throws -> PointFinding {
            let fitting = findings.filter { $0.rule.id == rule }
            return try #require(fitting.count == 1 ? fitting.first : nil, "\(rule): \(fitting.count) findings")
        }
        let units = try only("unit-mix", in: findings)
        #expect(units.message == "temperatures stand in 62 degrees-celsius and 64 degrees-fahrenheit")
        #expect(units.evidence.contains { $0.device == 2104 && $0.object == "analog-input,1" })
        let states = try only("state-count", in: findings)
        #expect(states.message == "3 texts stand for 4 states")
        #expect(states.evidence.contains { $0.device == 1001 && $0.object == "multi-state-input,1" })
        // The list that is written is safe; a list as vendors write it is not.
        #expect(export.losses.contains { $0.contains("begins like a formula") })
        #expect(!findings.contains { $0.rule.id == "formula-injection" })
        let bare = export.points.split(separator: "'", omittingEmptySubsequences: false).joined()
        let formula = try only("formula-injection", in: found(bare))
        #expect(formula.message == "'=A1+A2 of the table on the door' begins like a formula")
    }

    @Test func `faults and states are those that are planted`() throws {
        let devices = try inventory().devices
        func object(_ device: UInt32, _ type: ObjectType, _ instance: UInt32) -> InventoryObject? {
            devices.first { $0.instance == device }?.objects.first {
                $0.identifier.type == type && $0.identifier.instance == instance
            }
        }
        #expect(object(1001, .analogInput, 3)?.statusFlags == .fault)
        #expect(object(1001, .analogInput, 3)?.reliability == 1)
        #expect(object(2103, .analogInput, 2)?.statusFlags == .fault)
        #expect(object(1001, .analogInput, 9)?.outOfService == true)
        #expect(object(1001, .analogInput, 7)?.units == .days)
        #expect(object(2104, .analogInput, 1)?.units == .degreesFahrenheit)
        let damper = object(1001, .multiStateInput, 1)
        #expect(damper?.numberOfStates == 4 && damper?.stateTexts.count == 3)
        #expect(object(1001, .analogOutput, 1)?.isCommandable == true)
        #expect(object(1001, .analogInput, 1)?.isCommandable != true)
    }

    @Test func `a device that claims segments and cannot send them is seen`() throws {
        var office = SimulatedOffice()
        office.lighting = Endpoint(address: 0x7F00_0003, port: 47808)
        let network = SimulatedNetwork()
        network.add(office.site)
        let reader = BACnetReader(over: network)
        let found = try reader.find(at: BACnetPeer(office.lighting))
        #expect(found.devices.map(\.segmentation) == [.segmentedBoth])
    }

    @Test func `the registers of the meter hold what they should in all orders`() throws {
        let units = SimulatedOffice().site.units
        let stream = SimulatedStream(to: try #require(units.first))
        let reader = ModbusReader(ModbusExchange(framing: .tcp) { stream })
        func value(_ address: UInt16, _ type: ModbusNumberType, _ order: ModbusOrder) throws -> Double? {
            let quantity = UInt16(type.registerCount)
            return type.value(
                of: try reader.registers(of: .inputRegisters, at: address, quantity: quantity, unit: 1), order: order)
        }
        #expect(try value(6, .float32, .big) == 18.25)
        #expect(try value(8, .float32, .wordSwapped) == 12.5)
        #expect(try value(10, .int32, .big) == -1850)
        #expect(try value(16, .uint64, .big) == 123_456_789_012)
        #expect(try value(20, .uint32, .wordSwapped) == 4_000_000_000)
        #expect(try value(22, .float32, .byteSwapped) == 2.75)
        #expect(try value(24, .float32, .little) == 36.5)
        #expect(try value(26, .int16, .big) == -32768)
    }

    @Test func `the models of SunSpec follow each other to the end`() throws {
        let registers = try #require(SimulatedOffice().site.units.first).holdingRegisters
        #expect([40000, 40001].map { registers[$0] } == [0x5375, 0x6E53])
        var (address, models) = (UInt16(40002), [UInt16]())
        while let model = registers[address], model != 0xFFFF, models.count < 9 {
            models.append(model)
            address += 2 + (try #require(registers[address + 1]))
        }
        #expect(models == [1, 203] && registers[address] == 0xFFFF && registers[address + 1] == 0)
        // Model 203: watts and their factor are its registers 17 and 21 behind the head (SunSpec, model 203).
        #expect(registers[40070 + 2 + 16] == 1250 && registers[40070 + 2 + 20] == 1)
        // The energy that came in is a counter of two registers, its factor the last of its group.
        #expect(registers[40070 + 2 + 52] == 2)
    }
}
