import PhaseLoom
import PhaseLoomTesting
import Testing

/// Moments as RFC 3339 writes them.
@Suite struct TimestampTests {
    /// Texts and the milliseconds that Python's `datetime.fromisoformat` gives them.
    static let table: [(text: String, milliseconds: Int64)] = [
        ("1970-01-01", 0),
        ("1970-01-01T00:00:00Z", 0),
        ("2026-11-21T09:30:00Z", 1_795_253_400_000),
        ("2026-11-21t09:30:00z", 1_795_253_400_000),
        ("2026-11-21 09:30:00Z", 1_795_253_400_000),
        ("2026-11-21T10:30:00.500+01:00", 1_795_253_400_500),
        ("2026-11-21T09:30:00.123456Z", 1_795_253_400_123),
        ("2000-02-29", 951_782_400_000),
        ("1900-02-28T23:59:59Z", -2_203_891_201_000),
        ("2400-02-29T12:00:00Z", 13_574_606_400_000),
        ("2024-02-29T23:59:59.999Z", 1_709_251_199_999),
        ("2024-03-01T00:30:00+14:00", 1_709_202_600_000),
        ("1969-12-31T23:59:59.999Z", -1),
        ("1582-10-10", -12_219_724_800_000),
        ("0001-01-01T00:00:00Z", -62_135_596_800_000),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ("2026-12-31T23:59:00-23:59", 1_798_847_880_000),
        ("2026-01-01T00:00:00-00:00", 1_767_225_600_000),
        ("2026-06-30T18:29:59.9+05:30", 1_782_824_399_900),
        ("5306-03-19T14:43:12.312Z", 105_280_699_392_312),
        ("1187-10-02T03:30:33.920-09:30", -24_685_383_566_080),
        ("9549-01-30T18:55:06.871+02:00", 239_172_713_706_871),
        ("0615-02-14T16:10:02.938+00:01", -42_755_845_857_062),
        ("1145-05-04T03:22:55.294+00:01", -26_023_840_684_706),
        ("0969-10-17T04:36:56.417+02:00", -31_563_465_783_583),
        ("9552-02-01T21:30:57.446+00:01", 239_267_510_997_446),
        ("0813-04-24T01:44:12.221+02:00", -36_501_581_747_779),
        ("4745-08-03T05:22:41.589Z", 87_589_056_161_589),
        ("9354-06-07T20:53:16.458+02:00", 233_030_199_196_458),
        ("1689-10-25T21:17:45.755+02:00", -8_841_674_534_245),
        ("6102-02-19T20:25:17.017Z", 130_397_631_917_017),
        ("9247-01-31T23:04:42.061+02:00", 229_642_635_882_061),
        ("8134-12-15T19:49:26.283+00:01", 194_547_210_506_283),
        ("5147-08-27T21:49:52.782+00:01", 100_277_041_732_782),
        ("5925-06-03T09:15:43.251+02:00", 124_820_982_943_251),
        ("4000-02-11T21:24:57.845-09:30", 64_064_242_497_845),
        ("8605-09-11T12:48:20.526+00:01", 209_402_282_840_526),
        ("4718-11-08T02:43:44.854Z", 86_745_350_624_854),
        ("8388-08-02T06:09:00.838-09:30", 202_551_032_340_838),
    ]

    @Test(arguments: table) func `reads what Python's datetime reads`(text: String, milliseconds: Int64) throws {
        #expect(try Timestamp(parsing: text).milliseconds == milliseconds)
    }

    @Test(arguments: table) func `reads back what it writes`(text: String, milliseconds: Int64) throws {
        let time = Timestamp(milliseconds: milliseconds)
        #expect(try Timestamp(parsing: time.description) == time)
        #expect(time.description.hasSuffix("Z"))
    }

    static let hostile = [
        "", " ", "2026", "2026-11", "2026-11-21T", "2026-11-21T09", "2026-11-21T09:30:00", "2026-11-21T24:00:00Z",
        "2026-11-21T09:60:00Z", "2026-11-21T09:30:60Z", "2023-02-29", "1900-02-29", "2100-02-29", "2026-04-31",
        "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32", "2026-11-21T09:30:00.Z", "2026-11-21T09:30:00,5Z",
        "2026-11-21T09:30:00+1:00", "2026-11-21T09:30:00+24:00", "2026-11-21T09:30:00+01", "2026-11-21T09:30:00ZZ",
        "+2026-11-21", "-0001-01-01", "12026-11-21", "2026/11/21", "21.11.2026", "2026-W47-6", "2026-325", "now",
        "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "２０２６-11-21", "2026-11-21\u{0}",
        "2026-11-21T09:30:00." + String(repeating: "1", count: 43) + "Z and more",
        "2026-11-21T09:30:00." + String(repeating: "1", count: 5_000_000) + "Z", "2026-11-21\u{202E}",
    ]

    @Test(arguments: hostile) func `refuses anything else`(text: String) {
        #expect(throws: InvalidValue.self) { try Timestamp(parsing: text) }
    }

    @Test func `the message is short and shows no control characters`() {
        let error = #expect(throws: InvalidValue.self) {
            try Timestamp(parsing: "\u{1B}[31m" + String(repeating: "9", count: 100_000))
        }
        #expect(error?.description.utf8.count ?? .max < 300)
        #expect(error?.description.contains("\u{1B}") == false)
    }

    @Test func `every day of four centuries follows the one before it`() throws {
        var day = try Timestamp(parsing: "1899-12-31")
        var leapDays = 0
        for _ in 0..<146_097 {
            let next = day.advanced(byMilliseconds: 86_400_000)
            #expect(next.date > day.date)
            if next.date.hasSuffix("-02-29") { leapDays += 1 }
            day = next
        }
        #expect(leapDays == 97)
        #expect(day.date == "2299-12-31")
    }

    @Test func `what lies outside the years 0 to 9999 becomes the nearest end`() {
        #expect(Timestamp(milliseconds: .max) == Timestamp.range.upperBound)
        #expect(Timestamp(milliseconds: .min) == Timestamp.range.lowerBound)
        #expect(Timestamp(milliseconds: 0).advanced(byMilliseconds: .max) == Timestamp.range.upperBound)
        #expect(Timestamp.range.lowerBound.advanced(byMilliseconds: .min) == Timestamp.range.lowerBound)
        #expect(Timestamp.range.lowerBound.description == "0000-01-01T00:00:00Z")
        #expect(Timestamp.range.upperBound.description == "9999-12-31T23:59:59.999Z")
    }

    @Test func `random moments survive writing and reading, in order`() throws {
        var random = SeededGenerator(seed: 3339)
        let range = Timestamp.range.lowerBound.milliseconds...Timestamp.range.upperBound.milliseconds
        for _ in 0..<2000 {
            let (one, other) = (Int64.random(in: range, using: &random), Int64.random(in: range, using: &random))
            let (early, late) = (Timestamp(milliseconds: one), Timestamp(milliseconds: other))
            #expect(try Timestamp(parsing: early.description) == early)
            #expect((early < late) == (one < other))
            #expect(late.milliseconds(since: early) == other - one)
        }
    }
}
