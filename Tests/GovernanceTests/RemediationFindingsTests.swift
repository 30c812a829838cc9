import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 3-09 of the framework, finding → owner → due → retest → close; today is 2026-11-21.
@Suite struct RemediationFindingsTests {
    private let header = "finding,severity,found,owner,due,retested,closed\n"

    private func read(_ rows: String) async throws -> CollectorReport {
        try await collect(RemediationFindings.self, ["file": "f.csv"], ["f.csv": header + rows])
    }

    @Test func `keeps the contract`() async {
        let files = ["f.csv": Array((header + "F1,high,2026-11-01,kim,2026-12-01,2026-11-20,2026-11-20\n").utf8)]
        let given = ["file": "f.csv"]
        #expect(await CollectorContract.violations(of: RemediationFindings.self, given: given, reading: files) == [])
    }

    @Test func `closed, tested and owned findings pass`() async throws {
        let report = try await read(
            "F1,critical,2026-11-01,kim,2026-11-16,2026-11-10,2026-11-11\nF2,critical,2026-11-01,lee,2026-11-16,2026-11-05,2026-11-05\n"
        )
        #expect(
            report.measured == [
                "critical-finding-days 10 d", "high-finding-days 0 d", "low-finding-days 0 d",
                "moderate-finding-days 0 d",
                "open-findings 0", "unowned-findings 0", "untested-closures 0",
            ])
        #expect(report.verdict == .met)
        #expect(report.found == [])
    }

    @Test func `no findings leave nothing open`() async throws {
        let report = try await read("")
        #expect(report.verdict == .met)
        #expect(report.measured.allSatisfy { $0.contains(" 0") })
    }

    @Test(arguments: [
        ("F1,low,2026-11-01,kim,2026-12-01,,", ["finding-open line 2"], "low-finding-days 20 d"),
        ("F1,low,2026-11-01,,2026-12-01,2026-11-02,2026-11-03", ["finding-unowned line 2"], "low-finding-days 2 d"),
        ("F1,high,2026-11-01,kim,,2026-11-02,2026-11-02", ["finding-unowned line 2"], "high-finding-days 1 d"),
        ("F1,high,2026-11-01,kim,2026-12-01,,2026-11-02", ["finding-untested line 2"], "high-finding-days 1 d"),
        (
            "F1,high,2026-09-01,kim,2026-10-01,,", ["finding-open line 2", "finding-late line 2"],
            "high-finding-days 81 d"
        ),
        (
            "F1,moderate,2026-09-01,kim,2026-09-02,2026-09-30,2026-10-01", ["finding-late line 2"],
            "moderate-finding-days 30 d"
        ),
    ])
    func `what is open, unowned, untested or late is found`(row: String, found: [String], days: String) async throws {
        let report = try await read(row + "\n")
        #expect(report.found == found)
        #expect(report.measured.contains(days))
    }

    @Test(arguments: [
        ("F1,grave,2026-11-01,,,,", "column 'severity' cannot be 'grave'"),
        ("F1,low,2026-11-10,,2026-11-09,,", "'2026-11-09' lies before the finding"),
        ("F1,low,2026-11-01,,,2026-11-05,2026-11-04", "it was closed before it was tested again"),
        ("F1,low,,,,,", "column 'found' is empty"),
    ])
    func `days and words that cannot be are refused`(row: String, message: String) async {
        let error = await #expect(throws: CollectorError.self) { try await read(row + "\n") }
        #expect(error?.problems.first?.contains(message) == true)
    }

    @Test func `a finding stands once`() async {
        let row = "F1,low,2026-11-01,kim,2026-12-01,,\n"
        let error = await #expect(throws: CollectorError.self) { try await read(row + row) }
        #expect(error?.problems == ["f.csv:3:1: 'F1' stands twice: keep one row for each finding"])
    }
}
