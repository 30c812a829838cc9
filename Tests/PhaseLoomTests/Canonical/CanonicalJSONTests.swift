import PhaseLoom
import Testing

/// Expected values: Python's `json.dumps(…, indent=2, sort_keys=True, ensure_ascii=False)` plus a newline.
@Suite struct CanonicalJSONTests {
    @Test(
        arguments: [
            (nil, "null\n"), (true, "true\n"), (false, "false\n"), (0, "0\n"), (-12, "-12\n"), (0.85, "0.85\n"),
            (.number(90), "90\n"), (1e300, "1e+300\n"), (.number(.leastNonzeroMagnitude), "5e-324\n"),
            (.number(.nan), "null\n"),
            (.number(-.infinity), "null\n"), (.integer(.max), "9223372036854775807\n"), ([], "[]\n"), ([:], "{}\n"),
            ("", "\"\"\n"), ([[], [:]], "[\n  [],\n  {}\n]\n"), ([1, "a"], "[\n  1,\n  \"a\"\n]\n"),
            (["a": ["b": [nil]]], "{\n  \"a\": {\n    \"b\": [\n      null\n    ]\n  }\n}\n"),
        ] as [(JSONValue, String)])
    func layout(_ value: JSONValue, _ text: String) { #expect(value.canonicalText == text) }

    @Test(arguments: [
        ("\u{0}\u{1}\u{1F}", #""\u0000\u0001\u001f""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
        (#"a"b\c/d"#, #""a\"b\\c/d""#), ("\u{7F}é😀\u{2028}", "\"\u{7F}é😀\u{2028}\""),
        ("\r\n", #""\r\n""#), ("e\u{301}\"", "\"e\u{301}\\\"\""),
    ])
    func escapes(_ text: String, _ written: String) {
        #expect(Array(JSONValue.string(text).canonicalText.utf8) == Array((written + "\n").utf8))
        #expect(JSONValue.object([JSONMember(text, 1)]).canonicalText.contains(written + ": 1"))
    }

    @Test func keysAreSortedByBytes() {
        let value: JSONValue = ["é": 1, "z": 2, "e\u{301}": 3, "Z": 4, "😀": 5, "\u{FFFD}": 6, "": 7, "aa": 8, "a": 9]
        let order = value.canonicalText.filter(\.isNumber)
        #expect(order == "749832165")
    }

    @Test func aLargeDocumentIsWrittenInOneForm() throws {
        let rows = (0..<400).map { row -> JSONValue in
            [
                "title": .string("a title that is \(row) long"), "id": .integer(row), "after": ["one", "two"],
                "share": 0.125,
            ]
        }
        let value = JSONValue.array(rows)
        let bytes = value.canonicalBytes
        let read = try JSONReader.read(bytes).value
        #expect(read.canonicalBytes == bytes)
        #expect(read != value, "reading keeps the order in the file, which is sorted")
    }
}
