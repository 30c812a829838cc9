import PhaseLoom
import PhaseLoomTesting
import ServiceOperations
import Testing

/// Expected values: the cases of process metrics, computed elsewhere; definitions are those of DORA (change failure rate,
/// lead time for changes, rework rate) and of surveys (promoters 9 and 10, detractors 0 to 6; satisfied 4 and 5).
@Suite struct MetricsCollectorTests {
    private static let files = [
        "tickets.csv": ServiceRecordFixtures.tickets, "deployments.csv": ServiceRecordFixtures.deployments,
        "ratings.csv": ServiceRecordFixtures.ratings,
        "releases.csv": "release,defects,failures,coverage\n1.0,3,1,81\n1.1,0,0,84.5\n",
        "rituals.csv": "ritual,planned,held\nreview,2026-11-06,yes\nreview,2026-11-13,no\nboard,2026-11-20,yes\n",
    ].mapValues { Array($0.utf8) }
    private static let given = [
        "tickets": "tickets.csv", "deployments": "deployments.csv", "ratings": "ratings.csv",
        "releases": "releases.csv", "rituals": "rituals.csv",
    ]

    @Test(
        arguments: [
            ("response-compliance", 80, "%"), ("resolution-compliance", 80, "%"), ("reopening-rate", 20, "%"),
            ("first-contact-resolution", 40, "%"), ("customer-satisfaction", 60, "%"), ("net-promoter-score", 30, nil),
            ("change-failure-rate", 37.5, "%"), ("rework-rate", 25, "%"), ("delivery-lead-time", 15, "h"),
            ("rollback-effectiveness", 66.666667, "%"), ("failed-deployment-recovery-time", 1.5, "h"),
            ("tickets", 10, nil), ("deployments", 8, nil), ("failed-changes", 3, nil),
            // Two releases and three rituals, by hand.
            ("defects-per-release", 1.5, nil), ("failures-per-release", 0.5, nil), ("test-coverage", 81, "%"),
            ("ritual-adherence", 66.666667, "%"),
        ] as [(String, Double, String?)])
    func `figures are those computed elsewhere`(name: String, value: Double, unit: String?) async throws {
        let figure = try await Self.figures(Self.given, Self.files).first { $0.name.text == name }
        let found = try #require(figure?.value)
        #expect(abs(found - value) < 0.000_001)
        #expect(figure?.unit == unit)
    }

    @Test func `lead time from demand stands apart from that of the commit`() async throws {
        let text = """
            deployment,demand,commit,deployed,failed,rolled-back,unplanned-fix
            a,2026-11-01T00:00:00Z,2026-11-09T00:00:00Z,2026-11-11T00:00:00Z,no,no,no
            b,2026-11-01T00:00:00Z,2026-11-20T12:00:00Z,2026-11-21T00:00:00+00:00,no,no,no
            """
        let figures = try await Self.figures(["deployments": "d.csv"], ["d.csv": Array(text.utf8)])
        #expect(figures.first { $0.name == "demand-lead-time" }?.description == "demand-lead-time 15 d")
        #expect(figures.first { $0.name == "delivery-lead-time" }?.description == "delivery-lead-time 30 h")
        // Nothing failed: the share that rolling back cured is not zero but absent.
        #expect(figures.first { $0.name == "failed-changes" }?.value == 0)
        #expect(!figures.contains { $0.name == "rollback-effectiveness" })
    }

    @Test func `what is not given is not computed, and the report reads back`() async throws {
        let files = MemoryCollectorFiles(Self.files)
        let report = try await Self.report(["ratings": "ratings.csv"], files)
        #expect(report.verdict == .met)
        #expect(report.evidence.map(\.draft.artifact) == ["metrics-report"])
        #expect(report.evidence.first?.draft.measurements.map(\.name) == ["net-promoter-score"])
        let text = files.results["metrics-report.csv"].map { String(decoding: $0, as: UTF8.self) }
        #expect(text == "name,value,unit\nnet-promoter-score,30.0,\n")
        #expect(files.results["ratings.csv"] == Self.files["ratings.csv"])
    }

    @Test func `figures meet the criteria of the overlay by their names`() async throws {
        let names = try await Self.figures(Self.given, Self.files).map(\.name)
        let asked = try Composed(ServiceMetrics.self).sequence.phases.flatMap(\.gate)
            .filter { $0.needs == ["metrics-report"] }.compactMap { $0.bound?.measure }
        #expect(asked.count == 13)
        #expect(asked.filter { !names.contains($0) } == ["demand-lead-time"])
    }

    // MARK: what is refused

    @Test(arguments: [
        ("tickets", "ticket,response-met,resolution-met,reopened\nt1,1,yes,no", "cannot be '1'"),
        ("tickets", "ticket,response-met,resolution-met\nt1,yes,yes", "lacks 'reopened'"),
        ("tickets", "ticket,response-met,resolution-met,reopened,satisfaction\nt1,yes,yes,no,6", "'6' is no answer"),
        ("tickets", "ticket,response-met,resolution-met,reopened\n", "nothing below the header"),
        ("ratings", "rating\n11", "'11' is no rating"), ("ratings", "rating\n-1", "cannot be '-1'"),
        ("ratings", "", "the file is empty"), ("ratings", "rating\n9,9", "1 fields"),
        ("releases", "release,defects,failures,coverage\n1,0,0,101", "no share in percent"),
        ("releases", "release,defects,failures,coverage\n1,0,0,nan", "cannot be 'nan'"),
        ("rituals", "ritual,planned,held\nboard,2026-02-30,yes", "cannot be '2026-02-30'"),
        (
            "deployments",
            "deployment,commit,deployed,failed,rolled-back,unplanned-fix\nd,2026-11-02,2026-11-01T00:00:00Z,no,no,no",
            "deployed before its commit"
        ),
        (
            "deployments",
            "deployment,commit,deployed,failed,rolled-back,unplanned-fix\nd,yesterday,2026-11-01,no,no,no",
            "column 'commit' cannot be 'yesterday'"
        ),
        (
            "deployments",
            "deployment,commit,deployed,failed,rolled-back,unplanned-fix\nd,2026-11-01,2026-11-01,no,yes,no",
            "did not fail"
        ),
    ])
    func `records that cannot be are told with line and column`(kind: String, text: String, problem: String) async {
        let error = await #expect(throws: CollectorError.self) {
            try await Self.figures([kind: "r.csv"], ["r.csv": Array(text.utf8)])
        }
        #expect(error?.code == .data)
        #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
        #expect(error?.problems.allSatisfy { $0.hasPrefix("r.csv:") } == true)
    }

    @Test func `without records there is nothing to compute`() {
        let error = #expect(throws: InvalidValue.self) { try MetricsCollector(options: [:]) }
        #expect(error?.hint == "give a file of tickets, deployments or the like")
    }

    @Test func `it keeps the contract of collectors`() async {
        #expect(
            await CollectorContract.violations(of: MetricsCollector.self, given: Self.given, reading: Self.files) == [])
    }

    private static func figures(
        _ options: [String: String], _ files: [String: [UInt8]]
    ) async throws -> [Measurement] {
        try await report(options, MemoryCollectorFiles(files)).evidence.flatMap(\.draft.measurements)
    }

    private static func report(
        _ options: [String: String], _ files: MemoryCollectorFiles
    ) async throws -> CollectorReport {
        let context = CollectorContext(files: files, clock: { Timestamp(milliseconds: 0) })
        return try await MetricsCollector(options: options).collect(in: context)
    }
}
