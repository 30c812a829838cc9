import PhaseLoom
import Testing

/// The kinds of option that collectors need beyond those of overlays.
@Suite struct OverlayOptionTests {
    private static let host = OverlayOption.text("host", help: "the device to ask")
    private static let title = OverlayOption.text("title", help: "the title of it", default: "none")
    private static let file = OverlayOption.file("file", help: "the file to read", default: "a.csv")
    private static let kind = OverlayOption.identifier("kind", help: "the kind of artifact")
    private static let start = OverlayOption.moment("start", help: "when it starts")
    private static let all = [
        host.descriptor, title.descriptor, file.descriptor, kind.descriptor, start.descriptor,
    ]
    private static let enough = ["host": "10.0.0.1", "kind": "plan"]

    @Test func `gives what was given, or the default`() throws {
        let few = try OptionValues(Self.enough, for: Self.all)
        #expect(few[Self.host] == "10.0.0.1" && few[Self.title] == "none" && few[Self.file] == "a.csv")
        #expect(few[Self.kind] == "plan" && few[Self.start] == nil)
        let given = ["title": "A, b = ü", "file": "-x \u{1B}", "start": "2026-11-21"]
        let most = try OptionValues(Self.enough.merging(given) { $1 }, for: Self.all)
        #expect(most[Self.title] == "A, b = ü" && most[Self.file] == "-x \u{1B}")
        #expect(most[Self.start]?.date == "2026-11-21")
    }

    @Test(arguments: [
        ("host", "", "one line of plain text"), ("host", "a\nb", "one line of plain text"),
        ("host", "\u{202E}", "one line of plain text"),
        ("title", String(repeating: "x", count: 1001), "one line of plain text"),
        ("file", "", "the path of a file"), ("file", "\0", "the path of a file"),
        ("kind", "a/b", "an identifier"), ("start", "", "a date or time"), ("start", "2026-02-30", "a date or time"),
    ])
    func `refuses what it does not take`(name: String, value: String, expects: String) {
        let error = #expect(throws: InvalidValue.self) {
            try OptionValues(Self.enough.merging([name: value]) { $1 }, for: Self.all)
        }
        #expect(error?.message.hasPrefix("option '\(name)' cannot be '") == true)
        #expect(error?.hint.hasPrefix("it takes \(expects)") == true)
    }

    @Test(arguments: ["host", "kind"])
    func `misses what has to be given`(name: String) {
        let error = #expect(throws: InvalidValue.self) {
            try OptionValues(Self.enough.filter { $0.key != name }, for: Self.all)
        }
        #expect(error?.message == "option '\(name)' is missing")
    }

    @Test func `says what it is`() {
        #expect(Self.all.map(\.isRequired) == [true, false, false, true, false])
        #expect(Self.all.map(\.isFile) == [false, false, true, false, false])
        #expect(Self.all.map(\.defaultValue) == ["", "none", "a.csv", "", ""])
    }
}
