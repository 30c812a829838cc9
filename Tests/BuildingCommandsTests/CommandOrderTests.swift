import BACnet
import FieldLinks
import Modbus
import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import BuildingCommands

/// Expected values: the rules of ANSI/ASHRAE 135-2020, clauses 12 and 19.2, and MODBUS V1.1b3, clause 4.
@Suite struct CommandOrderTests {
    private static let header =
        "point,protocol,endpoint,device,object,unit-id,table,register,type,order,value,units,priority,not-before,"
        + "release,release-value,reason,person"
    static let damper = "damper,bacnet,192.0.2.7,1201,\"analog-output,5\",,,,,,40,%,,,15m,,test,Ada"
    static let pump = "pump,modbus,192.0.2.9,,,3,coils,7,,,1,,,,90s,0,test,Ada"
    static let setpoint =
        "setpoint,modbus,192.0.2.9:1502,,,3,holding-registers,100,float32,CDAB,21.5,,,2026-11-21T09:00:00Z,"
        + "2026-11-21T10:00:00Z,,test,Ada"

    static func file(_ rows: String...) -> [UInt8] { file(rows) }
    static func file(_ rows: [String]) -> [UInt8] { Array(([header] + rows).joined(separator: "\n").utf8) }

    @Test func `a table is read with what its rows say`() throws {
        let bytes = Self.file(Self.damper, Self.pump, Self.setpoint)
        let order = try CommandOrder(bytes)
        #expect(order.digest == Digest(of: bytes))
        #expect(order.commands.map(\.point) == ["damper", "pump", "setpoint"])
        let damper = order.commands[0]
        #expect("\(damper)" == "40 % at priority 8 to analog-output,5 of device,1201 at 192.0.2.7:47808")
        #expect(damper.release == .after(900_000) && damper.priority == 8 && damper.raw == [40])
        #expect("\(order.commands[1])" == "1 to coils 7 of unit 3 at 192.0.2.9:502")
        #expect(order.commands[1].releaseValue == 0)
        let setpoint = order.commands[2]
        // 21.5 is 0x41AC0000 (IEEE 754); the low word stands first.
        #expect(setpoint.raw == [0, 0x41AC])
        #expect(setpoint.release == .at(try Timestamp(parsing: "2026-11-21T10:00:00Z")))
    }

    @Test func `JSON says the same as a table`() throws {
        let json = """
            {"format": "phaseloom.command-order/1", "commands": [
              {"point": "damper", "protocol": "bacnet", "endpoint": "192.0.2.7", "device": 1201,
               "object": "analog-output,5", "value": 40, "units": "%", "release": "15m", "reason": "test",
               "person": "Ada", "priority": null}]}
            """
        #expect(try CommandOrder(Array(json.utf8)).commands == CommandOrder(Self.file(Self.damper)).commands)
    }

    /// BACnetBinaryPV (ANSI/ASHRAE 135, 21): inactive is 0, active 1.
    @Test(arguments: [("active", 1), ("Inactive", 0), ("1", 1), ("0", 0)] as [(String, Double)])
    func `states of binary objects have names`(word: String, number: Double) throws {
        let row = "light,bacnet,192.0.2.7,1201,\"binary-output,5\",,,,,,\(word),,,,15m,,test,Ada"
        #expect(try CommandOrder(Self.file(row)).commands[0].value == number)
    }

    @Test(arguments: [
        ("binary-output,5", "on", "", "'on' cannot stand in 'value'"),
        ("binary-output,5", "2", "", "'2' does not fit the type of the point"),
        ("binary-value,5", "active", "%", "'%' cannot stand in 'units' of a state"),
        ("analog-output,5", "active", "%", "'active' cannot stand in 'value'"),
    ])
    func `states have no units, and numbers no names`(object: String, value: String, units: String, message: String) {
        let row = "light,bacnet,192.0.2.7,1201,\"\(object)\",,,,,,\(value),\(units),,,15m,,test,Ada"
        let fault = #expect(throws: OrderFault.self) { try CommandOrder(Self.file(row)) }
        #expect(fault?.problems.first?.message == message)
    }

