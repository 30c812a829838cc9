import BACnet
import BuildingPoints
import Modbus
import PhaseLoom
import Testing

@Suite struct DesignCheckTests {
    private func object(_ type: ObjectType, _ instance: UInt32, _ units: EngineeringUnits? = nil) throws
        -> InventoryObject
    {
        var object = InventoryObject(try #require(ObjectID(type, instance)), name: "\(type.name) \(instance)")
        object.units = units
        return object
    }

    private func baseline() throws -> PointInventory {
        var device = InventoryDevice(instance: 1201, address: "192.0.2.7:47808")
        var output = try object(.analogOutput, 1, .percent)
        output.isCommandable = true
        var mode = try object(.multiStateValue, 1)
        mode.numberOfStates = 4
        device.objects = [
            try object(.analogInput, 1, .degreesCelsius), try object(.analogInput, 2, .wattHours), output, mode,
        ]
        device.databaseRevision = 7
        return PointInventory(devices: [device])
    }

    private let map = RegisterMap.read(
        Array("name,unit,trunk,address,convention,type,scale\npower,3,gw,10,zero-based,int16,0.1\n".utf8), file: "m.csv"
    )

    private func rules(_ row: String, _ inventory: PointInventory? = nil) throws -> [String] {
        let header =
            "source;target;new;direction;source-units;target-units;scale;offset;priority;minimum;maximum;states\n"
        let matrix = IntegrationMatrix.read(Array((header + row + "\n").utf8), file: "matrix.csv")
        let check = DesignCheck(matrix, baseline: try inventory ?? baseline(), maps: [map])
        for finding in check.findings { #expect(!finding.evidence.isEmpty) }
        return check.findings.filter { $0.rule.severity != .note }.map(\.rule.id)
    }

    @Test(arguments: [
        "bacnet:1201/analog-input,1;tag:sat;;;;;;;;;;", "bacnet:1201/analog-input,1;tag:sat;;read;62;°C;;;;;;",
        "bacnet:1201/analog-input,1;tag:sat;;;;°F;1.8;32;;;;", "bacnet:1201/analog-input,2;tag:e;;;Wh;kWh;0.001;;;;;",
        "bacnet:1201/analog-output,1;tag:v;;write;;;;;8;0;100;", "bacnet:1201/multi-state-value,1;tag:m;;;;;;;;;;4",
        "bacnet:9/analog-input,1;tag:x;yes;;;;;;;;;", "tag:x;modbus:gw/3/holding-registers/10;;;;;;;;-3000;3000;",
    ])
    func `A sound row has no findings`(row: String) throws { #expect(try rules(row).isEmpty) }

    @Test(arguments: [
        ("bacnet:1201/analog-input,9;tag:x;;;;;;;;;;", "unmatched-point"),
        ("bacnet:7/analog-input,1;tag:x;;;;;;;;;;", "unmatched-point"),
        ("modbus:gw/3/holding-registers/10;tag:x;;;;;;;;;;", "unmatched-point"),
        ("bacnet:1201/analog-input,1;tag:x;;;64;;;;;;;", "unit-mismatch"),
        ("bacnet:1201/analog-input,1;tag:x;;;;°F;;;;;;", "unit-mismatch"),
        ("bacnet:1201/analog-input,1;tag:x;;;;days;;;;;;", "unit-mismatch"),
        ("bacnet:1201/analog-input,2;tag:x;;;;kW;0.001;;;;;", "unit-mismatch"),
        ("bacnet:1201/analog-input,1;tag:x;;write;;;;;8;;;", "forbidden-command"),
        ("bacnet:1201/multi-state-value,1;tag:x;;both;;;;;8;;;", "forbidden-command"),
        ("bacnet:1201/analog-output,1;tag:x;;write;;;;;;;;", "missing-priority"),
        ("bacnet:1201/analog-output,1;tag:x;;write;;;;;5;;;", "reserved-priority"),
        ("bacnet:1201/multi-state-value,1;tag:m;;;;;;;;;;3", "matrix-state-count"),
        ("tag:x;modbus:gw/3/holding-registers/10;;;;;;;;0;4000;", "range-overflow"),
        ("modbus:gw/3/holding-registers/10;tag:x;yes;;;;;;;-4000;0;", "range-overflow"),
        ("tag:x;bacnet:1201/analog-input,1;;;;;;;8;;;", "forbidden-command"),
        ("tag:x;bacnet:1201/analog-output,1;;;;;;;;;;", "missing-priority"),
        ("bacnet:4194303/analog-input,1;tag:x;yes;;;;;;;;;", "device-instance-range"),
        ("analog-input;tag:x;;;;;;;;;;", "bad-cell"), ("tag:x;modbus:gw/300/coils/1;;;;;;;;;;", "bad-cell"),
        ("bacnet:1201/analog-output,1;tag:x;;write;;;;;17;;;", "bad-cell"),
    ])
    func `A flawed row is told`(row: String, rule: String) throws {
        let found = try rules(row)
        #expect(found.contains(rule), "\(found)")
    }

    @Test func `The octets that were read are evidence`() throws {
        var inventory = try baseline()
        var unit = InventoryUnit(endpoint: "gw", unit: 3)
        var register = InventoryRegister(RegisterPoint("power", .holdingRegisters, 10, .int32))
        register.point.units = "kW"
        register.raw = [0x0001, 0xE240]
        unit.registers = [register]
        inventory.units = [unit]
        let row = "source,target,source-units\nmodbus:gw/3/holding-registers/10,tag:p,W\n"
        let matrix = IntegrationMatrix.read(Array(row.utf8), file: "matrix.csv")
        let finding = DesignCheck(matrix, baseline: inventory).findings.first { $0.rule.id == "unit-mismatch" }
        #expect(finding?.evidence.first?.octets == [0x00, 0x01, 0xE2, 0x40])
        #expect(finding?.json["evidence"] == [finding?.evidence.first?.json ?? .null])
    }

    @Test func `Two units of one number on a trunk are told`() throws {
        let unit = InventoryUnit(endpoint: "gw", unit: 3)
        let check = DesignCheck(IntegrationDesign(baseline: PointInventory(units: [unit, unit])))
        #expect(check.findings.map(\.rule.id) == ["duplicate-unit-id"])
        #expect(check.counts.map(\.measure) == ["duplicate-unit-ids"])
        #expect(check.decision == .block)
        #expect(DesignCheck(IntegrationDesign()).decision == .undecided)
    }

    @Test func `Clashes in the baseline count for their measures`() throws {
        var inventory = try baseline()
        inventory.devices.append(InventoryDevice(instance: 1201, address: "192.0.2.8:47808"))
        inventory.devices[0].objects.append(inventory.devices[0].objects[0])
        inventory.devices[0].objects[1].name = inventory.devices[0].objects[2].name
        let matrix = IntegrationMatrix.read(Array("source,target\n".utf8), file: "matrix.csv")
        let counts = DesignCheck(matrix, baseline: inventory).counts.filter { $0.count > 0 }
        #expect(counts.map(\.measure) == ["duplicate-device-instances", "duplicate-object-ids"])
        #expect(counts.map(\.count) == [1, 2])
    }

    @Test func `A baseline of an older revision is stale`() throws {
        var now = try baseline()
        now.devices[0].databaseRevision = 8
        let matrix = IntegrationMatrix.read(Array("source,target\n".utf8), file: "matrix.csv")
        let check = DesignCheck(matrix, baseline: try baseline(), current: now)
        #expect(check.findings.contains { $0.rule.id == "stale-baseline" })
        #expect(!check.passes)
        #expect(DesignCheck(matrix, baseline: try baseline(), current: try baseline()).passes)
    }

    @Test(arguments: [
        "bacnet:1201/analog-input,5", "modbus:10.0.0.5:502/3/input-registers/65535", "tag:a/b:c",
    ])
    func `A reference prints as it reads`(text: String) { #expect(PointReference(text)?.description == text) }

    @Test func `Mutated matrices never trap`() throws {
        let seed = Array("source;target;scale\nbacnet:1201/analog-input,1;tag:sat;1,8\n\"tag:x\";tag:y;0\n".utf8)
        let baseline = try baseline()
        mutate(seed, rounds: 600) { bytes in
            let check = DesignCheck(IntegrationMatrix.read(bytes, file: "m.csv"), baseline: baseline)
            #expect(check.findings == check.findings.inOrder)
        }
    }
}
