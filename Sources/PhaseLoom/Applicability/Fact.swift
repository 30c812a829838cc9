/// Something that may be known about an engagement before overlays are chosen: the data it touches, who the client is.
///
/// Overlays state when they apply over facts, and whoever is asked for advice is asked the question of each fact that
/// is not known and could make a difference.
public struct Fact: Hashable, Sendable {
    /// The name by which files give it.
    public let id: ID
    /// What to ask someone who knows the engagement.
    public let question: String
    /// The values that it takes.
    public let kind: Kind

    /// The values that a fact takes.
    public enum Kind: Hashable, Sendable {
        /// Yes or no.
        case flag
        /// A number, not negative, with its unit where it has one.
        case number(unit: String?)
        /// Exactly one of some words.
        case word([Choice])
        /// Any of some words, none included.
        case words([Choice])
        /// Any identifiers, such as the codes of jurisdictions.
        case names
    }

    /// A word that a fact takes, with its meaning.
    public struct Choice: Hashable, Sendable {
        /// The word as files give it.
        public let word: ID
        /// What it means.
        public let meaning: String
    }

    /// Makes a fact.
    ///
    /// - Parameters:
    ///   - id: the name by which files give it.
    ///   - question: what to ask someone who knows, with its question mark.
    ///   - kind: the values that it takes.
    public init(_ id: ID, _ question: String, _ kind: Kind) {
        self.id = id
        self.question = question
        self.kind = kind
    }

    /// The words that it takes; none if it takes other values.
    public var choices: [Choice] {
        switch kind {
        case .word(let choices), .words(let choices): choices
        case .flag, .number, .names: []
        }
    }
}

extension Fact.Kind {
    /// Exactly one of some words, each with its meaning.
    public static func oneOf(_ choices: KeyValuePairs<ID, String>) -> Fact.Kind {
        .word(choices.map { Fact.Choice(word: $0.key, meaning: $0.value) })
    }

    /// Any of some words, each with its meaning.
    public static func anyOf(_ choices: KeyValuePairs<ID, String>) -> Fact.Kind {
        .words(choices.map { Fact.Choice(word: $0.key, meaning: $0.value) })
    }
}

// MARK: Sentences about facts

extension Fact {
    /// The flag is set.
    public var holds: Circumstance { .holds(self) }

    /// The value is one of these words, or has one of them among its own.
    public func includes(_ words: ID...) -> Circumstance { .includes(self, words.sortedAndUnique) }

    /// The number is this or larger.
    public func isAtLeast(_ number: Double) -> Circumstance { .atLeast(self, number) }
}
