import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: rows 3-38 to 3-44 of the framework.
@Suite struct ClassificationRecordTests {
    private func record(_ options: [String: String]) async throws -> (report: CollectorReport, lines: [String]) {
        let files = MemoryCollectorFiles()
        let context = CollectorContext(files: files, clock: { Timestamp(milliseconds: 0) })
        let report = try await ClassificationRecord(options: options).collect(in: context)
        let bytes = files.results["classification-record.csv"] ?? []
        return (report, String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    @Test func `keeps the contract`() async {
        #expect(await CollectorContract.violations(of: ClassificationRecord.self) == [])
    }

    @Test func `the record has every axis and the party that answers`() async throws {
        let options = ["delivery-model": "hybrid", "category": "data", "staffing": "augmentation", "domains": "518210"]
        let (report, lines) = try await record(options)
        #expect(
            lines == [
                "axis,value", "delivery-model,hybrid", "category,data", "staffing,augmentation",
                "primary-domain,518210",
                "accountable-party,client",
            ])
        #expect(report.measured == ["classification-gaps 0"])
        #expect(report.verdict == .met)
    }

    @Test(arguments: [
        ("541511 541512", "development", "541511"), ("541511 541512", "architecture", "541512"),
        ("541512+541511", "development", "541511"), ("238210 541511", "architecture", "238210"),
        ("541512", "development", "541512"), ("561621 541511 541512", "development", "541511"),
    ])
    func `of development and architecture the first emphasis leads`(
        domains: String, emphasis: String, primary: String
    ) async throws {
        let (_, lines) = try await record(["domains": domains, "emphasis": emphasis])
        #expect(lines.contains("primary-domain,\(primary)"))
        #expect(lines.count { $0.hasPrefix("further-domain,") } == domains.split { " +".contains($0) }.count - 1)
    }

    @Test(arguments: [
        (["domains": "541514"], "option 'domains' cannot have '541514'"),
        (["domains": "541512 541512"], "option 'domains' has '541512' twice"),
        (["domains": " "], "option 'domains' has no code"), (["domains": "+"], "option 'domains' has no code"),
        (
            ["category": "managed", "staffing": "augmentation"],
            "option 'staffing' cannot be 'augmentation' for category 'managed'"
        ),
    ])
    func `what cannot be recorded is refused`(options: [String: String], message: String) {
        #expect(#expect(throws: InvalidValue.self) { try ClassificationRecord(options: options) }?.message == message)
    }
}
