import PhaseLoom

/// A mistake in the command line.
struct UsageError: Error, Hashable {
    /// What is wrong and what would be right.
    let message: String

    init(_ message: String) { self.message = message }

    /// A word that is none of those that exist.
    ///
    /// - Parameters:
    ///   - claim: what is wrong, with the word quoted.
    ///   - word: the word.
    ///   - words: the words that exist.
    ///   - prefix: what stands before each of them when it is quoted.
    init(_ claim: String, for word: String, among words: [String], quotedWith prefix: String = "") {
        // Guides call a collector by its last name; with one owner of the name it is clear which one is meant.
        let owned = words.filter { !word.isEmpty && $0.hasSuffix("/" + word) }
        if let nearest = owned.count == 1 ? owned.first : Suggestion.nearest(to: word, among: words) {
            self.init("\(claim): did you mean '\(prefix)\(nearest)'?")
        } else if words.isEmpty {
            self.init(claim)
        } else {
            self.init("\(claim): use one of " + words.map { "'\(prefix)\($0)'" }.joined(separator: ", "))
        }
    }
}
