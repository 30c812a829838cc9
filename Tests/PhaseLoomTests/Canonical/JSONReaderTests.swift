import PhaseLoom
import Testing

/// Documents that RFC 8259 allows and forbids, in the spirit of the classes of JSONTestSuite.
@Suite struct JSONReaderTests {
    @Test(
        arguments: [
            ("null", nil), (" true ", true), ("false\n", false), ("\t[ ]\r\n", []), ("{}", [:]), ("\"\"", ""),
            ("0", 0), ("-0", .number(-0.0)), ("-1", -1), ("10", 10), ("1.5", 1.5), ("0.5e1", 5.0), ("1E+2", 100.0),
            ("1e-2", 0.01), ("123e65", 123e65), ("9223372036854775807", .integer(.max)),
            ("9223372036854775808", 9_223_372_036_854_775_808.0), ("1e-400", 0.0),
            ("[1,[2,{\"a\":[]}]]", [1, [2, ["a": []]]]),
            ("{\"b\":1,\"a\":2}", ["b": 1, "a": 2]), ("{\"\":0}", ["": 0]), ("{\"a\":{\"a\":1}}", ["a": ["a": 1]]),
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u00E9""#, "Aéé"),
            (#""\uD83D\uDE00""#, "😀"),
            (#""\u0000""#, "\u{0}"), ("\"é😀\u{7F}\u{2028}\"", "é😀\u{7F}\u{2028}"),
            (#""\uFFFF\ue000""#, "\u{FFFF}\u{E000}"),
            (#""\udbff\udfff""#, "\u{10FFFF}"), ("[\"a\",null,true]", ["a", nil, true]), ("\"\u{FEFF}\"", "\u{FEFF}"),
        ] as [(String, JSONValue)])
    func accepted(_ text: String, _ value: JSONValue) throws {
        #expect(try JSONReader.read(Array(text.utf8)).value == value)
    }

    @Test(arguments: [
        ("", 0), (" ", 1), ("[", 1), ("{", 1), ("[1", 2), ("[1,", 3), ("[1,]", 3), ("[,1]", 1), ("[1 2]", 3),
        ("[1,,2]", 3),
        ("]", 0), ("}", 0), ("[}", 1), ("{]", 1), ("[1}", 2), ("{\"a\"", 4), ("{\"a\":", 5), ("{\"a\":}", 5),
        ("{\"a\" 1}", 5), ("{\"a\":1,}", 7), ("{\"a\":1 \"b\":2}", 7), ("{a:1}", 1), ("{1:1}", 1), ("{'a':1}", 1),
        ("{\"a\":1]", 6), ("[1]]", 3), ("1 2", 2), ("null,", 4), ("nul", 0), ("nulll", 0), ("True", 0), ("NaN", 0),
        ("Infinity", 0), ("-Infinity", 1), ("undefined", 0), ("'a'", 0), ("// a\n1", 0), ("1 # a", 2), ("/**/1", 0),
        ("01", 0), ("-01", 0), ("-", 1), ("+1", 0), (".5", 0), ("1.", 2), ("1.e1", 2), ("1e", 2), ("1e+", 3),
        ("0x10", 1),
        ("1_000", 1), ("1e400", 0), ("-1e400", 0), ("--1", 1), ("\"", 0), ("\"a", 0), ("\"\\\"", 0), ("\"\\", 0),
        (#""\x41""#, 1), (#""\u004""#, 1), (#""\u00g0""#, 1), (#""\u""#, 1), (#""\U0041""#, 1), ("\"a\nb\"", 2),
        ("\"\t\"", 1), ("\"a\u{0}\"", 2), (#""\uD800""#, 1), (#""\uDC00""#, 1), (#""\uD800\uD800""#, 1),
        (#""\uD800\u0041""#, 1), (#""\uD800A""#, 1), (#""\uDE00\uD83D""#, 1), (#""\uD800\u""#, 1), ("\u{FEFF}1", 0),
        ("[1]\u{0}", 3), ("\u{C}1", 0), ("\u{A0}1", 0), ("é", 0), ("{\"a\":1,\"a\":2}", 7), (#"{"a":1,"\u0061":2}"#, 7),
        ("[\u{2028}1]", 1), ("[\"a\":1]", 4), ("{\"a\",1}", 4), ("{[]:1}", 1), ("{null:1}", 1), ("*", 0),
    ])
    func refused(_ text: String, _ offset: Int) {
        let error = #expect(throws: JSONError.self) { try JSONReader.read(Array(text.utf8)) }
        #expect(error?.offset == offset, "\(String(describing: error))")
    }

    @Test(
        arguments: [
            [0x22, 0x80, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xE0, 0x80, 0xAF, 0x22],
            [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xF0, 0x80, 0x80, 0x80, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
            [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], [0x22, 0xFF, 0x22], [0x22, 0xE2, 0x82, 0x22],
            [0x22, 0x5C, 0xC3, 0x22],
            [0x22, 0xF0, 0x9F, 0x98, 0x22], [0xFF], [0xFE, 0xFF, 0x00, 0x31], [0xFF, 0xFE, 0x31, 0x00], [0x31, 0x00],
            [0x00, 0x31], [0xEF, 0xBB, 0xBF, 0x31], [0xC3],
        ] as [[UInt8]])
    func refusedBytes(_ bytes: [UInt8]) {
        #expect(throws: JSONError.self) { try JSONReader.read(bytes) }
    }

    @Test(arguments: [
        (#"{"changes": [{}, {"insert": {"phase": {"id": nope}}}]}"#, "$.changes[1].insert.phase.id", "'nope'"),
        (#"{"a b": [1, 2, tru]}"#, "$['a b'][2]", "'tru'"), (#"{"a": 1, "a": 2}"#, "$.a", "twice"),
        ("[[1, 2,]]", "$[0][2]", "']'"), ("\u{FEFF}{}", "$", "byte order mark"), (#"{"x": 1e999}"#, "$.x", "too large"),
        (#"["\ud800"]"#, "$[0]", "surrogate"), (#"{"a": 1} x"#, "$", "'x'"), ("{\"a\": \"é\u{1}\"}", "$.a", "control"),
    ])
    func namesThePlace(_ text: String, _ path: String, _ word: String) {
        let error = #expect(throws: JSONError.self) { try JSONReader.read(Array(text.utf8)) }
        #expect(error?.path == path)
        #expect(error?.message.contains(word) == true, "\(String(describing: error))")
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func nestsAtMost64Levels(_ opening: String) {
        let bytes = Array(String(repeating: opening, count: 1_000_000).utf8)
        let error = #expect(throws: JSONError.self) { try JSONReader.read(bytes) }
        #expect(error?.message.contains("64") == true)
    }

    @Test func takes64Levels() throws {
        let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(try JSONReader.read(Array(text.utf8)).value.canonicalText.split(separator: "\n").count == 127)
        #expect(throws: JSONError.self) { try JSONReader.read(Array("[\(text)]".utf8)) }
    }

    @Test func takes16MiBAtMost() throws {
        #expect(throws: JSONError.self) { try JSONReader.read(Array("[1, 2]".utf8), upTo: 5) }
        #expect(try JSONReader.read(Array("[1, 2]".utf8), upTo: 6).value == [1, 2])
        let bytes = [UInt8](repeating: UInt8(ascii: " "), count: JSONReader.sizeLimit + 1)
        let error = #expect(throws: JSONError.self) { try JSONReader.read(bytes) }
        #expect(error?.offset == 0)
        #expect(error?.message.contains("16777217") == true)
    }

    @Test func manyNamesAreStillTakenOnce() throws {
        let members = (0..<5000).map { "\"n\($0)\":\($0)" }.joined(separator: ",")
        guard case .object(let read) = try JSONReader.read(Array("{\(members)}".utf8)).value else {
            Issue.record("not an object")
            return
        }
        #expect(read.map(\.key) == (0..<5000).map { "n\($0)" })
        let error = #expect(throws: JSONError.self) { try JSONReader.read(Array("{\(members),\"n17\":0}".utf8)) }
        #expect(error?.path == "$.n17")
    }

    @Test func everyValueKnowsItsOffset() throws {
        let root = try JSONReader.read(Array(#" {"a": [1, "é"], "b": {}}"#.utf8))
        guard case .object(let members) = root.content, case .array(let elements) = members[0].node.content else {
            Issue.record("not an object with a list")
            return
        }
        #expect([root.offset] + members.map(\.offset) + members.map(\.node.offset) == [1, 2, 18, 7, 23])
        #expect(elements.map(\.offset) == [8, 11])
    }
}
