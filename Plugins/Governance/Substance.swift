/// Whether the parts of a criterion say something that somebody else could check.
enum Substance {
    /// Ways of checking that leave the answer to whoever looks.
    private static let hollow: Set<String> = [
        "eye", "eyes", "feel", "feeling", "feels", "glance", "gut", "judgement", "judgment", "look", "looks", "none",
        "opinion", "seems", "somehow", "tba", "tbd", "todo", "unknown", "whatever",
    ]

    /// Outcomes that need no number.
    private static let outcomes: Set<String> = [
        "absent", "all", "fail", "failed", "false", "met", "no", "none", "pass", "passed", "present", "true", "yes",
    ]

    /// Whether a metric or a method names something: a word of its own, no vague one and no mere impression.
    static func names(_ text: String) -> Bool {
        let words = words(of: text)
        return words.contains { !$0.allSatisfy(\.isNumber) } && VagueWord.found(in: text).isEmpty
            && !words.contains(where: hollow.contains)
    }

    /// Whether a value can be compared: it has a digit, is an outcome, or stands in the method.
    static func isValue(_ text: String, of method: String?) -> Bool {
        if Double(text) != nil || text.contains(where: \.isNumber) { return true }
        let words = words(of: text)
        let known = Self.words(of: method ?? "")
        return !words.isEmpty && words.allSatisfy { outcomes.contains($0) || known.contains($0) }
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
