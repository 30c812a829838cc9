import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 0-64 of the framework, pack id and result per item.
@Suite struct ReadinessAssessmentTests {
    private let items = ReadinessPack.connectivity.items.map(\.id)

    private func table(_ results: [String: String] = [:], without left: [String] = []) -> String {
        let rows = items.filter { !left.contains($0) }.map { item in
            "\(item),\(results[item] ?? "yes,2026-11-10,kim,")"
        }
        return (["item,result,date,by,reason"] + rows).joined(separator: "\n") + "\n"
    }

    private func assess(_ text: String, pack: String = "connectivity") async throws -> CollectorReport {
        try await collect(ReadinessAssessment.self, ["pack": pack, "file": "r.csv"], ["r.csv": text])
    }

    @Test func `keeps the contract`() async {
        let files = ["r.csv": Array(table().utf8)]
        let given = ["file": "r.csv", "pack": "connectivity"]
        #expect(await CollectorContract.violations(of: ReadinessAssessment.self, given: given, reading: files) == [])
    }

    @Test func `a pack that is met leaves nothing open`() async throws {
        let report = try await assess(table(["radio": "n-a,2026-11-10,kim,no radio is used"]))
        #expect(report.measured == ["assessed-items 7", "open-items 0"])
        #expect(report.verdict == .met)
        #expect(report.found == [])
        #expect(report.evidence.map(\.draft.artifact) == ["readiness-report"])
    }

    @Test func `missing, failed and unknown items are found`() async throws {
        let text = table(["latency": "no,2026-11-10,kim,"], without: ["names"]) + "wifi,yes,2026-11-10,kim,\n"
        let report = try await assess(text)
        #expect(report.measured == ["assessed-items 7", "open-items 2"])
        #expect(report.verdict == .unmet)
        #expect(report.found == ["readiness-failed line 3", "readiness-missing names", "readiness-unknown line 8"])
    }

    @Test func `all packs ask for all items`() async throws {
        let report = try await assess(table(), pack: "all")
        #expect(report.measured == ["assessed-items 21", "open-items 14"])
    }

    @Test(arguments: [
        ("n-a,2026-11-10,kim,", "does not apply for no reason"), ("yes,2026-11-22,kim,", "lies in the future"),
        ("maybe,2026-11-10,kim,", "column 'result' cannot be 'maybe'"), ("yes,,kim,", "column 'date' is empty"),
        ("yes,2026-11-10,,", "column 'by' is empty"),
    ])
    func `a result that says too little is refused`(cells: String, message: String) async {
        let error = await #expect(throws: CollectorError.self) { try await assess(table(["names": cells])) }
        #expect(error?.problems.count == 1)
        #expect(error?.problems.first?.contains(message) == true)
    }

    @Test func `two results for one item are refused`() async {
        let error = await #expect(throws: CollectorError.self) {
            try await assess(table() + "names,no,2026-11-10,kim,\n")
        }
        #expect(error?.problems.first?.hasPrefix("r.csv:9:1: 'names' has two results") == true)
    }
}
