/// The words of this project and of the overlays beside it, with their meanings.
///
/// Nobody's meaning of a word hides another's: where parties define one word differently, all of their meanings stand,
/// each with who brings it.
public struct Glossary: Sendable {
    /// The terms in order of their names; of equal names the core's comes first, then in order of who brings it.
    public let entries: [Entry]
    /// The places of terms by the keys of their names and synonyms.
    private let places: [String: [Int]]

    /// A term with who brings it.
    public struct Entry: Hashable, Sendable {
        /// The term.
        public let term: Term
        /// The parties that define it so: ``Glossary/core`` or overlays.
        public let by: [ID]
    }

    /// The party that brings the terms of this project.
    public static let core: ID = "core"

    /// Makes a glossary of the terms of this project and of further parties.
    ///
    /// Equal definitions of one word are one term, whose synonyms, references and related terms unite.
    ///
    /// - Parameter parties: the terms that overlays bring, with the overlays' identifiers, in any order.
    /// - Complexity: O(*n* log *n*) in the number of terms.
    public init(_ parties: [(by: ID, terms: [Term])] = []) {
        var groups: [Meaning: [(by: ID, term: Term)]] = [:]
        for (by, terms) in [(Self.core, Self.coreTerms)] + parties.sorted(by: { $0.by < $1.by }) {
            for term in terms { groups[Meaning(term), default: []].append((by, term)) }
        }
        entries = groups.values.map(Self.united).sorted(by: Self.precedes)
        var places: [String: [Int]] = [:]
        for (place, entry) in entries.enumerated() {
            for key in ([entry.term.name] + entry.term.synonyms).map(Self.key).unique {
                places[key, default: []].append(place)
            }
        }
        self.places = places
    }

    /// The terms of a name or synonym.
    ///
    /// Case, hyphens, spaces and the endings of plurals make no difference. A word that is the name of terms does not
    /// mean those of which it is a synonym.
    ///
    /// - Parameter word: the word as people write it.
    /// - Returns: at least one term; several when the word has several meanings.
    /// - Throws: ``InvalidValue`` with the nearest word when there is none.
    /// - Complexity: O(*n*) in the length of the word; on a miss, also in the number of terms.
    public func entries(named word: String) throws(InvalidValue) -> [Entry] {
        let key = Self.key(word)
        let found = places[key, default: []].map { entries[$0] }
        let named = found.filter { Self.key($0.term.name) == key }
        guard found.isEmpty else { return named.isEmpty ? found : named }
        let words = entries.flatMap { [$0.term.name] + $0.term.synonyms }
        throw InvalidValue(
            "the glossary has no term '\(word.excerpt)'",
            hint: Suggestion.nearest(to: word, among: words).map { "did you mean '\($0)'?" }
                ?? "the list of terms shows what there is")
    }
}

extension Glossary {
    /// What makes two terms one.
    private struct Meaning: Hashable {
        let key: String
        let definition: String

        init(_ term: Term) {
            key = Glossary.key(term.name)
            definition = term.definition
        }
    }

    private static func united(_ group: [(by: ID, term: Term)]) -> Entry {
        let terms = group.map(\.term)
        let name = terms[0].name
        let term = Term(
            name, also: terms.flatMap(\.synonyms).unique, terms[0].definition,
            references: terms.flatMap(\.references).unique, seeAlso: terms.flatMap(\.seeAlso).unique)
        return Entry(term: term, by: group.map(\.by).unique)
    }

    private static func precedes(_ one: Entry, _ other: Entry) -> Bool {
        let names = (one.term.name.lowercased(), other.term.name.lowercased())
        if names.0 != names.1 { return names.0 < names.1 }
        if one.by != other.by {
            let ranks = (one.by.first == core ? 0 : 1, other.by.first == core ? 0 : 1)
            return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : one.by.lexicographicallyPrecedes(other.by)
        }
        return one.term.definition < other.term.definition
    }
}

extension Sequence where Element: Hashable {
    /// The elements without those that stood there before.
    fileprivate var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