    @Test(arguments: [
        ("192.0.2.7 3:7f", "192.0.2.7:47808 3:7f"), ("192.0.2.7:47809", "192.0.2.7:47809"),
    ])
    func `devices behind routers can be named`(endpoint: String, description: String) throws {
        let row = Self.damper.replacing("192.0.2.7", with: endpoint)
        guard case .bacnet(let point) = try CommandOrder(Self.file(row)).commands[0].target else {
            Issue.record("it is no object")
            return
        }
        #expect("\(point.peer)" == description)
    }

    @Test(
        arguments: [
            ("", "the file is empty"), (header, "the order has no command"), ("point\n", "the order has no command"),
            ("point,colour\na,b", "there is no column 'colour'"), ("point,point\na,b", "there are two columns 'point'"),
            ("point\na,b", "this row and the header have 2 and 1 fields"), ("{", "the document ends too early"),
            ("{}", "the format is not 'phaseloom.command-order/1'"),
            (#"{"format": "phaseloom.command-order/1"}"#, "there is no list of commands"),
            (#"{"format": "phaseloom.command-order/1", "commands": []}"#, "the order has no command"),
            (#"{"format": "phaseloom.command-order/1", "commands": [1]}"#, "this is no command"),
            (#"{"format": "phaseloom.command-order/1", "commands": [{"value": true}]}"#, "is no text and no number"),
            (#"{"format": "phaseloom.command-order/1", "commands": [], "x": 1}"#, "there is no key 'x' here"),
        ] as [(String, String)])
    func `a file that is no order is refused`(text: String, reason: String) {
        let fault = #expect(throws: OrderFault.self) { try CommandOrder(Array(text.utf8)) }
        #expect(fault?.problems.contains { $0.message.contains(reason) } == true, "\(fault as Any)")
    }

    @Test(arguments: [
        (damper, ",%,,", ",%,1,", "priority '1' is left to the safety of life"),
        (damper, ",%,,", ",%,5,", "priority '5' is left to the safety of life"),
        (damper, ",%,,", ",%,6,", "priority '6' is left to minimum on and off times"),
        (damper, ",%,,", ",%,17,", "'17' is no priority"), (damper, ",%,,", ",%,x,", "'x' is no priority"),
        (damper, "bacnet", "knx", "'knx' cannot stand in 'protocol'"), (damper, "15m", "", "'release' is not given"),
        (damper, "15m", "25h", "'25h' cannot stand in 'release'"), (damper, "15m", "0s", "'0s' cannot stand"),
        (damper, "15m", "-1m", "'-1m' cannot stand"), (damper, "15m", "99999999999999999999s", "cannot stand"),
        (damper, "15m", "tomorrow", "'tomorrow' cannot stand in 'release'"),
        (damper, "test,Ada", ",Ada", "'reason' is not given"), (damper, "Ada", "", "'person' is not given"),
        (damper, "damper", "", "'point' is not given"), (damper, "damper", "a\u{1B}[2J", "cannot stand in 'point'"),
        (damper, "damper", "a\u{202E}b", "cannot stand in 'point'"), (damper, "40", "nan", "'nan' cannot stand"),
        (damper, "40", "0x10", "'0x10' cannot stand"), (damper, "40", "1e39", "'1e39' does not fit the type"),
        (damper, "1201", "4194303", "cannot stand in 'device'"), (damper, "192.0.2.7", "server", "in 'endpoint'"),
        (damper, "192.0.2.7", "192.0.2.7:0", "in 'endpoint'"), (damper, "192.0.2.7", "192.0.2.7 0:1", "in 'endpoint'"),
        (damper, "analog-output", "analog-input", "is no object that can be commanded"),
        (damper, "analog-output", "life-safety-point", "is no object that can be commanded"),
        (damper, "analog-output,5", "device,5", "is no object that can be commanded"),
        (damper, "analog-output,5", "valve", "'valve' cannot stand in 'object'"),
        (damper, "\"analog-output,5\",,,,,", "\"analog-output,5\",,,,unsigned,", "'unsigned' cannot stand in 'type'"),
        (damper, "analog-output", "multi-state-output", "") /* 40 is a state */,
        (damper, "\"analog-output,5\",,", "\"analog-output,5\",3,", "a point of BACnet has no 'unit-id'"),
        (damper, "analog-output", "binary-output", "'40' does not fit the type"),
        (pump, "7,,,1", "7,,,2", "'2' does not fit the type"), (pump, "90s,0", "90s,3", "'3' does not fit the type"),
        (pump, "coils", "discrete-inputs", "inputs cannot be written"), (pump, ",3,coils", ",0,coils", "in 'unit-id'"),
        (pump, ",3,coils", ",248,coils", "in 'unit-id'"), (pump, "coils,7", "coils,65536", "in 'register'"),
        (pump, "coils,7", "holding-registers,7", "'type' is not given"), (pump, "1,,,", "1,,8,", "has no 'priority'"),
        (setpoint, "CDAB", "", "'order' is not given"), (setpoint, "100,", "65535,", "does not end in the table"),
        (setpoint, "21.5", "1e39", "does not fit the type"), (setpoint, "float32,CDAB,21.5", "int16,,21.5", "fit"),
        (setpoint, "10:00:00Z", "09:00:00Z", "the release is not after '2026-11-21T09:00:00Z'"),
        (setpoint, "2026-11-21T09", "2026-11-31T09", "in 'not-before'"),
    ])
    func `a row that cannot be is refused with its reason`(row: String, old: String, new: String, reason: String) {
        let file = Self.file(row.replacing(old, with: new, maxReplacements: 1))
        guard !reason.isEmpty else {
            #expect(throws: Never.self) { try CommandOrder(file) }
            return
        }
        let fault = #expect(throws: OrderFault.self) { try CommandOrder(file) }
        let texts = fault?.problems.map { "\($0.message): \($0.hint)" } ?? []
        #expect(texts.contains { $0.contains(reason) }, "\(texts)")
    }

    @Test(arguments: [
        (damper, "stands twice"), (damper.replacing("damper", with: "flap"), "write to the same place"),
        (pump.replacing("pump", with: "fan"), "write to the same place"),
    ])
    func `no point is ordered twice`(row: String, reason: String) {
        let fault = #expect(throws: OrderFault.self) { try CommandOrder(Self.file(Self.damper, Self.pump, row)) }
        #expect(fault?.problems.contains { $0.message.contains(reason) } == true)
    }

    @Test func `registers that overlap are one place`() {
        let other = "b,modbus,192.0.2.9:1502,,,3,holding-registers,101,uint16,,7,,,,90s,,test,Ada"
        #expect(throws: OrderFault.self) { try CommandOrder(Self.file(Self.setpoint, other)) }
    }

    @Test func `an order has a thousand commands at most`() throws {
        let rows = (0...CommandOrder.limit).map { "p\($0),modbus,192.0.2.9,,,3,coils,\($0),,,1,,,,90s,0,test,Ada" }
        #expect(throws: OrderFault.self) {
            try CommandOrder(Array(([Self.header] + rows).joined(separator: "\n").utf8))
        }
        let most = ([Self.header] + rows.dropLast()).joined(separator: "\n")
        #expect(try CommandOrder(Array(most.utf8)).commands.count == CommandOrder.limit)
    }

    @Test func `damaged orders never do harm`() throws {
        var random = SeededGenerator(seed: 5)
        let json = #"{"format": "phaseloom.command-order/1", "commands": [{"point": "a", "protocol": "bacnet"}]}"#
        let seeds = [Self.file(Self.damper, Self.pump, Self.setpoint), Array(json.utf8)]
        for round in 0..<10_000 {
            var bytes = seeds[round % seeds.count]
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(bytes[place], at: place)
                }
            }
            do throws(OrderFault) {
                // Whatever is taken keeps to the rules.
                for command in try CommandOrder(bytes).commands {
                    #expect(PointCommand.priorities.contains(command.priority))
                    #expect(command.target.takes(command.value))
                }
            } catch {
                #expect(!error.problems.isEmpty)
                #expect(error.problems.allSatisfy { 0...bytes.count ~= $0.offset })
            }
        }
    }
}
