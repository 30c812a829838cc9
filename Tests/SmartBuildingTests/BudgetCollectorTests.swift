import PhaseLoom
import PhaseLoomTesting
import Synchronization
import Testing

@testable import SmartBuilding

@Suite struct BudgetCollectorTests {
    static let plan = Array(
        """
        record,id,kind,baud,network,subnet,name,trunk,instance,unit,seconds,masters,delay-ms,address
        trunk,gw,modbus-rtu,9600,,,,,,,,,50
        trunk,floor,bacnet-mstp,38400,2001,,,,,,,12,
        device,,,,,,meter,gw,,3,,,
        device,,,,,,ahu,floor,1201,,,,
        poll-class,,,,,,fast,,,,10,,
        poll-class,,,,,,slow,,,,900,,

        """.utf8)

    static var files: [String: [UInt8]] {
        IntegrationCheckCollectorTests.sound.merging(["network.csv": plan]) { $1 }
    }

    static let options = [
        "plan": "network.csv", "matrix": "matrix.csv", "points": "plan_EDE.csv,meter.csv", "inventory": "baseline.json",
    ]

    private func run(
        _ options: [String: String] = options, _ files: [String: [UInt8]] = files
    ) async throws -> (report: CollectorReport, answer: String) {
        let text = Mutex("")
        let context = CollectorContext(
            files: MemoryCollectorFiles(files), clock: { Timestamp(milliseconds: 0) },
            respond: { piece in text.withLock { $0 += piece } })
        let report = try await BudgetCollector(options: options).collect(in: context)
        return (report, text.withLock { $0 })
    }

    @Test func `keeps the contract`() async {
        let violations = await CollectorContract.violations(
            of: BudgetCollector.self, given: Self.options, reading: Self.files)
        #expect(violations == [])
    }

    @Test func `the plan and the report carry the largest load`() async throws {
        let (report, answer) = try await run()
        #expect(report.verdict == .met)
        #expect(
            report.evidence.map(\.draft.artifact) == [
                "building-network-plan", "integration-report", "integration-report",
            ])
        let loads = report.evidence.flatMap(\.draft.measurements)
        #expect(loads.map(\.name) == ["trunk-load", "trunk-load"])
        #expect(loads.allSatisfy { $0.value.map { $0 > 0 && $0 < 0.6 } == true })
        #expect(answer.split(separator: "\n").count == 6)
        #expect(answer.contains("gw: modbus-rtu 9600 bit/s 8N1"))
    }

    @Test func `a trunk without reserve is a finding with advice`() async throws {
        let matrix = String(decoding: Self.files["matrix.csv"] ?? [], as: UTF8.self)
        let fast = Self.files.merging(["matrix.csv": Array(matrix.replacing(";10;;energy", with: ";0.1;;energy").utf8)])
        { $1 }
        let (report, answer) = try await run(Self.options, fast)
        #expect(report.verdict == .unmet)
        let finding = report.evidence.flatMap(\.draft.findings).first { $0.code == "overloaded-trunk" }
        #expect(finding?.hint.contains("times more slowly") == true)
        #expect(answer.contains("overloaded-trunk"))
    }

    @Test func `what nobody plans leaves the load undefined`() async throws {
        var options = Self.options
        options["matrix"] = nil
        let (report, _) = try await run(options)
        #expect(report.evidence.flatMap(\.draft.measurements).allSatisfy { $0.value == nil })
        #expect(report.verdict == .unmet)
        let filled = try await run(options.merging(["interval": "60"]) { $1 })
        #expect(filled.report.verdict == .met)
    }

    @Test(arguments: [
        ("matrix.csv", "gw/3/holding-registers/12", "gw/300/holding-registers/12"),
        ("network.csv", "poll-class,,,,,,fast,,,,10", "poll-class,,,,,,fast,,,,ten"),
        ("meter.csv", "uint32", "uint33"),
    ])
    func `a row that cannot be read leaves the load undefined`(
        file: String, text: String, replacement: String
    ) async throws {
        let before = String(decoding: try #require(Self.files[file]), as: UTF8.self)
        let files = Self.files.merging([file: Array(before.replacing(text, with: replacement).utf8)]) { $1 }
        let (report, _) = try await run(Self.options, files)
        #expect(report.verdict == .unmet)
        #expect(report.evidence.flatMap(\.draft.measurements).allSatisfy { $0.value == nil })
        #expect(report.evidence.flatMap(\.draft.findings).contains { $0.code == "bad-cell" })
    }

    @Test(arguments: [
        (["plan": "p"], "nothing says what is polled"), (["matrix": "m"], "option 'plan' is missing"),
        (["plan": "a/x", "matrix": "b/x"], "two files are named 'x'"),
        (["plan": "p", "matrix": "m", "reserve": "1"], "option 'reserve' cannot be '1'"),
    ])
    func `options that do not go together are refused`(options: [String: String], message: String) {
        let error = #expect(throws: InvalidValue.self) { try BudgetCollector(options: options) }
        #expect(error?.message == message)
    }
}
