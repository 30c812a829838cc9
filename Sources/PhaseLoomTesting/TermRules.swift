import PhaseLoom

/// What the terms that an overlay brings have to be.
enum TermRules {
    static func violations(of terms: [Term]) -> [Violation] {
        let glossary = Glossary([("own", terms)])
        var names: Set<String> = []
        var found: [String] = []
        for term in terms {
            if term.name.isEmpty || term.name.trimmed != term.name {
                found.append("the term '\(term.name)' is empty or has stray spaces")
            }
            if !names.insert(term.name).inserted { found.append("the term '\(term.name)' is defined twice") }
            if !isDefinition(term.definition) {
                found.append(
                    "the definition of '\(term.name)' should be one or two sentences of at most 300 characters")
            }
            for other in term.seeAlso where (try? glossary.entries(named: other)) == nil {
                found.append("'\(term.name)' refers to '\(other)', which is no term of its overlay or of the core")
            }
        }
        return found.map { Violation(rule: .documentation, message: $0) }
    }

    private static func isDefinition(_ text: String) -> Bool {
        guard let first = text.first, !first.isLowercase, !first.isWhitespace else { return false }
        return text.last == "." && text.count <= 300 && !text.contains(where: \.isNewline)
    }
}
