public import PhaseLoom

/// Terms of a glossary as canonical JSON of the format `phaseloom.terms/1`.
public enum TermsJSON: Sendable {
    /// Writes the terms in the order in which they are given.
    ///
    /// Each says who brings it: `core`, or the identifiers of overlays.
    public static func write(_ entries: [Glossary.Entry]) -> String {
        let value: JSONValue = ["format": "phaseloom.terms/1", "terms": .array(entries.map(\.json))]
        return value.canonicalText
    }
}

extension Glossary.Entry {
    fileprivate var json: JSONValue {
        [
            "by": .ids(by), "definition": .string(term.definition), "name": .string(term.name),
            "references": .strings(term.references), "seeAlso": .strings(term.seeAlso),
            "synonyms": .strings(term.synonyms),
        ]
    }
}
