import PhaseLoom
import Testing

@Suite struct TermTests {
    @Test(arguments: [
        ("One. Two.", "One."), ("One.", "One."), ("Version 2.0 of it. More.", "Version 2.0 of it."),
        ("No end", "No end"),
        ("", ""), (".", "."), ("A... B.", "A..."), ("Ends 2.0", "Ends 2.0"), ("Über. Ja.", "Über."),
    ])
    func `the summary is the first sentence`(definition: String, summary: String) {
        #expect(Term("word", definition).summary == summary)
    }

    @Test func `needs a name and a definition only`() {
        let term = Term("word", "A word.")
        #expect(term == Term("word", also: [], "A word.", references: [], seeAlso: []))
        #expect(term != Term("word", also: ["term"], "A word."))
    }
}
