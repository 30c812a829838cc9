/// Checks of the texts that people give, so that a log never holds what could steer a terminal.
enum Words {
    /// Checks the name of a person.
    static func check(name: String) throws(Refusal) {
        try check(name, "name", limit: 200)
        guard !name.unicodeScalars.contains("\u{FFFD}") else {
            throw Refusal(.invalid, "the name '\(name.excerpt)' is not valid UTF-8", hint: "write it in UTF-8")
        }
        // Who signs is compared with who recorded: 'Ada ' would pass for someone else than 'Ada'.
        guard name.unicodeScalars.first?.isBlank == false, name.unicodeScalars.last?.isBlank == false else {
            throw Refusal(.invalid, "the name '\(name.excerpt)' has spaces around it", hint: "leave them out")
        }
    }

    /// Checks a text that people will read.
    static func check(
        _ text: String, _ what: String, limit: Int = 4000, isOptional: Bool = false,
        hint: String = "use one line of plain text"
    ) throws(Refusal) {
        if isOptional && text.isEmpty { return }
        guard text.utf8.count <= limit else {
            throw Refusal(.invalid, "the \(what) has \(text.utf8.count) bytes", hint: "use at most \(limit)")
        }
        guard !text.unicodeScalars.allSatisfy(\.isBlank) else {
            throw Refusal(.invalid, "the \(what) is empty", hint: "say it in words")
        }
        guard text.isPrintable else {
            throw Refusal(.invalid, "the \(what) '\(text.excerpt)' has control characters", hint: hint)
        }
    }

    /// A number of things in words, such as `1 time` or `2 times`.
    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// A list as people write it, shortened if it is long.
    static func list(_ names: [String]) -> String {
        let shown = names.prefix(6).map { "'\($0)'" }
        let rest = names.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}

extension Unicode.Scalar {
    /// Whether it is a space of any width; most characters are ASCII, and looking up properties takes long.
    fileprivate var isBlank: Bool { value < 0x7F ? value == 0x20 || (9...13).contains(value) : properties.isWhitespace }
}
