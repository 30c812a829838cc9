import BACnet
import BuildingPoints
import BuildingSurvey
import FieldLinks
import Modbus
import PhaseLoom
import PhaseLoomTesting
import SimulatedBuilding
import Synchronization
import Testing

@testable import SmartBuilding

@Suite struct SurveyCollectorTests {
    private static let map = Array("name,address,type,convention\nlevel,10,uint16,zero-based\n".utf8)

    /// Links to two devices and a unit in memory.
    private func links(_ points: UInt32 = 3) -> SurveyLinks {
        SurveyLinks(
            bacnet: { _ throws(LinkError) in
                let network = SimulatedNetwork()
                for number in UInt32(2)...3 {
                    let objects = (0..<points).map { place in
                        SimulatedObject(
                            ObjectIdentifier(rawValue: place), CharacterString("=P-\(place)"),
                            [.presentValue: [.real(20.5)], .units: [.enumerated(62)]])
                    }
                    if let device = SimulatedBACnetDevice(instance: number, objects) {
                        network.add(device, at: BACnetPeer(Endpoint(address: 0x0A00_0000 + number, port: 47808)))
                    }
                }
                return try BACnetTrunk(over: network)
            },
            modbus: { _ throws(LinkError) in
                try ModbusTrunk { () throws(LinkError) in
                    var unit = SimulatedModbusDevice(unit: 5)
                    unit.holdingRegisters = [10: 7, 20: 0xCCCD, 21: 0x41A0]
                    return SimulatedStream(to: unit)
                }
            })
    }

    private struct Run {
        let report: CollectorReport
        let files: MemoryCollectorFiles

        func text(_ name: String) -> String { String(decoding: files.results[name] ?? [], as: UTF8.self) }

        func measured(_ name: ID) -> Double? {
            report.evidence.last?.draft.measurements.first { $0.name == name }?.value
        }
    }

    private func run(
        _ options: [String: String], files: [String: [UInt8]] = [:], points: UInt32 = 3
    ) async throws -> Run {
        let files = MemoryCollectorFiles(files)
        let context = CollectorContext(files: files, clock: { Timestamp(milliseconds: 1_795_000_000_000) })
        return Run(
            report: try await SurveyCollector(options: options).collect(in: context, over: links(points)), files: files)
    }

    @Test func `keeps the contract`() async {
        // Nobody listens there, which the system tells at once.
        let options = ["modbus": "127.0.0.1:1", "units": "1", "map": "map.csv", "timeout": "100", "attempts": "1"]
        let violations = await CollectorContract.violations(
            of: SurveyCollector.self, given: options, reading: ["map.csv": Self.map])
        #expect(violations == [])
    }

