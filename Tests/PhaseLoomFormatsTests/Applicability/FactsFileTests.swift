import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct FactsFileTests {
    static let known = Fact.common

    static func read(_ text: String) throws -> Facts { try FactsFile.read(Array(text.utf8), from: "f", knowing: known) }

    @Test func `values of every kind are read`() throws {
        let facts = try Self.read(
            """
            {"format": "phaseloom.facts/1", "facts": {
              "greenfield": true, "consumers": 1200, "duration": 1.5, "client": "small-business",
              "data-classes": ["ephi", "personal"], "locations": [], "jurisdictions": ["us-ca"], "sector": null}}
            """)
        #expect(facts[.greenfield] == .flag(true))
        #expect(facts[.consumers] == .number(1200) && facts[.duration] == .number(1.5))
        #expect(facts[.client] == .words(["small-business"]))
        #expect(facts[.dataClasses] == .words(["ephi", "personal"]) && facts[.locations] == .words([]))
        #expect(facts[.jurisdictions] == .words(["us-ca"]))
        #expect(facts[.sector] == nil && facts[.claims] == nil)
    }

    @Test func `the template reads back as nothing known`() throws {
        let template = FactsFile.template(Self.known)
        #expect(try Self.read(template) == Facts())
        #expect(template.hasPrefix("{\n  \"facts\": {\n    \"automated-decisions\": null,\n"))
    }

    static let bad: [MalformedFile] = [
        MalformedFile("⟦⟧", "$", "too early"), MalformedFile("⟦[]⟧", "$", "an object"),
        MalformedFile(#"⟦{⟧"facts": {}}"#, "$", "'format'"),
        MalformedFile(#"⟦{⟧"format": "phaseloom.facts/1"}"#, "$", "'facts'"),
        MalformedFile(#"{"format": ⟦"phaseloom.facts/2"⟧, "facts": {}}"#, "$.format", "'phaseloom.facts/1'"),
        MalformedFile(#"{"format": "phaseloom.facts/1", "facts": ⟦[]⟧}"#, "$.facts", "an object"),
        MalformedFile(#"{"format": "phaseloom.facts/1", "facts": {}, ⟦"more"⟧: 1}"#, "$.more", "'facts'"),
        .facts(#"⟦"data-class"⟧: []"#, "$.facts['data-class']", "'data-classes'"),
        .facts(#""data-classes": ⟦"ephi"⟧"#, "$.facts['data-classes']", "list"),
        .facts(#""data-classes": ["ephi", ⟦"phi"⟧]"#, "$.facts['data-classes'][1]", "'ephi'"),
        .facts(#""data-classes": [⟦1⟧]"#, "$.facts['data-classes'][0]", "a number"),
        .facts(#""client": ⟦"small"⟧"#, "$.facts.client", "'small-business'"),
        .facts(#""client": ⟦["small-business"]⟧"#, "$.facts.client", "a string"),
        .facts(#""greenfield": ⟦"yes"⟧"#, "$.facts.greenfield", "true or false"),
        .facts(#""consumers": ⟦-1⟧"#, "$.facts.consumers", "below zero"),
        .facts(#""consumers": ⟦"many"⟧"#, "$.facts.consumers", "a number"),
        .facts(#""consumers": ⟦1e999⟧"#, "$.facts.consumers", "1e999"),
        .facts(#""jurisdictions": [⟦"us ca"⟧]"#, "$.facts.jurisdictions[0]", "'us ca'"),
        .facts(#""greenfield": true, ⟦"greenfield"⟧: false"#, "$.facts.greenfield", "twice"),
    ]

    @Test(arguments: bad)
    func `what is wrong is told with its place`(_ file: MalformedFile) {
        file.check { bytes throws(FileError) in
            _ = try FactsFile.read(bytes, from: "bad.json", knowing: Self.known)
        }
    }

    @Test func `every truncation of a file is an error and no crash`() throws {
        let text = #"{"format": "phaseloom.facts/1", "facts": {"client": "household", "data-classes": ["ephi"]}}"#
        for length in 0..<text.utf8.count {
            #expect(throws: FileError.self) {
                try FactsFile.read(Array(text.utf8.prefix(length)), from: "f", knowing: Self.known)
            }
        }
    }
}

extension MalformedFile {
    fileprivate static func facts(_ members: String, _ path: String, _ words: String) -> MalformedFile {
        MalformedFile(#"{"format": "phaseloom.facts/1", "facts": {\#(members)}}"#, path, words)
    }
}
