import PhaseLoom

/// The hours of a day of the week as a row of a calendar names them.
struct ServiceHours {
    let weekday: Weekday
    let window: DayWindow
    /// The time zone; `nil` for the one of the whole calendar.
    let zone: ServiceZone?
    private let zoneName: String

    /// A day of the week, Monday first.
    enum Weekday: String, CaseIterable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    }

    static let columns = ["weekday", "open", "close"]
    static let optional = ["zone"]

    init(_ row: inout TableRow) {
        weekday = row.choice("weekday", Weekday.self)
        let open = Self.minutes("open", below: DayWindow.minutesOfDay, &row)
        window = DayWindow(open: open, close: Self.minutes("close", below: DayWindow.minutesOfDay + 1, &row))
        zoneName = row.optionalText("zone") ?? ""
        do {
            zone = zoneName.isEmpty ? nil : try ServiceZone(zoneName)
        } catch {
            row.note("zone", error.message, hint: error.hint)
            zone = nil
        }
    }

    private static func minutes(_ column: String, below end: Int, _ row: inout TableRow) -> Int {
        let text = row.text(column)
        if let minutes = DayWindow.minutes(text), minutes < end { return minutes }
        if !text.isEmpty {
            row.note(column, "'\(text.prefix(40))' is no time of day", hint: "write it like '09:30'")
        }
        return 0
    }

    /// Puts hours together as calendars, one for each time zone.
    ///
    /// - Parameters:
    ///   - hours: the hours; none for a service at all hours.
    ///   - zone: the time zone of those that name none.
    ///   - closed: the days on which no window opens.
    /// - Returns: the calendars, by the names of their zones.
    static func calendars(_ hours: [ServiceHours], in zone: ServiceZone, closed: Set<Day>) -> [ServiceCalendar] {
        guard !hours.isEmpty else {
            return [ServiceCalendar(zone: zone, weekly: (1...7).map { ($0, .wholeDay) }, closed: closed)]
        }
        let zones = Dictionary(hours.map { ($0.zoneName, $0.zone ?? zone) }) { first, _ in first }
        return zones.sorted { $0.key < $1.key }.map { name, zone in
            let own = hours.filter { $0.zoneName == name }
            return ServiceCalendar(zone: zone, weekly: own.map { ($0.day, $0.window) }, closed: closed)
        }
    }

    private var day: Int { (Weekday.allCases.firstIndex(of: weekday) ?? 0) + 1 }
}
