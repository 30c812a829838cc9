import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: ISO 8601, the Gregorian rule of leap years, and days of the week as `cal` prints them.
@Suite struct DayTests {
    private func day(_ text: String) throws -> Day { try Day(parsing: text) }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-21", 20_778),
        ("0000-01-01", -719_528), ("9999-12-31", 2_932_896), ("1600-12-31", -134_775),
    ])
    func `days are counted from 1970`(text: String, days: Int) throws {
        #expect(try day(text).daysSince1970 == days)
        #expect(Day(daysSince1970: days).description == text)
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-13-01", "2026-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-01-00",
        "2026-1-1", "2026-11-21T00:00:00Z", "20261121", "2026/11/21", "-026-11-21", "２026-11-2", "abcdefghij",
    ])
    func `what is no day is refused with a hint`(text: String) {
        let error = #expect(throws: InvalidValue.self) { try Day(parsing: text) }
        #expect(error?.hint == "write it like '2026-11-21'")
    }

    @Test(arguments: [
        (2023, 2, 29), (1900, 2, 29), (2026, 13, 1), (2026, 1, 32), (2026, 1, 0), (10_000, 1, 1), (-1, 1, 1),
        (.max, .max, .max), (.min, 1, 1),
    ])
    func `numbers that the calendar does not have are refused`(year: Int, month: Int, day: Int) {
        #expect(throws: InvalidValue.self) { try Day(year: year, month: month, day: day) }
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-30", 3, "2027-02-28"),
        ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"), ("2026-11-21", 0, "2026-11-21"),
        ("9999-12-01", 1, "9999-12-31"), ("0000-01-31", -1, "0000-01-01"), ("2026-11-21", .max, "9999-12-31"),
        ("2026-11-21", .min, "0000-01-01"),
    ])
    func `months end where the calendar ends them`(from: String, months: Int, to: String) throws {
        #expect(try day(from).adding(months: months).description == to)
    }

    @Test(arguments: [
        ("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"), ("2026-11-21", 3, "2029-11-21"),
        ("2026-11-21", -3000, "0000-01-01"), ("2026-11-21", .max, "9999-12-31"),
    ])
    func `years keep month and day where they can`(from: String, years: Int, to: String) throws {
        #expect(try day(from).adding(years: years).description == to)
    }

    @Test(arguments: [
        ("1970-01-01", 4), ("2026-11-21", 6), ("2000-01-01", 6), ("1969-12-28", 7), ("2024-02-29", 4),
        ("0001-01-01", 1),
    ])
    func `weeks begin on Monday`(text: String, weekday: Int) throws {
        #expect(try day(text).dayOfWeek == weekday)
    }

    @Test(arguments: [
        ("2026-11-21T23:59:59.999Z", "2026-11-21"), ("1969-12-31T23:59:59.999Z", "1969-12-31"),
        ("2026-11-21T00:30:00+01:00", "2026-11-20"), ("1970-01-01", "1970-01-01"),
    ])
    func `a moment has a day in UTC`(moment: String, text: String) throws {
        let day = Day(try Timestamp(parsing: moment))
        #expect(day.description == text)
        #expect(try day.start == Timestamp(parsing: text))
    }

    @Test func `adding and counting days undo each other`() throws {
        var random = SeededGenerator(seed: 8601)
        for _ in 0..<500 {
            let one = Day(daysSince1970: Int.random(in: -700_000...2_900_000, using: &random))
            let other = Day(daysSince1970: Int.random(in: -700_000...2_900_000, using: &random))
            #expect(other.adding(days: one.days(since: other)) == one)
            #expect(try Day(parsing: one.description) == one)
            #expect(try Day(year: one.year, month: one.month, day: one.dayOfMonth) == one)
            #expect((one < other) == (one.days(since: other) < 0))
        }
        #expect(Day.range.lowerBound.adding(days: .min) == Day.range.lowerBound)
        #expect(Day.range.lowerBound.adding(days: .max) == Day.range.upperBound)
    }
}
