import Testing

@testable import PhaseLoomCommands

@Suite struct TextWrapTests {
    @Test(arguments: [
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 6, ["one", "two", "three"]),
        ("  one \n two  ", 80, ["one two"]),
        ("incomprehensibility is", 5, ["incomprehensibility", "is"]),
        // A wide character takes two columns, a combining mark none (Unicode Standard Annex 11).
        ("測試 測試", 9, ["測試 測試"]),
        ("測試 測試", 8, ["測試", "測試"]),
        ("e\u{301}e\u{301} ee", 5, ["e\u{301}e\u{301} ee"]),
    ])
    func `breaks at words`(text: String, columns: Int, lines: [String]) {
        #expect(TextWrap.lines(text, columns: columns) == lines)
    }

    @Test(arguments: [
        ("plain\n", "plain\n"), ("\u{1B}[0m", "\u{FFFD}[0m"), ("a\u{7F}b", "a\u{FFFD}b"),
        ("a\tb\r", "a\u{FFFD}b\u{FFFD}"),
        ("\u{202E}x", "\u{FFFD}x"), ("\u{9B}2J", "\u{FFFD}2J"), ("Zürich 測試", "Zürich 測試"),
        ("a\u{2028}b", "a\u{FFFD}b"),
    ])
    func `nothing steers a terminal`(text: String, safe: String) {
        #expect(text.safeForTerminal == safe)
    }
}
