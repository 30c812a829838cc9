extension Glossary {
    /// A word so that all ways to write it are equal: `Hand-Offs`, `hand off` and `handoff`.
    ///
    /// Each part loses the ending that sets its plural apart. What is left need not be a word; only equality counts.
    ///
    /// - Complexity: O(*n*) in the length of the word.
    static func key(_ word: String) -> String {
        word.lowercased().unicodeScalars.split { $0.properties.isWhitespace || $0.properties.isDash || $0 == "_" }
            .map { stem(of: String($0)) }
            .joined()
    }

    /// The part that the singular and the plural of a word have in common: `analys` of *analysis* and *analyses*.
    private static func stem(of part: String) -> String {
        // What is left of a shorter word could be anything: OS is not O.
        guard part.utf8.count > 2 else { return part }
        guard let (ending, rest) = endings.first(where: { part.hasSuffix($0.ending) }) else { return part }
        return part.dropLast(ending.count) + rest
    }

    /// The endings of words, of which the first one that fits counts, and what stays of them.
    private static let endings: [(ending: String, rest: String)] = [
        ("ria", "rion"), ("ies", "y"), ("ysis", "ys"), ("ss", "ss"), ("us", "us"), ("es", ""), ("s", ""), ("e", ""),
    ]
}
