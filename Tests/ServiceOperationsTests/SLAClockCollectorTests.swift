import PhaseLoom
import PhaseLoomTesting
import ServiceOperations
import Testing

/// Expected values: minutes counted by hand on the calendar of November 2026, in which the 18th is a Wednesday.
@Suite struct SLAClockCollectorTests {
    static let week = """
        weekday,open,close
        monday,09:00,17:00
        tuesday,09:00,17:00
        wednesday,09:00,17:00
        thursday,09:00,17:00
        friday,09:00,17:00

        """
    /// Opened at 14:00, answered at 14:10, paused from 15:00 to 11:00 the next day, solved at 15:00.
    static let solved = """
        time,event
        2026-11-18T14:00:00-05:00,opened
        2026-11-18T14:10:00-05:00,responded
        2026-11-18T15:00:00-05:00,paused
        2026-11-19T11:00:00-05:00,resumed
        2026-11-19T15:00:00-05:00,resolved

        """

    @Test func `business minutes are measured`() async throws {
        let report = try await Self.report(
            Self.solved, ["calendar": "week.csv", "zone": "America/New_York", "resolution": "480", "update": "240"])
        let figures = Self.figures(report)
        #expect(figures["response-minutes"] == 10)
        #expect(figures["restoration-minutes"] == 300)
        // From the answer: 50 minutes until the pause and 240 after it.
        #expect(figures["update-gap-minutes"] == 290)
        #expect(figures["counted-minutes"] == 300)
        // Two hours of Wednesday and two of Thursday; the night is no time of service.
        #expect(figures["paused-minutes"] == 240)
        #expect(report.verdict == .unmet)
        #expect(report.evidence.map(\.draft.artifact) == ["incident-timeline"])
        let findings = report.evidence.flatMap(\.draft.findings)
        #expect(findings.filter { $0.code == "sla-breach" }.map(\.subject) == ["update"])
        #expect(findings.filter { $0.code == "sla-warning" && $0.subject == "resolution" }.count == 1)
    }

    @Test(arguments: [
        ("2026-11-18T14:00:00Z,opened", "2026-11-18T14:05:00Z", Verdict.undefined),
        ("2026-11-18T14:00:00Z,opened", "2026-11-18T14:15:00Z", .undefined),
        ("2026-11-18T14:00:00Z,opened", "2026-11-18T14:15:00.001Z", .unmet),
        ("2026-11-18T14:00:00Z,opened\n2026-11-18T14:05:00Z,paused", "2026-12-18T14:00:00Z", .undefined),
        ("2026-11-18T14:00:00Z,opened\n2026-11-18T14:15:00Z,resolved", "2026-11-18T15:00:00Z", .met),
        (
            "2026-11-18T14:00:00Z,opened\n2026-11-18T14:05:00Z,paused\n2026-11-19T14:00:00Z,resolved",
            "2026-11-19T15:00:00Z", .met
        ),
        ("2026-11-18T14:20:00Z,resolved\n2026-11-18T14:00:00Z,opened", "2026-11-18T15:00:00Z", .unmet),
    ])
    func `the verdict is that of all targets`(events: String, now: String, verdict: Verdict) async throws {
        let report = try await Self.report("time,event\n\(events)\n", ["now": now])
        #expect(report.verdict == verdict)
    }

    /// Three hours at the low priority, then an hour is allowed: overrun, a fresh hour, or five eighths of one.
    @Test(arguments: [("retain", Verdict.unmet), ("restart", .met), ("carry", .met)])
    func `a change of priority goes by the policy`(policy: String, verdict: Verdict) async throws {
        let events = """
            time,event,priority
            2026-11-18T09:00:00Z,opened,low
            2026-11-18T12:00:00Z,reprioritised,high
            2026-11-18T12:30:00Z,resolved,

            """
        let report = try await Self.report(events, ["targets": "targets.csv", "policy": policy])
        #expect(report.verdict == verdict)
    }

    @Test func `holidays do not count`() async throws {
        let events = "time,event\n2026-11-25T16:00:00-05:00,opened\n2026-11-27T10:00:00-05:00,resolved\n"
        let report = try await Self.report(
            events, ["calendar": "week.csv", "holidays": "holidays.csv", "zone": "America/New_York"])
        #expect(Self.figures(report)["restoration-minutes"] == 120)
    }

    /// New York and London share 14:00 to 17:00 UTC of their day in November.
    @Test func `calendars of several zones unite`() async throws {
        let events = "time,event\n2026-11-18T00:00:00Z,opened\n2026-11-19T00:00:00Z,resolved\n"
        let report = try await Self.report(events, ["calendar": "zones.csv"])
        #expect(Self.figures(report)["restoration-minutes"] == 780)
    }

