@testable import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct TermsJSONTests {
    @Test func `a term has all its keys in order`() throws {
        let glossary = Glossary([
            ("dr", [Term("drill", also: ["exercise"], "A \"rehearsal\".", references: ["ISO 1"], seeAlso: ["gate"])]),
            ("tools", [Term("drill", "A tool.")]),
        ])
        #expect(
            TermsJSON.write(try glossary.entries(named: "drills")) == """
                {
                  "format": "phaseloom.terms/1",
                  "terms": [
                    {
                      "by": [
                        "dr"
                      ],
                      "definition": "A \\"rehearsal\\".",
                      "name": "drill",
                      "references": [
                        "ISO 1"
                      ],
                      "seeAlso": [
                        "gate"
                      ],
                      "synonyms": [
                        "exercise"
                      ]
                    },
                    {
                      "by": [
                        "tools"
                      ],
                      "definition": "A tool.",
                      "name": "drill",
                      "references": [],
                      "seeAlso": [],
                      "synonyms": []
                    }
                  ]
                }

                """)
    }

    @Test func `no terms are an empty list`() {
        #expect(TermsJSON.write([]) == "{\n  \"format\": \"phaseloom.terms/1\",\n  \"terms\": []\n}\n")
    }

    @Test func `every term comes back from JSON as it was`() throws {
        let entries = Glossary().entries
        let value = try JSONReader.read(Array(TermsJSON.write(entries).utf8)).value
        guard case .array(let terms)? = value["terms"] else {
            Issue.record("not a list of terms")
            return
        }
        #expect(terms.map { $0["name"] } == entries.map { .string($0.term.name) })
        #expect(terms.map { $0["definition"] } == entries.map { .string($0.term.definition) })
        #expect(terms.map { $0["references"] } == entries.map { .array($0.term.references.map { .string($0) }) })
        #expect(terms.allSatisfy { $0["by"] == ["core"] })
    }

    @Test(arguments: ["\u{1B}[31m", "\u{2028}", "🇩🇪", "\"\\\n", "\u{0}"])
    func `hostile texts are escaped`(text: String) throws {
        let glossary = Glossary([("own", [Term("zzz", also: [text], text, references: [text], seeAlso: [text])])])
        let json = TermsJSON.write(try glossary.entries(named: "zzz"))
        #expect(json.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
        let value = try JSONReader.read(Array(json.utf8)).value
        guard case .array(let terms)? = value["terms"] else {
            Issue.record("not a list of terms")
            return
        }
        #expect(terms.first?["definition"] == .string(text))
        #expect(terms.first?["synonyms"] == [.string(text)])
    }
}
