import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import SmartHome

/// Expected values: 16 CCR 832.07 (C-7), 832.10 (C-10) and 832.46 (C-46); a licence counts on its last day and not on
/// the day after; Texas has no rule on low voltage on record, which is unknown and not none.
@Suite struct LicenceCollectorTests {
    static let register = """
        holder,credential,issuer,status,class,expires
        kim,contractor-licence,CSLB,active,c-7,2026-06-30
        lee,contractor-licence,CSLB,active,c-10,never
        max,contractor-licence,CSLB,suspended,c-10,never
        noa,contractor-licence,CSLB,unknown,c-46,never

        """

    private func report(_ assignments: [String], in place: String = "us-ca") async throws -> CollectorReport {
        let plan = (["task,class,technician,from,until"] + assignments).joined(separator: "\n")
        let files = MemoryCollectorFiles([
            "register.csv": Array(Self.register.utf8), "plan.csv": Array(plan.utf8),
        ])
        let context = CollectorContext(files: files, clock: { Timestamp(milliseconds: 0) })
        let options = ["register": "register.csv", "assignments": "plan.csv", "jurisdiction": place]
        return try await LicenceCollector(options: options).collect(in: context)
    }

    private func measured(_ report: CollectorReport, _ name: ID) -> Measurement? {
        report.evidence.flatMap(\.draft.measurements).first { $0.name == name }
    }

    @Test func `keeps the contract`() async {
        let plan = "task,class,technician,from,until\nwire,line-voltage,lee,2026-01-01,2026-01-02\n"
        let files = ["register.csv": Array(Self.register.utf8), "plan.csv": Array(plan.utf8)]
        let options = ["register": "register.csv", "assignments": "plan.csv", "jurisdiction": "us-ca"]
        let violations = await CollectorContract.violations(
            of: LicenceCollector.self, given: options, reading: files)
        #expect(violations == [])
    }

    @Test(
        arguments: [
            ("wire,line-voltage,lee,2026-01-01,2026-01-02", Verdict.met, nil),
            ("data,low-voltage,kim,2026-06-30,2026-06-30", .met, nil),
            ("data,low-voltage,kim,2026-06-30,2026-07-01", .unmet, "licence-expired"),
            ("data,low-voltage,lee,2026-01-01,2026-01-01", .met, nil),
            ("wire,line-voltage,kim,2026-01-01,2026-01-01", .unmet, "unlicensed-task"),
            ("roof,pv,lee,2026-01-01,2026-01-01", .met, nil),
            ("roof,pv,noa,2026-01-01,2026-01-01", .undefined, "licence-unknown"),
            ("wire,line-voltage,max,2026-01-01,2026-01-01", .unmet, "unlicensed-task"),
            ("wire,line-voltage,nobody,2026-01-01,2026-01-01", .unmet, "unlicensed-task"),
            ("bell,alarm,lee,2026-01-01,2026-01-01", .unmet, "unlicensed-task"),
        ] as [(String, Verdict, ID?)])
    func `a licence covers its class of work on its days`(assignment: String, verdict: Verdict, finding: ID?)
        async throws
    {
        let report = try await report([assignment])
        #expect(report.verdict == verdict)
        #expect(report.evidence.flatMap(\.draft.findings).map(\.code) == [finding].compactMap(\.self))
    }

    @Test(arguments: ["us-tx", "other"])
    func `a place without a rule leaves it open`(place: String) async throws {
        let report = try await report(["data,low-voltage,kim,2026-01-01,2026-01-01"], in: place)
        #expect(report.verdict == .undefined)
        let unlicensed = try #require(measured(report, "unlicensed-low-voltage"))
        #expect(unlicensed.value == nil)
    }

    @Test func `what is counted is what the gates ask for`() async throws {
        let report = try await report([
            "a,line-voltage,kim,2026-01-01,2026-01-01", "b,line-voltage,lee,2026-01-01,2026-01-01",
            "c,low-voltage,kim,2026-01-01,2027-01-01", "d,pv,noa,2026-01-01,2026-01-01",
        ])
        #expect(report.verdict == .unmet)
        #expect(measured(report, "unlicensed-line-voltage")?.value == 1)
        #expect(measured(report, "unlicensed-low-voltage")?.value == 1)
        #expect(measured(report, "unlicensed-pv").map { $0.value == nil } == true)
        #expect(measured(report, "unlicensed-alarm")?.value == 0)
        #expect(measured(report, "unlicensed-tasks")?.value == 2)
        #expect(report.evidence.map(\.draft.artifact) == ["technician-credentials", "technician-assignments"])
    }

    @Test(arguments: [
        "a,roofing,kim,2026-01-01,2026-01-01", "a,pv,kim,2026-02-30,2026-03-01", "a,pv,kim,2026-01-02,2026-01-01",
        "a,pv,,2026-01-01,2026-01-01", "a,pv,kim", ",pv,kim,2026-01-01,2026-01-01",
    ])
    func `assignments that cannot be are refused`(assignment: String) async {
        let error = await #expect(throws: CollectorError.self) { try await report([assignment]) }
        #expect(error?.code == .data)
    }
}
