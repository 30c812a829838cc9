import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import ServiceOperations

/// Expected values: `Fixtures/sla-clock.json`, computed by three independent programs; the lengths of local days from
/// the database of time zones.
@Suite struct ServiceClockTests {
    typealias Case = ServiceClockCases.Case

    static func cases(_ kind: String) throws -> [Case] { try ServiceClockCases().cases.filter { $0.kind == kind } }

    @Test(arguments: try cases("due"))
    func `due moments are those computed elsewhere`(example: Case) throws {
        let clock = try ServiceClockCases().clock(of: example)
        let start = try Timestamp(parsing: example.start)
        let due = clock.due(Int64(try #require(example.targetMinutes)) * 60_000, after: start)
        #expect(due == (try example.expect.dueUTC.map { .at(try Timestamp(parsing: $0)) } ?? .paused))
    }

    @Test(arguments: try cases("elapsed") + cases("verdict"))
    func `business minutes are those computed elsewhere`(example: Case) throws {
        let clock = try ServiceClockCases().clock(of: example)
        let (start, end) = (try Timestamp(parsing: example.start), try Timestamp(parsing: #require(example.end)))
        #expect(clock.used(from: start, to: end) == (try #require(example.expect.businessMinutes)) * 60_000)
        guard let minutes = example.targetMinutes else { return }
        let verdict = TargetVerdict(
            .resolution, TargetClock(clock, from: start, minutes: minutes), stopped: end, now: end, isPaused: false)
        #expect((verdict.state == .met) == example.expect.met)
        #expect(max(0, -verdict.remaining) == example.expect.overrunMinutes.map { $0 * 60_000 })
        if let percent = example.expect.percentUsed {
            #expect(abs(Double(verdict.used) * 100 / Double(verdict.target) - percent) < 0.01)
        }
    }

    @Test(arguments: try cases("retarget"))
    func `changes of priority are those computed elsewhere`(example: Case) throws {
        let clock = try ServiceClockCases().clock(of: example)
        let (start, change) = (
            try Timestamp(parsing: example.start), try Timestamp(parsing: #require(example.changeAt))
        )
        let word = try #require(example.mode?.split(separator: "-").first)
        let policy = try #require(PriorityPolicy(rawValue: String(word)))
        var target = TargetClock(clock, from: start, minutes: try #require(example.targetMinutes))
        #expect(target.used(until: change) == example.expect.usedBusinessMinutesAtChange.map { $0 * 60_000 })
        target.change(to: try #require(example.newTargetMinutes), at: change, policy)
        #expect(target.due == .at(try Timestamp(parsing: #require(example.expect.dueUTC))))
        #expect((target.used(until: change) > target.target) == example.expect.alreadyBreachedAtChange)
    }

    @Test(arguments: try cases("milestones"))
    func `warnings are those computed elsewhere`(example: Case) throws {
        let clock = try ServiceClockCases().clock(of: example)
        let target = TargetClock(
            clock, from: try Timestamp(parsing: example.start), minutes: try #require(example.targetMinutes))
        for (percent, moment) in try #require(example.expect.atUTC) {
            #expect(target.due(percent: try #require(Int(percent))) == .at(try Timestamp(parsing: moment)))
        }
    }

    @Test func `no case is left out`() throws {
        let kinds = Set(try ServiceClockCases().cases.map(\.kind))
        #expect(kinds == ["due", "elapsed", "verdict", "retarget", "milestones"])
    }

    /// Local days in hours. Samoa left out 30 December 2011; Santiago sets its clocks at midnight.
    @Test(arguments: [
        ("America/New_York", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", 23),
        ("America/New_York", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", 25),
        ("America/Santiago", "2026-04-04T03:00:00Z", "2026-04-05T04:00:00Z", 25),
        ("Pacific/Apia", "2011-12-30T09:00:00Z", "2011-12-30T12:00:00Z", 3),
    ])
    func `time at all hours is the time that passes`(zone: String, start: String, end: String, hours: Int64) throws {
        let clock = ServiceClock([.always(in: try ServiceZone(zone))])
        let used = clock.used(from: try Timestamp(parsing: start), to: try Timestamp(parsing: end))
        #expect(used == hours * 3_600_000)
    }

    /// A window inside the hour that is skipped has no time; one inside the hour that is repeated has its time twice.
    @Test(arguments: [("2026-03-08", "02:15", "02:45", Int64(0)), ("2026-11-01", "01:15", "01:45", 60)])
    func `hours that clocks skip or repeat count as they pass`(
        day: String, open: String, close: String, minutes: Int64
    ) throws {
        let calendar = ServiceCalendar(
            zone: try ServiceZone("America/New_York"), weekly: (1...7).map { ($0, DayWindow(open, close)) })
        let start = try Timestamp(parsing: "\(day)T04:00:00Z")
        let used = ServiceClock([calendar]).used(from: start, to: start.advanced(byMilliseconds: 20 * 3_600_000))
        #expect(used == minutes * 60_000)
    }

    @Test(arguments: 0..<200)
    func `what is due after some business time is that time away`(seed: UInt64) throws {
        let cases = try ServiceClockCases()
        let example = cases.cases[Int(seed) % cases.cases.count]
        let clock = try cases.clock(of: example)
        let start = try Timestamp(parsing: example.start).advanced(byMilliseconds: Int64(seed) * 7_654_321)
        let target = Int64(1 + seed * 104_729 % 5_000_000_000)
        if case .at(let due) = clock.due(target, after: start) {
            #expect(clock.used(from: start, to: due) == target)
            #expect(clock.used(from: start, to: due.advanced(byMilliseconds: -1)) == target - 1)
        } else {
            #expect(example.pauses?.contains { $0.end == nil } == true)
        }
    }

    @Test func `the stretches of a period fill it without gaps`() throws {
        let cases = try ServiceClockCases()
        for example in cases.cases {
            let clock = try cases.clock(of: example)
            let start = try Timestamp(parsing: example.start)
            let period = Span(start: start, end: start.advanced(byMilliseconds: 40 * 86_400_000))
            let stretches = clock.stretches(in: period)
            #expect(stretches.map(\.span).united == [period])
            #expect(stretches.map(\.span).milliseconds == period.milliseconds)
            #expect(stretches.filter { $0.kind == .counted }.map(\.span).united == clock.counted(in: period))
        }
    }

    @Test func `an open pause leaves open when a target is used up`() throws {
        let start = try Timestamp(parsing: "2026-11-18T10:00:00Z")
        let pause = ServiceClock.Pause(start: start.advanced(byMilliseconds: 3_600_000), end: nil)
        let clock = ServiceClock([.always(in: try ServiceZone("UTC"))], pauses: [pause])
        #expect(clock.due(3_600_000, after: start) == .at(pause.start))
        #expect(clock.due(3_600_001, after: start) == .paused)
        #expect(clock.isPaused(at: pause.start))
        #expect(!clock.isPaused(at: start))
    }

    @Test func `a service that never opens is given up after ten years`() throws {
        let clock = ServiceClock([ServiceCalendar(zone: try ServiceZone("UTC"), weekly: [])])
        #expect(clock.due(1, after: Timestamp(milliseconds: 0)) == .beyond)
        #expect(clock.due(1, after: Timestamp.range.upperBound) == .beyond)
        #expect(clock.due(0, after: Timestamp(milliseconds: 7)) == .at(Timestamp(milliseconds: 7)))
    }

    /// 48 of 480 minutes are a tenth; a tenth of 60 is 6, so 54 are left.
    @Test func `a share that is carried over stays the same`() throws {
        let start = try Timestamp(parsing: "2026-11-18T10:00:00Z")
        var target = TargetClock(ServiceClock([.always(in: try ServiceZone("UTC"))]), from: start, minutes: 480)
        target.change(to: 60, at: start.advanced(byMilliseconds: 48 * 60_000), .carry)
        #expect(target.due == .at(start.advanced(byMilliseconds: (48 + 54) * 60_000)))
        #expect(target.due(percent: 5) == .at(start.advanced(byMilliseconds: 24 * 60_000)))
    }

    @Test(arguments: ["", "Mars/Olympus", "Europe/Londn", "../../etc/passwd"])
    func `time zones that do not exist are refused`(name: String) {
        #expect(throws: InvalidValue.self) { try ServiceZone(name) }
    }

    @Test(arguments: [
        ("00:00", 0), ("09:30", 570), ("24:00", 1440), ("24:01", nil), ("9:30", nil), ("09:60", nil), ("", nil),
        ("-1:00", nil), ("09:30:00", nil), ("٠٩:٣٠", nil), (":", nil),
    ])
    func `times of day are read strictly`(text: String, minutes: Int?) {
        #expect(DayWindow.minutes(text) == minutes)
    }
}
