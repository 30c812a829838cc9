import BACnet
import BuildingPoints
import Modbus
import PhaseLoom
import Testing

@Suite struct InventoryTests {
    private func sample() throws -> PointInventory {
        var device = InventoryDevice(instance: 1201, address: "192.0.2.7:47808")
        device.name = "AHU1 \"Ä\""
        device.vendorIdentifier = 260
        device.segmentation = .noSegmentation
        device.observedSegmentation = .refused
        device.objectTypes = [.analogInput, ObjectType(300)]
        device.services = ["read-property"]
        device.databaseRevision = 7
        device.mac = [0x0A, 0xFF]
        device.network = 20
        device.faults = [InventoryFault(subject: "object-list", code: "abort segmentation-not-supported")]
        var input = InventoryObject(try #require(ObjectID(.analogInput, 5)), name: "Room 12")
        input.units = .degreesCelsius
        input.presentValue = .real(20.1)
        input.covIncrement = 0.5
        input.statusFlags = [.fault, .outOfService]
        input.valueTime = try Timestamp(parsing: "2026-11-21T10:00:00.000Z")
        input.isCommandable = false
        var state = InventoryObject(try #require(ObjectID(.multiStateValue, 1)), name: "Mode")
        state.stateTexts = ["OFF", "AUTO"]
        state.numberOfStates = 2
        state.presentValue = .unsigned(2)
        state.readErrors = [InventoryFault(subject: "description", code: "error property unknown-property")]
        device.objects = [state, input]
        var unit = InventoryUnit(endpoint: "192.0.2.9:502", unit: 3)
        unit.identification = [InventoryUnit.Identification(number: 0, text: "ACME")]
        var point = RegisterPoint("power", .holdingRegisters, 100, .float32)
        point.order = .wordSwapped
        point.conversion = try #require(LinearConversion(scale: 0.1, offset: -5))
        var register = InventoryRegister(point)
        register.raw = [0x4248, 0]
        register.value = .real(.nan)
        unit.registers = [register]
        return PointInventory(
            site: "Riverside", taken: input.valueTime, method: "survey", devices: [device], units: [unit])
    }

    @Test func `What is written reads back equal`() throws {
        let inventory = try sample()
        let read = try PointInventory(json: inventory.json.canonicalBytes, file: "b.json")
        #expect(read.json == inventory.json)
        #expect(read.devices.first?.objects.first?.identifier.description == "analog-input,5")
        #expect(read.devices.first?.faults == inventory.devices.first?.faults)
        #expect(read.units.first?.registers.first?.raw == [0x4248, 0])
    }

    @Test(arguments: [
        PointValue.null, .boolean(true), .unsigned(.max), .unsigned(0), .signed(.min), .real(-0.1), .real(.infinity),
        .real(-.infinity), .enumerated(.max), .text("=1"), .bits([true, false]), .bits([]), .other("2026-11-*"),
    ])
    func `Every kind of value survives`(value: PointValue) throws {
        var inventory = try sample()
        inventory.devices[0].objects[0].presentValue = value
        let read = try PointInventory(json: inventory.json.canonicalBytes, file: "b.json")
        #expect(read.devices[0].objects.map(\.presentValue).contains(value))
    }

    @Test func `The fingerprint stays when values change and alters when the installation does`() throws {
        let inventory = try sample()
        var later = inventory
        later.taken = nil
        later.devices[0].objects[1].presentValue = .real(23)
        later.devices[0].objects[1].statusFlags = []
        later.devices[0].objects.reverse()
        later.devices[0].faults = []
        later.devices[0].observedSegmentation = nil
        later.units[0].registers[0].raw = []
        #expect(later.fingerprint == inventory.fingerprint)
        let changes: [(inout PointInventory) -> Void] = [
            { $0.devices[0].databaseRevision = 8 }, { $0.devices[0].objects[0].name = "x" },
            { $0.devices[0].objects[1].units = .degreesFahrenheit }, { $0.devices[0].objects.removeLast() },
            { $0.units[0].registers[0].point.order = .big }, { $0.units[0].unit = 4 },
        ]
        for change in changes {
            var changed = inventory
            change(&changed)
            #expect(changed.fingerprint != inventory.fingerprint)
        }
    }

    @Test(arguments: [
        ("{}", "$", "format"), ("[]", "$", "object"),
        ("{\"format\": \"phaseloom.inventory/1\",\n \"colour\": 1}", "$", "colour"),
        ("{\"format\": \"phaseloom.inventory/1\", \"devices\": [{}]}", "$.devices[0]", "instance"),
        (
            "{\"format\": \"phaseloom.inventory/1\", \"devices\": [{\"instance\": -1}]}", "$.devices[0].instance",
            "number"
        ),
        (
            "{\"format\": \"phaseloom.inventory/1\", \"devices\": [{\"instance\": 1, \"objects\": [{\"object\": \"x\"}]}]}",
            "$.devices[0].objects[0].object", "x"
        ),
        ("{\"format\": \"phaseloom.inventory/1\", \"fingerprint\": \"sha256:00\"}", "$.fingerprint", "fingerprint"),
    ])
    func `A file that is no inventory is refused with path and reason`(text: String, path: String, word: String) throws
    {
        let error = try #require(throws: RecordError.self) {
            try PointInventory(json: Array(text.utf8), file: "b.json")
        }
        #expect(error.path == path)
        #expect(error.message.contains(word), "\(error)")
        #expect(error.line == (word == "colour" ? 2 : 1))
    }

    @Test func `Redaction takes out names and addresses and nothing else`() throws {
        let inventory = try sample()
        let text = inventory.redacted(.all).json.canonicalText
        for secret in ["Riverside", "AHU1", "Room 12", "192.0.2", "power"] { #expect(!text.contains(secret)) }
        #expect(text.contains("analog-input,5"))
        #expect(text.contains("degrees-celsius"))
    }

    @Test func `Redaction takes out what quotes names and addresses elsewhere`() throws {
        var unit = InventoryUnit(endpoint: "10.9.8.7:502", unit: 3)
        unit.identification = [.init(number: 0, text: "Maker"), .init(number: 6, text: "Room 12")]
        unit.faults = [InventoryFault(subject: "unit", code: "closed", remark: "10.9.8.7:502 ended it")]
        var network = InventoryRegister(RegisterPoint("router", .holdingRegisters, 8, .octets))
        network.point.trunk = "10.9.8.7:502"
        network.point.count = 2
        network.raw = [0x0A09, 0x0807]
        network.value = .other("0a090807")
        unit.registers = [network]
        let inventory = PointInventory(units: [unit])
        let addresses = inventory.redacted(.addresses).json.canonicalText
        for secret in ["10.9.8.7", "0a090807"] { #expect(!addresses.contains(secret)) }
        for kept in ["Room 12", "router", "closed", "Maker"] { #expect(addresses.contains(kept)) }
        let names = inventory.redacted(.names).json.canonicalText
        for secret in ["Room 12", "router", "ended it"] { #expect(!names.contains(secret)) }
        for kept in ["Maker", "0a090807", "closed"] { #expect(names.contains(kept)) }
        #expect(inventory.redacted([]) == inventory)
    }

    @Test func `A state text is that of the state`() throws {
        var object = InventoryObject(try #require(ObjectID(.multiStateValue, 1)))
        object.stateTexts = ["OFF", "ON"]
        for (value, text) in [
            (PointValue.unsigned(1), "OFF"), (.unsigned(2), "ON"), (.unsigned(0), nil), (.real(.nan), nil),
            (.signed(.min), nil), (.real(-0x1p63), nil), (.unsigned(.max), nil), (.real(0x1p62), nil),
        ] {
            object.presentValue = value
            #expect(object.stateText == text)
        }
    }

    @Test func `Mutated inventories never trap`() throws {
        mutate(try sample().json.canonicalBytes, rounds: 1_500) { bytes in
            guard let read = try? PointInventory(json: bytes, file: "b.json") else { return }
            #expect((try? PointInventory(json: read.json.canonicalBytes, file: "b.json")) != nil)
        }
    }
}

@Suite struct LinearConversionTests {
    @Test(arguments: [(0.1, 0.0, 235.0, 23.5), (1.8, 32, 100, 212), (0.001, 0, 1234, 1.234), (-2, 0.5, 3, -5.5)])
    func `A conversion and its way back are exact`(scale: Double, offset: Double, source: Double, target: Double) throws
    {
        let conversion = try #require(LinearConversion(scale: scale, offset: offset))
        #expect(conversion.target(of: source) == target)
        #expect(conversion.source(of: target) == source)
    }

    @Test func `What has no way back is no conversion`() {
        #expect(LinearConversion(scale: 0) == nil)
        #expect(LinearConversion(scale: .nan) == nil)
        #expect(LinearConversion(scale: 1, offset: .infinity) == nil)
    }
}

@Suite struct InventorySizeTests {
    @Test func `An inventory may have more than 16 MiB`() throws {
        let space = [UInt8](repeating: UInt8(ascii: " "), count: JSONReader.sizeLimit)
        let bytes = Array("{\"format\": \"\(PointInventory.format)\"".utf8) + space + [UInt8(ascii: "}")]
        #expect(try PointInventory(json: bytes, file: "big.json") == PointInventory())
    }
}

@Suite struct UnitTextTests {
    @Test(arguments: [
        ("°C", 62), ("degreesFahrenheit", 64), ("inchesOfWater", 58), ("kWh", 19), ("KW", 48), ("mW", 132), ("MW", 49),
        ("percent", 98), ("percent relative humidity", 29), ("Hz", 27),
    ])
    func `Texts of the field name units`(text: String, code: UInt32) {
        #expect(UnitText.units(text)?.number == code)
    }

    @Test(arguments: ["", "62", "proprietary-300", "State", "Enum", "x y z"])
    func `Other texts name none`(text: String) { #expect(UnitText.units(text) == nil) }
}
