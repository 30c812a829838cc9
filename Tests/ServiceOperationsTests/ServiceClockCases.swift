import FoundationEssentials
import PhaseLoom

@testable import ServiceOperations

/// The cases of the clock as `Fixtures/sla-clock.json` writes them.
struct ServiceClockCases: Decodable {
    let calendars: [String: Calendar]
    let unions: [String: [String]]
    let cases: [Case]

    struct Calendar: Decodable {
        let tz: String
        let weekly: [Week]
        let closed: [String]
        let special: [Special]?

        struct Week: Decodable {
            let days: [Int]
            let open: String
            let close: String
        }

        struct Special: Decodable {
            let date: String
            let windows: [Window]
        }

        struct Window: Decodable {
            let open: String
            let close: String
        }
    }

    struct Case: Decodable, CustomStringConvertible {
        let id: String
        let kind: String
        let title: String
        let calendar: String
        let start: String
        let end: String?
        let targetMinutes: Int?
        let pauses: [Pause]?
        let changeAt: String?
        let newTargetMinutes: Int?
        let mode: String?
        let percents: [Int]?
        let expect: Expected

        var description: String { "\(id) \(title)" }
    }

    struct Pause: Decodable {
        let start: String
        let end: String?
    }

    struct Expected: Decodable {
        let dueUTC: String?
        let businessMinutes: Int64?
        let met: Bool?
        let percentUsed: Double?
        let overrunMinutes: Int64?
        let usedBusinessMinutesAtChange: Int64?
        let alreadyBreachedAtChange: Bool?
        let atUTC: [String: String]?
    }

    init() throws {
        var path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        path += ["Fixtures", "sla-clock.json"]
        let data = try Data(contentsOf: URL(filePath: path.joined(separator: "/")))
        self = try JSONDecoder().decode(ServiceClockCases.self, from: data)
    }

    /// The calendars of a case; several for a union.
    func calendars(of example: Case) throws -> [ServiceCalendar] {
        try (unions[example.calendar] ?? [example.calendar]).compactMap { try calendars[$0]?.hours() }
    }

    func clock(of example: Case) throws -> ServiceClock {
        let pauses = try (example.pauses ?? []).map { pause in
            ServiceClock.Pause(
                start: try Timestamp(parsing: pause.start), end: try pause.end.map { try Timestamp(parsing: $0) })
        }
        return ServiceClock(try calendars(of: example), pauses: pauses)
    }
}

extension ServiceClockCases.Calendar {
    func hours() throws -> ServiceCalendar {
        let windows = weekly.flatMap { week in
            week.days.map { (day: $0, window: DayWindow(week.open, week.close)) }
        }
        let days = try (special ?? []).map { special in
            (try Day(parsing: special.date), special.windows.map { DayWindow($0.open, $0.close) })
        }
        return ServiceCalendar(
            zone: try ServiceZone(tz), weekly: windows, closed: Set(try closed.map { try Day(parsing: $0) }),
            special: Dictionary(days) { $0 + $1 })
    }
}

extension DayWindow {
    init(_ open: String, _ close: String) {
        self.init(open: Self.minutes(open) ?? 0, close: Self.minutes(close) ?? 0)
    }
}
