public import PhaseLoom

/// Facts files: what is known about an engagement, as JSON of the format `phaseloom.facts/1`.
///
/// ```json
/// {"format": "phaseloom.facts/1",
///  "facts": {"data-classes": ["ephi"], "client": "small-business", "consumers": 1200, "public-company": false}}
/// ```
///
/// A fact that is absent or `null` is not known.
public enum FactsFile: Sendable {
    /// The name and version of the format.
    public static let format = "phaseloom.facts/1"

    /// Reads a facts file.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file, UTF-8 without byte order mark, at most 16 MiB.
    ///   - file: the name of the file, for messages.
    ///   - known: the facts that it may give.
    /// - Returns: what is known.
    /// - Throws: ``FileError`` with everything that is wrong with the file; a breach of JSON's grammar ends reading.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func read(_ bytes: [UInt8], from file: String, knowing known: [Fact]) throws(FileError) -> Facts {
        try ProblemLog.reading(bytes, from: file) { root in
            guard let object = root.object(["facts", "format"], format: format) else { return nil }
            guard let values = object.required("facts")?.object(known.map(\.id.text)) else { return nil }
            var facts = Facts()
            for fact in known { facts[fact] = values.optional(fact.id.text)?.value(of: fact) }
            return facts
        }
    }

    /// Writes a facts file in which nothing is known yet, with every fact in order of their names.
    public static func template(_ facts: [Fact]) -> String {
        let values = facts.sorted { $0.id < $1.id }.map { JSONMember($0.id.text, .null) }
        let value: JSONValue = ["facts": .object(values), "format": .string(format)]
        return value.canonicalText
    }
}

extension JSONCursor {
    fileprivate func value(of fact: Fact) -> Facts.Value? {
        switch fact.kind {
        case .flag: return bool().map { .flag($0) }
        case .number:
            guard let number = number() else { return nil }
            guard number >= 0, number.isFinite else {
                refuse("\(number.canonicalText) is below zero", hint: "use a number from 0")
                return nil
            }
            return .number(number)
        case .word(let choices): return word(of: choices).map { .words([$0]) }
        case .words(let choices): return list { $0.word(of: choices) }.map { .words($0) }
        case .names: return list { $0.id() }.map { .words($0) }
        }
    }

    private func word(of choices: [Fact.Choice]) -> ID? {
        guard let text = string() else { return nil }
        if let choice = choices.first(where: { $0.word.text == text }) { return choice.word }
        refuse("'\(text.excerpt)' is not a value here", hint: Self.hint(for: text, among: choices.map(\.word.text)))
        return nil
    }
}
