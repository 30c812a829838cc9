import PhaseLoom
import Testing

@Suite struct GlossaryTests {
    private let glossary = Glossary()

    // MARK: lookup

    @Test(arguments: [
        ("incident", "incident"), ("Incident", "incident"), ("INCIDENTS", "incident"), (" incident\n", "incident"),
        ("service level agreement", "service level agreement"), ("SLA", "service level agreement"),
        ("slas", "service level agreement"), ("Service-Level-Agreements", "service level agreement"),
        ("service\u{A0}level\u{2010}agreement", "service level agreement"), ("known_error", "known error"),
        ("criteria", "criterion"), ("acceptance criteria", "acceptance criterion"), ("policies", nil),
        ("statements of work", "statement of work"), ("processes", "process"), ("risk analyses", "risk analysis"),
        ("activities", "activity"), ("managed service", "managed services"), ("poa&m", "POA&M"),
        ("cutover", "cut-over"), ("cut over", "cut-over"), ("hand-off", "handoff"), ("artefacts", "artifact"),
        ("Statüs", nil), ("phases", "phase"), ("releases", "release"),
        ("CIs", "configuration item"), ("change orders", "change order"),
    ])
    func `finds a word however it is written`(word: String, name: String?) {
        let found = (try? glossary.entries(named: word)) ?? []
        #expect(found.map(\.term.name) == (name.map { [$0] } ?? []))
    }

    @Test func `every name and synonym finds its own term alone, also in the plural and in capitals`() throws {
        for entry in glossary.entries {
            for word in [entry.term.name] + entry.term.synonyms {
                for written in [word, word.uppercased(), word.split(separator: " ").joined(separator: "-")] {
                    #expect(try glossary.entries(named: written) == [entry], "\(written)")
                }
                // Nobody puts 'supplies', 'MTRS' or 'Type I' into the plural by a further letter.
                guard let last = word.lowercased().last, last.isLetter, !"sy".contains(last), !word.hasSuffix(" I")
                else { continue }
                #expect(try glossary.entries(named: word + "s") == [entry], "\(word)s")
            }
        }
    }

    @Test(arguments: [
        ("incidnet", "did you mean 'incident'?"), ("SAL", "did you mean 'SLA'?"),
        ("acceptence criterion", "did you mean 'acceptance criterion'?"), ("gaet", "did you mean 'gate'?"),
        ("quite something else", "the list of terms shows what there is"),
    ])
    func `suggests the nearest word`(word: String, hint: String) {
        let error = #expect(throws: InvalidValue.self) { try glossary.entries(named: word) }
        #expect(error?.message == "the glossary has no term '\(word)'")
        #expect(error?.hint == hint)
    }

    @Test(arguments: [
        "", " ", "-", "\u{0}", "\u{1B}[31mgate\u{7}", "gate\u{202E}", "🇩🇪", "👩‍👩‍👧‍👦", "\u{301}", "e\u{301}\u{301}",
        String(repeating: "x", count: 200_000), String(repeating: "gate ", count: 40_000),
        String(repeating: "\u{301}", count: 100_000), String(repeating: "-", count: 100_000), "ß", "İ", "'; drop",
    ])
    func `a hostile word is a miss with a short and harmless message`(word: String) {
        let error = #expect(throws: InvalidValue.self) { try glossary.entries(named: word) }
        let message = error?.description ?? ""
        #expect(message.unicodeScalars.count < 160)
        #expect(message.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) || $0.value >= 0xA0 })
        #expect(!message.unicodeScalars.contains("\u{202E}"))
    }

    // MARK: overlays

    private static let own = Term("drill", also: ["exercise"], "A rehearsal.", references: ["A"], seeAlso: ["gate"])

    @Test func `an overlay adds terms under its name`() throws {
        let glossary = Glossary([("dr", [Self.own])])
        #expect(glossary.entries.count == self.glossary.entries.count + 1)
        let found = try glossary.entries(named: "Exercises")
        #expect(found.map(\.term) == [Self.own])
        #expect(found.map(\.by) == [["dr"]])
    }

    @Test func `overlays that define a word differently both stand, and say so`() throws {
        let other = Term("Drill", "A tool.")
        let glossary = Glossary([("tools", [other]), ("dr", [Self.own])])
        let found = try glossary.entries(named: "drill")
        #expect(found.map(\.term) == [Self.own, other])
        #expect(found.map(\.by) == [["dr"], ["tools"]])
    }

    @Test func `an overlay does not hide what the core says`() throws {
        let gate = Term("gate", "An opening in a fence.")
        let found = try Glossary([("aaa", [gate])]).entries(named: "gates")
        #expect(found.map(\.by) == [[Glossary.core], ["aaa"]])
        #expect(found.last?.term == gate)
    }

    @Test func `equal definitions are one term of all who bring it`() throws {
        let same = Term("drill", also: ["rehearsal"], "A rehearsal.", references: ["B", "A"])
        let found = try Glossary([("b", [Self.own]), ("a", [same])]).entries(named: "drill")
        #expect(found.map(\.by) == [["a", "b"]])
        let united = Term(
            "drill", also: ["rehearsal", "exercise"], "A rehearsal.", references: ["B", "A"], seeAlso: ["gate"])
        #expect(found.map(\.term) == [united])
    }

    @Test func `a name goes before a synonym`() throws {
        let terms = [Term("bit", "A drill's edge."), Term("edge", also: ["bit"], "A border.")]
        let glossary = Glossary([("tools", terms)])
        #expect(try glossary.entries(named: "bits").map(\.term.name) == ["bit"])
        #expect(try glossary.entries(named: "edge").map(\.term.name) == ["edge"])
    }

    @Test func `the order of overlays makes no difference`() {
        let parties: [(by: ID, terms: [Term])] = [
            ("a", [Self.own, Term("gate", "One.")]), ("b", [Term("gate", "One."), Term("gate", "Two.")]),
            ("c", [Term("Gate", "Three."), Self.own]),
        ]
        let entries = Glossary(parties).entries
        for turn in 1...5 {
            var other = parties.shuffled(by: turn)
            #expect(Glossary(other).entries == entries)
            other.swapAt(0, 2)
            #expect(Glossary(other).entries == entries)
        }
    }

    @Test func `terms stand in order of their names`() {
        let names = glossary.entries.map { $0.term.name.lowercased() }
        #expect(names == names.sorted())
        #expect(glossary.entries.allSatisfy { $0.by == [Glossary.core] })
    }
}

extension Array {
    /// The elements from another one on, which is shuffling enough for three.
    fileprivate func shuffled(by turn: Int) -> [Element] { Array(self[(turn % count)...] + self[..<(turn % count)]) }
}
