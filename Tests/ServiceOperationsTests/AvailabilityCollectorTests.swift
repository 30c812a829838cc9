import PhaseLoom
import PhaseLoomTesting
import ServiceOperations
import Testing

/// Expected values: the cases of availability, computed elsewhere; mean time to repair is repair time divided by
/// failures, and undefined without failures.
@Suite struct AvailabilityCollectorTests {
    @Test(arguments: AvailabilityCase.all)
    func `availability is the one computed elsewhere`(example: AvailabilityCase) async throws {
        let figures = try await Self.figures(example)
        #expect(figures["agreed-service-time"] == example.agreed)
        #expect(figures["downtime"] == example.down)
        let availability = try #require(figures["availability"])
        #expect(abs(availability - example.percent) < 0.000_001)
    }

    /// 720 h with repairs of 1 h, 0.5 h and 2.5 h: 4/3 h to repair, 716/3 h between failures.
    @Test func `repair time is divided by the failures`() async throws {
        let figures = try await Self.figures(
            AvailabilityCase(
                id: "R01", from: "2026-11-01", until: "2026-12-01",
                outages: [
                    "2026-11-02T00:00:00Z,2026-11-02T01:00:00Z", "2026-11-03T00:00:00Z,2026-11-03T00:30:00Z",
                    "2026-11-04T00:00:00Z,2026-11-04T02:30:00Z",
                ], maintenance: [], agreed: 0, down: 0, percent: 0))
        #expect(figures["failures"] == 3)
        let repair = try #require(figures["mean-time-to-repair"])
        let between = try #require(figures["mean-time-between-failures"])
        #expect(abs(repair - 1.333333) < 0.000_001)
        #expect(abs(between - 238.666667) < 0.000_001)
    }

    @Test func `without failures there is no time to repair`() async throws {
        let figures = try await Self.figures(AvailabilityCase.all[7])
        #expect(figures["failures"] == 0)
        #expect(figures["availability"] == 100)
        #expect(figures["mean-time-to-repair"] == nil)
    }

    @Test func `an outage inside maintenance is no failure`() async throws {
        let figures = try await Self.figures(
            AvailabilityCase(
                id: "inside", from: "2026-11-01", until: "2026-12-01",
                outages: ["2026-11-02T01:00:00Z,2026-11-02T02:00:00Z"],
                maintenance: ["2026-11-02T00:00:00Z,2026-11-02T04:00:00Z"], agreed: 0, down: 0, percent: 0))
        #expect(figures["failures"] == 0)
        #expect(figures["availability"] == 100)
    }

    /// Each hour has an outage of ten minutes whose first five are maintenance: 72 failures of five minutes.
    @Test func `many outages and windows are taken apart one by one`() async throws {
        let hours = (1...3).flatMap { day in (0..<24).map { hour in (day: day, hour: hour) } }
        let spans = { (minutes: String) in
            hours.map { day, hour in
                let start = "2026-11-0\(day)T\(hour < 10 ? "0" : "")\(hour)"
                return "\(start):00:00Z,\(start):\(minutes):00Z"
            }
        }
        let figures = try await Self.figures(
            AvailabilityCase(
                id: "many", from: "2026-11-01", until: "2026-12-01", outages: spans("10").reversed(),
                maintenance: spans("05"), agreed: 0, down: 0, percent: 0))
        #expect(figures["failures"] == 72)
        #expect(figures["downtime"] == 21_600)
        #expect(figures["agreed-service-time"] == 2_570_400)
    }

    @Test func `a period that is all maintenance has no availability`() async throws {
        let context = CollectorContext(
            files: MemoryCollectorFiles([
                "o.csv": Array("from,to\n".utf8),
                "m.csv": Array("from,to\n2026-11-01T00:00:00Z,2026-12-01T00:00:00Z\n".utf8),
            ]), clock: { Timestamp(milliseconds: 0) })
        let collector = try AvailabilityCollector(options: [
            "outages": "o.csv", "maintenance": "m.csv", "from": "2026-11-01", "until": "2026-12-01",
        ])
        let report = try await collector.collect(in: context)
        #expect(report.verdict == .undefined)
    }

    @Test(arguments: [
        ("from,to\n2026-11-02T00:00:00Z,2026-11-01T00:00:00Z", "it ends before it begins"),
        ("from,to\nnoon,2026-11-01T00:00:00Z", "cannot be 'noon'"), ("from\n2026-11-01T00:00:00Z", "lacks 'to'"),
        ("from,to\n2026-11-01T00:00:00Z,", "column 'to' is empty"), ("", "the file is empty"),
    ])
    func `records that cannot be are refused`(text: String, problem: String) async {
        let options = ["outages": "o.csv", "from": "2026-11-01", "until": "2026-12-01"]
        let error = await #expect(throws: CollectorError.self) {
            let context = CollectorContext(
                files: MemoryCollectorFiles(["o.csv": Array(text.utf8)]), clock: { Timestamp(milliseconds: 0) })
            _ = try await AvailabilityCollector(options: options).collect(in: context)
        }
        #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        ("2026-12-01", "2026-11-01"), ("2026-11-01", "2026-11-01"), ("soon", "2026-11-01"), ("2026-11-01", "later"),
    ])
    func `a period that cannot be is refused`(from: String, until: String) {
        #expect(throws: InvalidValue.self) {
            try AvailabilityCollector(options: ["outages": "o.csv", "from": from, "until": until])
        }
    }

    @Test func `it keeps the contract of collectors`() async {
        let files = [
            "outages.csv": Array("from,to\n2026-11-02T00:00:00Z,2026-11-02T01:00:00Z\n".utf8),
            "maintenance.csv": Array("from,to\n2026-11-09T00:00:00Z,2026-11-09T01:00:00Z\n".utf8),
        ]
        let given = [
            "outages": "outages.csv", "maintenance": "maintenance.csv", "from": "2026-11-01", "until": "2026-12-01",
        ]
        #expect(
            await CollectorContract.violations(of: AvailabilityCollector.self, given: given, reading: files) == [])
    }

    private static func figures(_ example: AvailabilityCase) async throws -> [String: Double] {
        let text = { (spans: [String]) in Array((["from,to"] + spans).map { $0 + "\n" }.joined().utf8) }
        let files = MemoryCollectorFiles(["o.csv": text(example.outages), "m.csv": text(example.maintenance)])
        let collector = try AvailabilityCollector(options: [
            "outages": "o.csv", "maintenance": "m.csv", "from": example.from, "until": example.until,
        ])
        let report = try await collector.collect(
            in: CollectorContext(files: files, clock: { Timestamp(milliseconds: 0) }))
        return report.evidence.flatMap(\.draft.measurements).reduce(into: [:]) { $0[$1.name.text] = $1.value }
    }
}
