import BuildingPoints
import Testing

/// Expected values: worked out by hand; which values are states, and what the flags mean, from ANSI/ASHRAE 135,
/// clauses 12 and 21.
@Suite struct CheckoutRowTests {
    private static let values: [(String, String?, Double?, CheckoutResult)] = [
        ("20", "20.5", 0.5, .agrees), ("20", "20.50001", 0.5, .differs), ("0.3", "0.8", 0.5, .agrees),
        ("20", "20", nil, .agrees), ("20", "20.0", nil, .agrees), ("20", "20.1", nil, .differs),
        ("20.3", "20.1", 0.2, .agrees), ("20", "20.1", 0.1, .agrees), ("-5", "-4.5", 0.5, .agrees),
        ("1e3", "1000", nil, .agrees),
        ("AUTO", "AUTO", nil, .agrees), ("AUTO", "OFF", nil, .differs), ("20", nil, 1, .unread), ("", "3", nil, .open),
        ("20", "nan", 100, .unreliable), ("20", "inf", 100, .unreliable), ("nan", "nan", nil, .unreliable),
        ("20", "null", 100, .unreliable), ("20", "", 100, .differs), ("20", "20,1", 1, .differs),
    ]

    @Test(arguments: values)
    func `a result follows from expected, observed and tolerance`(
        expected: String, observed: String?, tolerance: Double?, result: CheckoutResult
    ) throws { #expect(try SampleRows.row(expected, observed, tolerance).result == result) }

    @Test(arguments: [
        ("in-alarm", CheckoutResult.agrees), ("fault", .unreliable), ("overridden", .unreliable),
        ("out-of-service", .unreliable), ("reliability-7", .unreliable), ("not-implemented", .unreliable),
        ("status-unknown", .unreliable),
    ])
    func `a value that its own point doubts never passes`(mark: String, result: CheckoutResult) throws {
        var row = try SampleRows.row("20", "20")
        row.sourceReading?.status = [mark]
        #expect(row.result == result)
        let kind: CheckoutDeficiency.Kind = mark == "not-implemented" ? .notImplemented : .unreliable
        #expect(row.deficiencies.map(\.kind) == (result == .agrees ? [] : [kind]))
    }

    @Test func `the reason why a point was not read is told in full`() throws {
        var row = try SampleRows.row("20", nil)
        let reason = "2 devices have the instance 1001: at '127.0.0.2:47808', '127.0.5.2:47808' and others beside them"
        row.sourceReading = CheckoutReading(fault: reason)
        #expect(row.deficiencies.map(\.message) == ["'bacnet:1201/analog-input,1' was not read: \(reason)"])
    }

    @Test func `flags and reliability have the names of the standard`() {
        #expect(CheckoutReading.marks([.fault, .inAlarm], reliability: 4) == ["in-alarm", "fault", "reliability-4"])
        #expect(CheckoutReading.marks([]) == [])
    }

    @Test(arguments: [
        ("multi-state-value,1", "0", CheckoutResult.unreliable), ("multi-state-value,1", "1", .agrees),
        ("multi-state-input,1", "1.5", .unreliable), ("multi-state-input,1", "-1", .unreliable),
        ("binary-input,1", "0", .agrees), ("binary-input,1", "2", .unreliable), ("binary-input,1", "on", .unreliable),
        ("analog-input,1", "0", .agrees),
    ])
    func `states count from 1, and binary values are 0 and 1`(
        object: String, value: String, result: CheckoutResult
    ) throws {
        let row = try SampleRows.row(value, value, of: "bacnet:1/\(object)")
        #expect(row.result == result)
    }

    @Test(arguments: [
        ("active", "1", "On", true), ("inactive", "1", "On", false), ("On", "1", "On", true), ("Off", "1", "On", false),
        ("1", "1", "On", true),
    ])
    func `a state may be expected by number, word or text`(
        expected: String, value: String, state: String, agrees: Bool
    ) throws {
        var row = try SampleRows.row(expected, value, of: "bacnet:1/binary-input,1")
        row.sourceReading?.stateText = state
        #expect((row.result == .agrees) == agrees)
    }

    @Test(
        arguments: [("On", "On", []), ("On", "ON", [.stateText]), ("On", "", [.stateText])]
            as [(String, String, [CheckoutDeficiency.Kind])])
    func `the text of a state has to be the expected one`(
        expected: String, told: String, kinds: [CheckoutDeficiency.Kind]
    ) throws {
        var row = try SampleRows.row("2", "2", of: "bacnet:1/multi-state-value,1")
        row.expectation.stateText = expected
        row.sourceReading?.stateText = told
        #expect(row.deficiencies.map(\.kind) == kinds)
    }

    @Test(arguments: [
        ("°C", "degrees-celsius", true), ("degC", "degrees-celsius", true), ("°C", "degrees-fahrenheit", false),
        ("kWh", "kilowatts", false), ("°C", "", false), ("", "kilowatts", true), ("widgets", "widgets", true),
        ("widgets", "Widgets", false),
    ])
    func `units are those that are expected`(expected: String, told: String, agrees: Bool) throws {
        var row = try SampleRows.row("20", "20")
        row.sourceUnits = expected
        row.sourceReading?.units = told
        #expect((row.result == .agrees) == agrees)
        #expect(row.deficiencies.allSatisfy { $0.kind == .units && !$0.hint.isEmpty })
    }

    @Test func `a hint tells how units convert`() throws {
        var row = try SampleRows.row("20", "20")
        row.sourceUnits = "°F"
        row.sourceReading?.units = "degrees-celsius"
        let hint = try #require(row.deficiencies.first?.hint)
        #expect(hint.contains("degrees-fahrenheit are degrees-celsius · 1.8 + 32"))
    }

    @Test(
        arguments: [
            ("20", "68", nil, CheckoutResult.agrees), ("20.1", "68.18", nil, .agrees), ("20.1", "68.2", nil, .differs),
            ("20.1", "68.2", 0.02, .agrees), ("20", "20", nil, .differs), ("20", nil, nil, .unread),
            (nil, "68", nil, .unread), ("20", "nan", nil, .unreliable),
        ] as [(String?, String?, Double?, CheckoutResult)])
    func `both ends agree after the conversion`(
        source: String?, target: String?, tolerance: Double?, result: CheckoutResult
    ) throws {
        // 68 °F are 20 °C; the tolerance of 0.02 K at the source is 0.036 at the target.
        let row = try SampleRows.ends(
            SampleRows.reading(source), SampleRows.reading(target), scale: 1.8, offset: 32,
            CheckoutExpectation(tolerance: tolerance))
        #expect(row.result == result)
    }

    @Test func `an end that nobody looked at is unread, whatever is expected of the other`() throws {
        let row = try SampleRows.ends(SampleRows.reading("20"), nil, CheckoutExpectation("20"))
        #expect(row.result == .unread)
        #expect(row.deficiencies.map(\.message) == ["'modbus:gw/3/holding-registers/10' was not read"])
    }

    @Test func `an expected value counts beside the other end`() throws {
        let ends = (SampleRows.reading("20"), SampleRows.reading("20"))
        #expect(try SampleRows.ends(ends.0, ends.1, CheckoutExpectation("20")).result == .agrees)
        #expect(try SampleRows.ends(ends.0, ends.1, CheckoutExpectation("21")).deficiencies.map(\.kind) == [.value])
        #expect(try SampleRows.ends(ends.0, ends.1).result == .agrees)
    }

    @Test func `what a target on no network should show is compared after the conversion`() throws {
        var row = try SampleRows.row("", "20")
        row.conversion = try #require(LinearConversion(scale: 1.8, offset: 32))
        row.expectation = CheckoutExpectation("68", at: .target)
        #expect(row.result == .agrees)
        row.expectation.value = "20"
        #expect(row.result == .differs)
    }

    @Test func `ends that count in different units do not show the same`() throws {
        let (one, other) = (SampleRows.reading("20", "degrees-celsius"), SampleRows.reading("20", "degrees-fahrenheit"))
        #expect(try SampleRows.ends(one, other).deficiencies.map(\.kind) == [.units])
        #expect(try SampleRows.ends(one, SampleRows.reading("20", "°C")).result == .agrees)
    }

    @Test func `ends call a state by one text`() throws {
        let (one, other) = (SampleRows.reading("1", state: "Off"), SampleRows.reading("1", state: "OFF"))
        #expect(try SampleRows.ends(one, other).deficiencies.map(\.kind) == [.stateText])
        #expect(try SampleRows.ends(one, one).result == .agrees)
    }

    @Test func `what a tester noted keeps a point from passing`() throws {
        var row = try SampleRows.row("20", "20")
        row.deficiency = "sensor hangs in the sun"
        #expect(row.result == .deficient)
        #expect(row.deficiencies.map(\.message) == ["'sensor hangs in the sun'"])
        row.sourceReading = nil
        #expect(row.result == .unread)
    }

    @Test func `a point on no network is open until somebody enters what it shows`() throws {
        var row = CheckoutRow(source: .tag("a"), target: .tag("b"), expectation: CheckoutExpectation("1"))
        #expect(row.deficiencies.map(\.kind) == [.offNetwork] && row.result == .unread)
        row.sourceReading = CheckoutReading("1")
        #expect(row.result == .agrees)
    }
}