    @Test(arguments: [
        ("", "the file is empty"), ("time,event\n", "nothing below the header"),
        ("time,event\n2026-11-18,resolved", "e.csv:2: the history does not begin with 'opened'"),
        ("time,event\n2026-11-18,opened\n2026-11-19,opened", "e.csv:3: 'opened' comes a second time"),
        ("time,event\n2026-11-18,opened\n2026-11-19,resumed", "'resumed' ends no pause"),
        ("time,event\n2026-11-18,opened\n2026-11-19,paused\n2026-11-19,paused", "'paused' comes a second time"),
        ("time,event\n2026-11-18,opened\n2026-11-19,resolved\n2026-11-20,updated", "comes after 'resolved'"),
        ("time,event\n2036-11-18,opened", "is later than now"), ("time,event\n1916-11-18,opened", "ten years"),
        ("time,event\n2026-11-18,open", "column 'event' cannot be 'open': write 'opened'"),
        ("time,event\nnoon,opened", "cannot be 'noon'"), ("time,event,priority\n2026-11-18,reprioritised,", "names no"),
        ("time,event,priority\n2026-11-18,opened,low\n2026-11-19,updated,low", "does not change the priority"),
        ("time,event,priority\n2026-11-18,opened,urgent", "'urgent' has no targets"),
    ])
    func `events that cannot be are refused`(events: String, problem: String) async {
        let error = await #expect(throws: CollectorError.self) {
            _ = try await Self.report(events, ["targets": "targets.csv"])
        }
        #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        ("calendar", "weekday,open,close\nmonday,9:00,17:00", "'9:00' is no time of day"),
        ("calendar", "weekday,open,close\nmonday,24:00,17:00", "'24:00' is no time of day"),
        ("calendar", "weekday,open,close\nmoonday,09:00,17:00", "write 'monday'"),
        ("calendar", "weekday,open,close,zone\nmonday,09:00,17:00,Mars", "there is no time zone 'Mars'"),
        ("holidays", "day,name\n2026-02-30,None", "cannot be '2026-02-30'"),
        ("targets", "priority,response,resolution\nlow,-1,5", "cannot be '-1'"),
        ("targets", "priority,response,resolution\nlow,1,9999999999", "more than a year"),
        ("targets", "priority,response,resolution\nlow,1,5\nlow,1,6", "two targets of 'low'"),
    ])
    func `tables that cannot be are refused`(option: String, text: String, problem: String) async {
        let error = await #expect(throws: CollectorError.self) {
            _ = try await Self.report(Self.solved, [option: "own.csv"], own: text)
        }
        #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [["zone": "Europe/Londn"], ["response": "-1"], ["policy": "forget"], ["now": "soon"]])
    func `options that cannot be are refused`(options: [String: String]) {
        #expect(throws: InvalidValue.self) {
            try SLAClockCollector(options: options.merging(["events": "e.csv"]) { $1 })
        }
    }

    @Test func `it keeps the contract of collectors`() async {
        let given = [
            "events": "e.csv", "calendar": "week.csv", "holidays": "holidays.csv", "targets": "targets.csv",
            "now": "2026-12-24T12:00:00Z",
        ]
        let files = Self.files(Self.solved).filter { given.values.contains($0.key) }
        #expect(await CollectorContract.violations(of: SLAClockCollector.self, given: given, reading: files) == [])
    }

    private static func files(_ events: String, own: String = "") -> [String: [UInt8]] {
        let texts = [
            "e.csv": events, "week.csv": week, "own.csv": own, "holidays.csv": "day,name\n2026-11-26,Thanksgiving\n",
            "targets.csv": "priority,response,resolution,update\nlow,240,480,\nhigh,240,60,\n",
            "zones.csv":
                "weekday,open,close,zone\nwednesday,09:00,17:00,Europe/London\nwednesday,09:00,17:00,America/New_York\n",
        ]
        return texts.mapValues { Array($0.utf8) }
    }

    private static func report(
        _ events: String, _ options: [String: String], own: String = ""
    ) async throws -> CollectorReport {
        let collector = try SLAClockCollector(options: options.merging(["events": "e.csv"]) { $1 })
        let now = try Timestamp(parsing: "2026-12-24T12:00:00Z")
        return try await collector.collect(
            in: CollectorContext(files: MemoryCollectorFiles(files(events, own: own)), clock: { now }))
    }

    private static func figures(_ report: CollectorReport) -> [String: Double] {
        report.evidence.flatMap(\.draft.measurements).reduce(into: [:]) { $0[$1.name.text] = $1.value }
    }
}
