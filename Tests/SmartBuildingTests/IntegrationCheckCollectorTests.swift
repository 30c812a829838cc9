import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import SmartBuilding

/// A small design, sound as it stands; each test breaks it in one place. What each defect is called and which measure
/// counts it follow the overlay's gate and the rules that the standards state.
@Suite struct IntegrationCheckCollectorTests {
    static let sound: [String: [UInt8]] = [
        "baseline.json": Array(
            """
            {"format": "phaseloom.inventory/1", "devices": [
            {"instance": 1201, "address": "192.0.2.7:47808", "databaseRevision": 7, "objects": [
            {"object": "analog-input,1", "name": "SAT", "units": "degrees-celsius"},
            {"object": "analog-output,1", "name": "HV", "units": "percent", "commandable": true},
            {"object": "multi-state-value,1", "name": "MODE", "numberOfStates": 4}]}],
            "units": [{"endpoint": "gw", "unit": 3, "registers": [
            {"name": "power", "table": "holding-registers", "address": 10, "type": "int32", "order": "ABCD",
            "units": "W", "access": "read", "raw": "000005dc"}]}]}
            """.utf8),
        "plan_EDE.csv": Array(
            """
            #keyname;device obj.-instance;object-name;object-type;object-instance;max-present-value;unit-code
            A1;1201;SAT;0;1;;62
            A2;1201;HV;1;1;100;98
            A3;1201;MODE;19;1;4;
            """.utf8),
        "meter.csv": Array(
            """
            name,address,convention,type,order,units,access,unit,trunk,device,poll class
            power,10,zero-based,int32,ABCD,W,read,3,gw,meter,fast
            energy,12,zero-based,uint32,ABCD,kWh,read,3,gw,meter,slow
            """.utf8),
        "matrix.csv": Array(
            """
            source;target;new;direction;source-units;target-units;scale;offset;poll-seconds;priority;owner;states
            bacnet:1201/analog-input,1;tag:sat;;;°C;°F;1.8;32;30;;plant;
            bacnet:1201/analog-output,1;tag:valve;;write;%;%;;;;8;plant;
            bacnet:1201/multi-state-value,1;tag:mode;;;;;;;60;;plant;4
            modbus:gw/3/holding-registers/10;tag:power;;;W;kW;0.001;;10;;energy;
            modbus:gw/3/holding-registers/12;tag:energy;yes;;kWh;kWh;;;900;;energy;
            """.utf8),
    ]

    static let options = [
        "inventory": "baseline.json", "points": "plan_EDE.csv,meter.csv", "matrix": "matrix.csv",
    ]

    /// The design with a text replaced in one of its files.
    static func broken(_ file: String, _ text: String, _ replacement: String) throws -> [String: [UInt8]] {
        let before = String(decoding: try #require(sound[file]), as: UTF8.self)
        let after = before.replacing(text, with: replacement)
        #expect(after != before)
        return sound.merging([file: Array(after.utf8)]) { $1 }
    }

    private func report(
        _ files: [String: [UInt8]] = sound, _ options: [String: String] = options
    ) async throws -> CollectorReport {
        let context = CollectorContext(
            files: MemoryCollectorFiles(files), clock: { Timestamp(milliseconds: 1_795_000_000_000) })
        return try await IntegrationCheckCollector(options: options).collect(in: context)
    }

    private func measures(_ report: CollectorReport, _ artifact: ID) -> [String: Double] {
        let drafts = report.evidence.map(\.draft).filter { $0.artifact == artifact }
        let pairs = (drafts.last?.measurements ?? []).map { ($0.name.text, $0.value ?? .nan) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    @Test func `keeps the contract`() async {
        let violations = await CollectorContract.violations(
            of: IntegrationCheckCollector.self, given: Self.options, reading: Self.sound)
        #expect(violations == [])
    }

    @Test func `a sound design passes, and each artifact carries what its gate asks`() async throws {
        let report = try await report()
        #expect(report.verdict == .met)
        #expect(
            report.evidence.map(\.draft.artifact) == [
                "object-plan", "register-map", "point-list", "integration-matrix", "integration-report",
                "integration-report",
            ])
        #expect(measures(report, "object-plan") == ["duplicate-device-instances": 0, "duplicate-object-ids": 0])
        #expect(
            measures(report, "register-map") == [
                "register-overlaps": 0, "unaddressed-registers": 0, "unordered-values": 0, "duplicate-unit-ids": 0,
            ])
        #expect(measures(report, "point-list") == ["unit-mismatches": 0])
        #expect(
            measures(report, "integration-matrix") == [
                "unmatched-points": 0, "unit-mismatches": 0, "forbidden-commands": 0, "points": 5,
            ])
        #expect(measures(report, "integration-report").count == 9)
        let graver = report.evidence.flatMap(\.draft.findings).filter { $0.severity != .note }
        #expect(graver == [])
    }