    @Test func `a building becomes a baseline with its tables`() async throws {
        let run = try await run(
            ["bacnet": "10.0.0.2,10.0.0.3", "modbus": "gw", "units": "5", "map": "map.csv", "site": "Tower"],
            files: ["map.csv": Self.map])
        let main = try #require(run.report.evidence.last?.draft)
        #expect(run.report.evidence.allSatisfy { $0.draft.artifact == "bms-baseline" } && run.report.verdict == .met)
        #expect(main.file == "bms-baseline.json" && main.findings == [])
        let measured = main.measurements.map { "\($0.name) \($0.value ?? -1)" }
        #expect(
            measured == [
                "devices 2.0", "instance-clashes 0.0", "points 7.0", "silent-addresses 0.0", "units 1.0",
                "unread-points 0.0",
            ])
        let inventory = try PointInventory(json: run.files.results["bms-baseline.json"] ?? [], file: "x")
        #expect(inventory.site == "Tower" && inventory.method == "survey")
        #expect(inventory.devices.map(\.instance) == [2, 3] && inventory.units.first?.registers.first?.raw == [7])
        #expect(run.text("bms-baseline.csv").contains("2,\"analog-input,0\",'=P-0,,20.5,degrees-celsius"))
        #expect(run.text("bms-baseline_EDE.csv").contains("2-0-1;2;'=P-1;0;1"))
        #expect(run.text("bms-baseline.html").contains("<caption>Points</caption>"))
        #expect(run.text("bms-baseline.md").contains("| 3 | analog-input,2 |"))
        #expect(run.text("bms-baseline_EDE_losses.txt").contains("Modbus points have no place in an EDE list"))
    }

    /// 0x41A0CCCD is 20.1 as IEEE 754 has it.
    @Test func `orders that nobody stated are suggested, and none is taken`() async throws {
        let map = Array("name,address,type,convention\nflow,20,float32,zero-based\n".utf8)
        let options = ["modbus": "gw", "units": "5", "map": "map.csv"]
        let run = try await run(options, files: ["map.csv": map])
        let findings = try #require(run.report.evidence.last?.draft).findings
        let suggestion = try #require(findings.first { $0.code == "suggested-order" })
        #expect(suggestion.subject == "unit 5 at gw:502 flow" && suggestion.severity == .note)
        #expect(suggestion.message.contains("CDAB reads 20.1;") && suggestion.hint.hasPrefix("state 'CDAB'"))
        let inventory = try PointInventory(json: run.files.results["bms-baseline.json"] ?? [], file: "x")
        let register = try #require(inventory.units.first?.registers.first)
        #expect(register.raw == [0xCCCD, 0x41A0] && register.value == nil && register.point.order == nil)
        let redacted = try await self.run(options.merging(["redact": "names"]) { $1 }, files: ["map.csv": map])
        let kept = try #require(redacted.report.evidence.last?.draft).findings
        #expect(kept.contains { $0.code == "suggested-order" } && !kept.contains { "\($0)".contains("flow") })
    }

    @Test func `what has changed since an earlier inventory is told`() async throws {
        let options = ["bacnet": "10.0.0.2,10.0.0.3"]
        let first = try await run(options)
        let baseline = try #require(first.files.results["bms-baseline.json"])
        let same = try await run(options.merging(["baseline": "old.json"]) { $1 }, files: ["old.json": baseline])
        #expect(same.measured("changes") == 0)
        #expect(same.report.evidence.last?.draft.findings == [])
        let other = try await run(
            options.merging(["baseline": "old.json"]) { $1 }, files: ["old.json": baseline], points: 4)
        let draft = try #require(other.report.evidence.last?.draft)
        #expect(other.measured("changes") == 2)
        #expect(draft.findings.map(\.code) == ["baseline-changed"])
        #expect(other.text("inventory-diff.json").contains("added"))
    }

    @Test func `what is silent or clashes is told, and an empty building leaves the verdict open`() async throws {
        let run = try await run(["bacnet": "10.0.0.9"])
        let draft = try #require(run.report.evidence.last?.draft)
        #expect(run.report.verdict == .undefined && draft.findings.map(\.code) == ["silent-address"])
        #expect(run.measured("silent-addresses") == 1)
        #expect(run.files.results["bms-baseline_EDE.csv"] == nil)
    }

    @Test func `a map alone shows nothing of a unit that does not answer`() async throws {
        let run = try await run(["modbus": "gw", "units": "9", "map": "map.csv"], files: ["map.csv": Self.map])
        #expect(run.report.verdict == .undefined)
        #expect(run.measured("units") == 0 && run.measured("points") == 1 && run.measured("unread-points") == 1)
        #expect(run.measured("silent-addresses") == 1)
    }

    @Test func `an earlier inventory that is a table is refused with a way out`() async {
        let error = await #expect(throws: CollectorError.self) {
            try await run(["modbus": "gw", "baseline": "old.csv"], files: ["old.csv": Array("device,point\n".utf8)])
        }
        #expect(error?.description.contains("give the file 'bms-baseline.json' of an earlier survey") == true)
    }

    @Test(arguments: ["names", "all"]) func `names do not leave where they are taken out`(redact: String) async throws {
        let run = try await run(
            ["bacnet": "10.0.0.2,10.0.0.9", "redact": redact, "site": "Tower", "modbus": "gw", "units": "9"])
        for (name, bytes) in run.files.results {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("P-0") && !text.contains("SIM-2") && !text.contains("Tower"), "\(name)")
            if redact == "all" { #expect(!text.contains("10.0.0") && !text.contains("gw"), "\(name)") }
        }
        let findings = try #require(run.report.evidence.last?.draft.findings)
        #expect(!findings.isEmpty && findings.allSatisfy { !$0.message.contains("10.0.0") })
    }

    @Test(
        arguments: [
            [:], ["bacnet": "10.0.0"], ["bacnet": "10.0.0.1,"], ["bacnet": "10.0.0.1:0"], ["bacnet": "10.0.0.1:70000"],
            ["bacnet": "10.0.0.1,10.0.0.1:47808"], ["bacnet": "0.0.0.0"], ["bacnet": "10.0.0.1", "range": "5-4"],
            ["bacnet": "10.0.0.1", "range": "0-4194303"], ["bacnet": "10.0.0.1", "range": "-1"],
            ["bacnet": "10.0.0.1", "range": "1-2-3"], ["bacnet": "10.0.0.1", "rate": "0"],
            ["bacnet": "10.0.0.1", "rate": "-1"], ["bacnet": "10.0.0.1", "local": "here"],
            ["bacnet": "10.0.0.1", "network": "3"], ["bacnet": "10.0.0.1", "network": "65536"],
            ["bacnet": "10.0.0.1", "map": "map.csv"], ["modbus": "a b"], ["modbus": "gw:0"], ["modbus": "gw:1:2"],
            ["modbus": "gw,gw:502"], ["modbus": "-x"], ["modbus": "gw", "units": "0"],
            ["modbus": "gw", "units": "248"],
            ["modbus": "gw", "units": "5-4"], ["modbus": "=gw"], ["modbus": "a/b=gw"], ["modbus": "a="],
            ["modbus": "a=gw,b=gw"], ["modbus": "a=gw,a=gx"], ["modbus": "gw", "units": "1,,2"],
            ["modbus": "gw", "timeout": "0"],
        ] as [[String: String]]) func `what names no network is refused`(options: [String: String])
    {
        #expect(throws: InvalidValue.self) { try SurveyCollector(options: options) }
    }

    @Test func `a refusal quotes what was given and says what would be right`() {
        do {
            _ = try SurveyCollector(options: ["bacnet": "10.0.0.1", "range": "9-4194303"])
            Issue.record("it was taken")
        } catch {
            #expect(
                "\(error)".contains("'9-4194303' of 'range' is no range of instances")
                    && "\(error)".contains("4194302"))
        }
    }

    @Test func `ranges of addresses and units are taken`() throws {
        #expect(try FieldAddresses.units("1-3,2,247") == [1, 2, 3, 247])
        #expect(try FieldAddresses.range("7") == 7...7)
        let endpoints = try FieldAddresses.endpoints("10.0.0.7, 10.0.0.255:1", option: "bacnet", port: 47808)
        #expect(endpoints.map(\.description) == ["10.0.0.7:47808", "10.0.0.255:1"])
        #expect(endpoints.map(\.isBroadcast) == [false, true])
        #expect(try FieldAddresses.hosts("meters.example:1502", option: "modbus", port: 502).map(\.port) == [1502])
    }

    @Test func `hosts may be named as trunks of the design`() throws {
        let hosts = try FieldAddresses.hosts("plant=gw:1502, roof=gw, gx", option: "modbus", port: 502)
        #expect(hosts.map(\.trunk) == ["plant", "roof", ""] && hosts.map(\.name) == ["gw", "gw", "gx"])
        #expect(hosts.map(\.port) == [1502, 502, 502])
    }

    @Test func `a map without points is refused with what is wrong`() async throws {
        await #expect(throws: CollectorError.self) {
            try await run(["modbus": "gw", "map": "map.csv"], files: ["map.csv": Array("name,address\nx,y\n".utf8)])
        }
    }
}
