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

    private static let counters = RegisterMap.read(
        Array(
            """
            name,unit,trunk,address,convention,type,scale,order,count
            energy,3,gw,20,zero-based,bcd,1,ABCD,2
            tenths,3,gw,30,zero-based,int16,0.1,,
            wholes,3,gw,31,zero-based,int16,1,,
            single,3,gw,32,zero-based,float32,1,ABCD,
            hundredths,3,gw,34,zero-based,uint16,0.01,,
            """.utf8), file: "c.csv")

    /// What is lost, by hand: half a step of the target's registers, in the units of the source.
    @Test(arguments: [
        // Eight decimals of BCD hold what four do not.
        ("tag:x;modbus:gw/3/holding-registers/20;1;0;0;99999999;;", []),
        ("tag:x;modbus:gw/3/holding-registers/20;1;0;0;100000000;;", ["range-overflow"]),
        ("tag:x;modbus:gw/3/holding-registers/32;1;0;0;1e39;;", ["range-overflow"]),
        // What rounds to the last number is held.
        ("tag:x;modbus:gw/3/holding-registers/31;1;0;0;32767.4;;", []),
        ("modbus:gw/3/holding-registers/30;modbus:gw/3/holding-registers/31;1;0;0;50;;", ["lost-resolution"]),
        ("modbus:gw/3/holding-registers/30;modbus:gw/3/holding-registers/31;1;0;0;50;0.5;", []),
        ("modbus:gw/3/holding-registers/30;modbus:gw/3/holding-registers/31;10;0;0;50;;", []),
        ("modbus:gw/3/holding-registers/31;modbus:gw/3/holding-registers/30;1;0;0;50;;", []),
        ("modbus:gw/3/holding-registers/30;modbus:gw/3/holding-registers/34;1;0;0;50;;", []),
        ("modbus:gw/3/holding-registers/30;modbus:gw/3/holding-registers/30;1;0;0;50;;", []),
        ("modbus:gw/3/holding-registers/30;modbus:gw/3/holding-registers/32;1.8;32;-40;60;;", []),
        // 2²⁴ and more: single precision has steps of 2 and more there.
        (
            "modbus:gw/3/holding-registers/31;modbus:gw/3/holding-registers/32;1;0;0;2e9;;",
            ["lost-resolution", "range-overflow"]
        ),
        ("tag:x;modbus:gw/3/holding-registers/31;1;0;0;50;;", []),
        ("tag:x;modbus:gw/3/holding-registers/31;1;0;0;50;0.4;", ["lost-resolution"]),
        ("tag:x;modbus:gw/3/holding-registers/31;1;0;;50;0.4;", ["lost-resolution"]),
        ("tag:x;modbus:gw/3/holding-registers/31;1;0;50;0;0.4;", []),
        ("tag:x;modbus:gw/3/holding-registers/31;1;0;0;50;-1;", ["bad-cell"]),
    ])
    func `Registers hold the range, and lose no more than the design allows`(row: String, expected: [String]) throws {
        let text = "source;target;scale;offset;minimum;maximum;tolerance;owner\n\(row)\n"
        let matrix = IntegrationMatrix.read(Array(text.utf8), file: "matrix.csv")
        let check = DesignCheck(IntegrationDesign(matrix: matrix, maps: [Self.counters]))
        #expect(check.findings.map(\.rule.id).sorted() == expected, "\(check.findings.map(\.text))")
        #expect(check.findings.allSatisfy { $0.evidence.first?.line == 2 })
    }

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

    /// A survey knows the address of a gateway, a matrix the name that the plan gives it, a map often neither.
    @Test(arguments: [
        ("192.0.2.9:502", "192.0.2.9", "", "gw"), ("192.0.2.9:502", "192.0.2.9:502", "", "gw"),
        ("192.0.2.9:1502", "192.0.2.9:1502", "gw", "192.0.2.9:1502"), ("192.0.2.9:502", "", "gw", "gw"),
    ])
    func `A trunk is found by its name and by its address`(
        endpoint: String, planned: String, mapped: String, named: String
    ) {
        var unit = InventoryUnit(endpoint: endpoint, unit: 3)
        var register = InventoryRegister(RegisterPoint("power", .holdingRegisters, 10, .float32))
        register.point.units = "kW"
        register.point.trunk = mapped
        unit.registers = [register]
        let row = "source,target,source-units\nmodbus:\(named)/3/holding-registers/10,tag:p,kW\n"
        let plan = NetworkPlan.read(Array("record,id,kind,address\ntrunk,gw,modbus-tcp,\(planned)\n".utf8), file: "p")
        let matrix = IntegrationMatrix.read(Array(row.utf8), file: "matrix.csv")
        let check = DesignCheck(
            IntegrationDesign(matrix: matrix, baseline: PointInventory(units: [unit]), plan: plan))
        #expect(check.counts.first { $0.measure == "unmatched-points" }?.count == 0)
        #expect(!check.findings.contains { $0.rule.id == "undescribed-register" })
        let lost = DesignCheck(matrix, baseline: PointInventory(units: [InventoryUnit(endpoint: "10.0.0.1", unit: 3)]))
        #expect(lost.findings.first { $0.rule.id == "unmatched-point" }?.hint.contains("'address'") == true)
    }

    @Test func `The address of the plan tells which of two hosts a trunk is`() {
        func unit(_ endpoint: String, _ address: UInt16) -> InventoryUnit {
            var unit = InventoryUnit(endpoint: endpoint, unit: 3)
            var register = InventoryRegister(RegisterPoint("power", .holdingRegisters, address, .uint16))
            register.point.trunk = "gw"
            register.raw = [1]
            unit.registers = [register]
            return unit
        }
        let baseline = PointInventory(units: [unit("192.0.2.8:502", 10), unit("192.0.2.9:502", 11)])
        let plan = NetworkPlan.read(Array("record,id,kind,address\ntrunk,gw,modbus-tcp,192.0.2.9\n".utf8), file: "p")
        let rows = "source,target\nmodbus:gw/3/holding-registers/10,tag:a\nmodbus:gw/3/holding-registers/11,tag:b\n"
        let matrix = IntegrationMatrix.read(Array(rows.utf8), file: "matrix.csv")
        let check = DesignCheck(IntegrationDesign(matrix: matrix, baseline: baseline, plan: plan))
        let lost = check.findings.filter { $0.rule.id == "unmatched-point" }
        #expect(lost.map(\.subject) == ["modbus:gw/3/holding-registers/10"])
        #expect(DesignCheck(matrix, baseline: baseline).counts.first { $0.measure == "unmatched-points" }?.count == 0)
    }

    @Test(arguments: [
        ("name,address,convention,type,order,units,access\np,10,zero-based,float32,ABCD,kW,read\n", true),
        ("name,unit,address,convention,type,order,units,access\np,3,10,zero-based,float32,ABCD,kW,read\n", true),
        ("name,unit,address,convention,type,order,units,access\np,4,10,zero-based,float32,ABCD,kW,read\n", false),
        ("name,trunk,address,convention,type,order,units,access\np,hw,10,zero-based,float32,ABCD,kW,read\n", false),
        (
            "name,address,convention,type,order,units,access\np,10,zero-based,float32,ABCD,kW,read\n"
                + "q,10,zero-based,float32,ABCD,kW,read\n", false
        ),
    ])
    func `A map that leaves trunk or unit open describes all registers that fit`(text: String, fits: Bool) throws {
        let map = RegisterMap.read(Array(text.utf8), file: "map.csv")
        let matrix = IntegrationMatrix.read(
            Array(
                "source,target,direction,new,source-units\nmodbus:gw/3/holding-registers/10,tag:p,write,yes,W\n".utf8),
            file: "matrix.csv")
        let check = DesignCheck(matrix, baseline: try baseline(), maps: [map])
        let rules = check.findings.map(\.rule.id)
        #expect(rules.contains("unit-mismatch") == fits)
        #expect(rules.contains("forbidden-command") == fits)
        #expect(rules.contains("undescribed-register") != fits)
        let rows = DesignPoints(IntegrationDesign(matrix: matrix, maps: [map])).rows
        #expect(rows.contains { $0[0] == "modbus:gw/3/holding-registers/10" && $0[7] == "tag:p" } == fits)
    }

    @Test func `What an unread row would have broken is not known`() throws {
        let rows = "source,target,direction\n\"bacnet:1201/analog-input,1\",tag:a,raed\n"
        let matrix = IntegrationMatrix.read(Array(rows.utf8), file: "matrix.csv")
        let check = DesignCheck(matrix, baseline: try baseline())
        #expect(check.unknown == ["unmatched-points", "unit-mismatches", "forbidden-commands"])
        #expect(check.unmeasured.contains("unmatched-points"))
        let missing = rows + "\"bacnet:1201/analog-input,9\",tag:b,read\n"
        let more = DesignCheck(
            IntegrationMatrix.read(Array(missing.utf8), file: "matrix.csv"), baseline: try baseline())
        #expect(more.counts.first { $0.measure == "unmatched-points" }?.count == 1)
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

    @Test func `A register that the survey only took from its map is not found`() throws {
        var unit = InventoryUnit(endpoint: "gw", unit: 3)
        var register = InventoryRegister(RegisterPoint("power", .holdingRegisters, 10, .uint16))
        register.readErrors = [InventoryFault(subject: "holding-registers 10", code: "time-out")]
        unit.registers = [register]
        let row = "modbus:gw/3/holding-registers/10;tag:x;"
        #expect(try rules(row + ";;;;;;;;;", PointInventory(units: [unit])) == ["unmatched-point"])
        #expect(try rules(row + "yes;;;;;;;;;", PointInventory(units: [unit])) == [])
        let matrix = IntegrationMatrix.read(Array("source,target\n\(row.dropLast(7)),tag:x\n".utf8), file: "m.csv")
        let check = DesignCheck(matrix, baseline: PointInventory(units: [unit]))
        let message = check.findings.first { $0.rule.id == "unmatched-point" }?.message
        #expect(message == "the survey for the baseline could not read the point: time-out")
        unit.registers[0].raw = [7]
        unit.registers[0].readErrors = [InventoryFault(subject: "value", code: "no-order")]
        #expect(try rules(row + ";;;;;;;;;", PointInventory(units: [unit])) == [])
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

    /// Programs write documents on one line, in which each value has a place of its own.
    @Test func `A long document on one line is read with its places`() throws {
        let start = #"{"format":"phaseloom.matrix/1","rows":["#
        let row = #"{"source":"tag:ä","target":"tag:y","scale":"x"}"#
        let count = 5_000
        let text = start + Array(repeating: row, count: count).joined(separator: ",") + "]}"
        let matrix = IntegrationMatrix.read(Array(text.utf8), file: "m.json")
        #expect(matrix.rows.count == count && matrix.lines.allSatisfy { $0 == 1 })
        let columns = matrix.findings.map { $0.evidence.first?.column ?? 0 }
        let first = start.unicodeScalars.count + row.unicodeScalars.count - 3
        #expect(columns == (0..<count).map { first + $0 * (row.unicodeScalars.count + 1) })
    }

    @Test func `Mutated matrices never trap`() throws {
        let seed = Array("source;target;scale\nbacnet:1201/analog-input,1;tag:sat;1,8\n\"tag:x\";tag:y;0\n".utf8)
        let baseline = try baseline()
        mutate(seed, rounds: 600) { bytes in
            let check = DesignCheck(IntegrationMatrix.read(bytes, file: "m.csv"), baseline: baseline)
            #expect(check.findings == check.findings.inOrder)
        }
    }
}