    @Test(arguments: [
        ("matrix.csv", "input,1;tag", "input,9;tag", "unmatched-point", "unmatched-points"),
        ("matrix.csv", "°C;°F;1.8;32", "°C;days;;", "unit-mismatch", "unit-mismatches"),
        ("matrix.csv", "W;kW;0.001", "W;kWh;0.001", "unit-mismatch", "unit-mismatches"),
        ("plan_EDE.csv", ";;62", ";;64", "unit-mismatch", "unit-mismatches"),
        ("matrix.csv", ";;;8;", ";;;;", "missing-priority", "forbidden-commands"),
        ("matrix.csv", ";;;8;", ";;;3;", "reserved-priority", "forbidden-commands"),
        ("matrix.csv", "sat;;;", "sat;;write;", "forbidden-command", "forbidden-commands"),
        ("matrix.csv", "tag:mode", "bacnet:1201/analog-input,1", "forbidden-command", "forbidden-commands"),
        ("plan_EDE.csv", "HV;1;1", "HV;0;1", "duplicate-object", "duplicate-object-ids"),
        ("plan_EDE.csv", "HV", "SAT", "duplicate-name", "duplicate-object-ids"),
        ("meter.csv", "energy,12", "energy,11", "register-overlap", "register-overlaps"),
        ("meter.csv", "uint32,ABCD", "uint32,", "unstated-order", "unordered-values"),
        ("meter.csv", "energy,12,zero-based", "energy,40013,", "ambiguous-address", "unaddressed-registers"),
        ("meter.csv", "3,gw,meter,slow", "3,gw,pump,slow", "duplicate-unit-id", "duplicate-unit-ids"),
        ("baseline.json", "\"name\": \"HV\"", "\"name\": \"SAT\"", "duplicate-name", "duplicate-object-ids"),
    ])
    func `a planted defect blocks and counts`(
        file: String, text: String, replacement: String, rule: String, measure: String
    ) async throws {
        let report = try await report(Self.broken(file, text, replacement))
        #expect(report.verdict == .unmet)
        let codes = report.evidence.flatMap(\.draft.findings).map(\.code.text)
        #expect(codes.contains(rule), "\(codes)")
        #expect(try #require(measures(report, "integration-report")[measure]) > 0)
    }

    @Test(arguments: [
        ("matrix.csv", "plant;4", "plant;3", "matrix-state-count"),
        ("plan_EDE.csv", ";4;", ";5;", "matrix-state-count"),
        ("plan_EDE.csv", "A1;1201", "A1;4194303", "device-instance-range"),
        ("matrix.csv", "bacnet:1201/analog-input,1", "bacnet:4194303/analog-input,1", "device-instance-range"),
        ("meter.csv", "energy,12", "energy,65535", "bad-address"),
    ])
    func `what no measure counts blocks as well`(
        file: String, text: String, replacement: String, rule: String
    ) async throws {
        let report = try await report(Self.broken(file, text, replacement))
        #expect(report.verdict == .unmet)
        #expect(report.evidence.flatMap(\.draft.findings).contains { $0.code.text == rule })
    }

    @Test(arguments: [
        ("plan_EDE.csv", "A1;", "=1+cmd|' /C calc'!A0;", "formula-injection"),
        ("plan_EDE.csv", "MODE", "MODUS", "name-mismatch"), ("plan_EDE.csv", "A3;1201", "A3;1299", "unseen-points"),
    ])
    func `what can be built is told and passes`(
        file: String, text: String, replacement: String, rule: String
    ) async throws {
        let report = try await report(Self.broken(file, text, replacement))
        #expect(report.verdict == .met)
        #expect(report.evidence.flatMap(\.draft.findings).contains { $0.code.text == rule && $0.severity == .warning })
    }

    @Test(
        arguments: [
            (["matrix": "matrix.csv"], []),
            (
                ["inventory": "baseline.json"],
                ["duplicate-device-instances", "duplicate-object-ids", "duplicate-unit-ids"]
            ),
            (["points": "plan_EDE.csv"], ["duplicate-device-instances", "duplicate-object-ids"]),
            (
                ["points": "meter.csv"],
                ["duplicate-unit-ids", "register-overlaps", "unaddressed-registers", "unordered-values"]
            ),
            (
                ["points": "plan_EDE.csv", "matrix": "matrix.csv"],
                ["duplicate-device-instances", "duplicate-object-ids", "unit-mismatches"]
            ),
        ] as [([String: String], [String])])
    func `what was not given does not read as zero`(options: [String: String], names: [String]) async throws {
        let report = try await report(Self.sound, options)
        #expect(report.verdict == .undefined)
        #expect(measures(report, "integration-report").keys.sorted() == names)
    }

    @Test func `a baseline that the building has left behind is stale`() async throws {
        let now = try Self.broken("baseline.json", "\"databaseRevision\": 7", "\"databaseRevision\": 8")
        let files = Self.sound.merging(["now.json": now["baseline.json"] ?? []]) { $1 }
        let report = try await report(files, Self.options.merging(["current": "now.json"]) { $1 })
        #expect(report.verdict == .unmet)
        #expect(report.evidence.flatMap(\.draft.findings).contains { $0.code == "stale-baseline" })
    }

    @Test(
        arguments: [
            ([:], "there is nothing to check"),
            (["current": "a.json", "points": "b"], "'current' is given without 'inventory'"),
            (["points": "a/x.csv,b/x.csv"], "two files are named 'x.csv'"),
            (["matrix": "m.csv", "convention": "modicon"], "option 'convention' cannot be 'modicon'"),
        ] as [([String: String], String)])
    func `options that do not go together are refused`(options: [String: String], message: String) {
        let error = #expect(throws: InvalidValue.self) { try IntegrationCheckCollector(options: options) }
        #expect(error?.message == message)
    }

    @Test func `an inventory that is none is refused with its place`() async throws {
        let files = Self.sound.merging(["baseline.json": Array("{\n \"format\": 1}".utf8)]) { $1 }
        let error = await #expect(throws: CollectorError.self) { try await report(files) }
        #expect(error?.code == .data)
        #expect(error?.problems.first?.hasPrefix("baseline.json:2:12: $.format: ") == true)
    }
}
