import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 3-35 of the framework: unit, period, calendar, exclusions, source, rounding.
@Suite struct ServiceLevelLintTests {
    private let header = "metric,target,unit,period,calendar,exclusions,source,rounding\n"
    private let good = "availability,99.9,%,calendar month UTC,24x7,planned maintenance,probe log,down to 0.01\n"

    private func lint(_ rows: String) async throws -> CollectorReport {
        try await collect(ServiceLevelLint.self, ["file": "s.csv"], ["s.csv": header + rows])
    }

    @Test func `keeps the contract`() async {
        let files = ["s.csv": Array((header + good).utf8)]
        #expect(
            await CollectorContract.violations(of: ServiceLevelLint.self, given: ["file": "s.csv"], reading: files)
                == [])
    }

    @Test func `a level that leaves nothing open passes`() async throws {
        let report = try await lint(good)
        #expect(report.measured == ["service-level-defects 0", "service-levels 1"])
        #expect(report.verdict == .met)
    }

    @Test(arguments: 1...7)
    func `each part that is missing is a defect`(part: Int) async throws {
        var cells = good.dropLast().split(separator: ",").map(String.init)
        cells[part] = ""
        let report = try await lint(cells.joined(separator: ",") + "\n")
        let name = header.dropLast().split(separator: ",")[part]
        #expect(report.found == ["service-level-incomplete line 2"])
        #expect(report.evidence.first?.draft.findings.first?.message == "'availability' has no \(name)")
        #expect(report.verdict == .unmet)
    }

    @Test func `words that cannot be measured are defects`() async throws {
        let report = try await lint("fast answer,timely,min,month,24x7,none,desk,none\n")
        #expect(report.found == ["service-level-vague line 2", "service-level-vague line 2"])
    }

    @Test(arguments: [
        ("99.9,%,calendar month UTC,24x7", "none", 0), (">= 99.9,%,quarters,8x5", "half even, 2 digits", 0),
        ("4,h,month,working hours Vienna", "up", 0), ("100,%,year,Mon-Fri 9-17", "nearest minute", 0),
        ("100.1,%,month,24x7", "none", 1), ("-1,percent,month,24x7", "none", 1), ("0,h,month,24x7", "none", 1),
        ("nan,%,month,24x7", "none", 1), ("1e999,min,month,24x7", "none", 1), ("all,calls,month,24x7", "none", 1),
        ("99.9,%,sometimes,24x7", "none", 1), ("99.9,%,month,25x8", "none", 1), ("99.9,%,month,usual", "none", 1),
        ("99.9,%,month,24x7", "roughly", 1), ("999,%,ever,usual", "roughly", 4), ("-5,calls,month,24x7", "none", 1),
    ])
    func `targets, periods, calendars and roundings mean something`(
        parts: String, rounding: String, defects: Int
    ) async throws {
        let report = try await lint("uptime,\(parts),none,probe log,\"\(rounding)\"\n")
        #expect(report.found == Array(repeating: "service-level-unclear line 2", count: defects))
        #expect(report.verdict == (defects == 0 ? .met : .unmet))
    }

    @Test func `a metric stands once`() async {
        let error = await #expect(throws: CollectorError.self) { try await lint(good + good) }
        #expect(error?.problems == ["s.csv:3:1: 'availability' stands twice: keep one row for each metric"])
    }
}
