/// A word of service delivery with its meaning, in the words of this project.
public struct Term: Hashable, Sendable {
    /// The word, in the singular unless people only say the plural.
    public let name: String
    /// Other words that people use for it, such as an abbreviation.
    public let synonyms: [String]
    /// What it means, in one or two sentences.
    public let definition: String
    /// Where standards and laws speak of it, by number or name only.
    public let references: [String]
    /// The names of terms that belong to it.
    public let seeAlso: [String]

    /// Defines a word.
    ///
    /// - Parameters:
    ///   - name: the word.
    ///   - synonyms: other words for it.
    ///   - definition: sentences that start with a capital and end with a full stop, 300 characters at most.
    ///   - references: standards by number and clause, practices and laws by name; no text of theirs.
    ///   - seeAlso: the names of terms that belong to it.
    public init(
        _ name: String, also synonyms: [String] = [], _ definition: String, references: [String] = [],
        seeAlso: [String] = []
    ) {
        self.name = name
        self.synonyms = synonyms
        self.definition = definition
        self.references = references
        self.seeAlso = seeAlso
    }

    /// The first sentence of the definition.
    ///
    /// A full stop ends a sentence when a space or nothing follows it.
    ///
    /// - Complexity: O(*n*) in the length of the definition.
    public var summary: String {
        var end = definition.startIndex
        while let stop = definition[end...].firstIndex(of: ".") {
            end = definition.index(after: stop)
            if end == definition.endIndex || definition[end] == " " { return String(definition[..<end]) }
        }
        return definition
    }
}

/// The references that many terms share.
extension String {
    /// A clause of the service management standard.
    static func iso20000(_ clause: String) -> String { "ISO/IEC 20000-1:2018, \(clause)" }

    /// A practice or concept of ITIL 4.
    static func itil(_ name: String) -> String { "ITIL 4, \(name)" }
}
