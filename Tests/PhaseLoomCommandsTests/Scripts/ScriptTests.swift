import PhaseLoom
import Testing

@testable import PhaseLoomCommands

@Suite struct ScriptTests {
    private static func words(_ line: String) throws -> [String] {
        guard case .command(let words, _) = try Script(parsing: Array(line.utf8)).lines.first?.content else {
            return []
        }
        return words
    }

    // What `sh` makes of the same text, by `printf '<%s>' …`.
    @Test(arguments: [
        ("start campus", ["start", "campus"]), ("  a\t b  ", ["a", "b"]), ("a 'b c'", ["a", "b c"]),
        ("a \"b c\"", ["a", "b c"]), ("a b\\ c", ["a", "b c"]), ("a ''", ["a", ""]), ("a \"\"", ["a", ""]),
        ("a 'it'\\''s'", ["a", "it's"]), ("a \"say \\\"hi\\\"\"", ["a", "say \"hi\""]), ("a 'b\\c'", ["a", "b\\c"]),
        ("a \"b\\\\c\"", ["a", "b\\c"]), ("a \"b\\nc\"", ["a", "b\\nc"]), ("a b\\\\c", ["a", "b\\c"]),
        ("a # b", ["a"]), ("a b#c", ["a", "b#c"]), ("a '#' \"#\" \\#", ["a", "#", "#", "#"]), ("a'b'\"c\"d", ["abcd"]),
        ("a \\\n  b", ["a", "b"]), ("a b\\\nc", ["a", "bc"]), ("a \"b\\\nc\"", ["a", "bc"]),
        ("a --title=é漢", ["a", "--title=é漢"]),
    ]) func `splits words as a shell does`(line: String, words: [String]) throws {
        #expect(try Self.words(line) == words)
    }

    @Test func `reads times, persons, commands and what they are answered with`() throws {
        let text = """
            # a visit
            at 2026-01-05T09:00:00Z   # Monday
            by "Grace Hopper"

            start campus
            ! gate campus intake
            !gate campus intake
            """
        let lines = try Script(parsing: Array(text.utf8)).lines
        let time = try Timestamp(parsing: "2026-01-05T09:00:00Z")
        #expect(lines.map(\.number) == [2, 3, 5, 6, 7])
        #expect(lines[0].content == .at(time) && lines[1].content == .by("Grace Hopper"))
        #expect(lines[2].content == .command(["start", "campus"], expectsNo: false))
        #expect(lines[3].content == .command(["gate", "campus", "intake"], expectsNo: true))
        #expect(lines[4].content == lines[3].content && lines[4].text == "!gate campus intake")
    }

    @Test(arguments: ["a b\nc\n", "\u{FEFF}a b\nc\n", "a b\r\nc\r\n", "\u{FEFF}a b\r\nc", "a b\n\n\n \nc"])
    func `takes the ends of lines and the marks that editors write`(text: String) throws {
        let commands = try Script(parsing: Array(text.utf8)).lines.map(\.content)
        #expect(commands == [.command(["a", "b"], expectsNo: false), .command(["c"], expectsNo: false)])
    }

    @Test func `counts the lines of one that goes on as one`() throws {
        let lines = try Script(parsing: Array("a \\\nb \\\nc\nd".utf8)).lines
        #expect(lines.map(\.number) == [1, 4])
        #expect(lines[0].content == .command(["a", "b", "c"], expectsNo: false))
    }

    @Test(arguments: [
        ("a\nb 'c", 2, "the quote ' is not closed"), ("a \"b\nc\"", 1, "the quote \" is not closed"),
        ("at", 1, "write 'at TIME'"), ("at 5 6", 1, "write 'at TIME'"),
        ("\n\nat noon", 3, "'noon' is not a date or time: write it like '2026-11-21' or '2026-11-21T09:30:00Z'"),
        ("by Grace Hopper", 1, "write 'by NAME'; a name with spaces in quotes"),
        ("!", 1, "a command is missing after '!'"),
        ("a\n!  # nothing", 2, "a command is missing after '!'"), ("play x", 1, "a script cannot play another one"),
        ("! play x", 1, "a script cannot play another one"), ("a\nb \\", 2, "the line goes on, but the script ends"),
        ("a\u{1B}[2J", 1, "the line has control characters: use plain text"),
        ("a \u{202E}b", 1, "the line has control characters: use plain text"),
        ("a\0b", 1, "the line has control characters: use plain text"),
    ]) func `says which line is wrong`(text: String, line: Int, message: String) {
        #expect(throws: InvalidScript(line: line, message)) { try Script(parsing: Array(text.utf8)) }
    }

    @Test func `keeps its limits`() throws {
        #expect(throws: InvalidScript(line: 2, "the line is not UTF-8")) {
            try Script(parsing: [0x61, 0x0A, 0xC3, 0x28])
        }
        #expect(throws: InvalidScript.self) { try Script(parsing: Array(repeating: 0x0A, count: Script.sizeLimit + 1)) }
        #expect(try Script(parsing: Array(repeating: 0x0A, count: Script.sizeLimit)).lines.isEmpty)
        #expect(try Script(parsing: []).lines.isEmpty)
    }

    @Test(arguments: 0..<200) func `reads or refuses anything`(seed: Int) {
        var bits = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        let alphabet = Array("ab '\"\\#!\n\r\t".utf8) + [0xC3, 0xA9, 0x00]
        let bytes = (0..<60).map { _ in
            bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return alphabet[Int(bits >> 33) % alphabet.count]
        }
        if let script = try? Script(parsing: bytes) {
            #expect(script.lines.allSatisfy { (1...60).contains($0.number) })
        }
    }
}
