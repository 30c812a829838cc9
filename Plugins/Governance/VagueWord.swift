/// A word that anyone may read as he likes, and what to measure instead.
public struct VagueWord: Hashable, Sendable {
    /// The word or phrase, in lower case.
    public let word: String
    /// A metric that says what is probably meant: a template for the criterion.
    public let instead: String

    /// The words that the lint looks for, in their order.
    public static let all: [VagueWord] = [
        ("acceptable", "the limit that both parties accept"), ("adequate", "the smallest value that suffices"),
        ("adequately", "the smallest value that suffices"), ("appropriate", "the rule that decides"),
        ("appropriately", "the rule that decides"), ("as needed", "the event that asks for it"),
        ("as soon as possible", "days until it is done"), ("best effort", "hours of work or a target with a share"),
        ("clean", "findings in a named check"), ("convenient", "steps to finish the task"),
        ("easily", "share of users who finish the task unaided"),
        ("easy", "share of users who finish the task unaided"), ("easy to use", "share of users who finish unaided"),
        ("efficient", "cost or time for each unit of work"), ("efficiently", "cost or time for each unit of work"),
        ("etc", "the whole list"), ("fast", "response time at the 95th percentile, in ms"),
        ("flexible", "the changes that must be possible"), ("friendly", "share of users who finish the task unaided"),
        ("good", "the smallest value that suffices"), ("high quality", "defects for each release"),
        ("highly available", "availability in a calendar month, in %"),
        ("intuitive", "share of users who finish the task unaided"), ("large", "count or size, with its unit"),
        ("minimal", "the largest value that is allowed"), ("modern", "the versions that are allowed"),
        ("nice", "the property that users must find"), ("normal", "the range that counts as usual"),
        ("optimal", "the value to reach and how it is measured"), ("proper", "the rule that decides"),
        ("properly", "the rule that decides"), ("quick", "response time at the 95th percentile, in ms"),
        ("quickly", "response time at the 95th percentile, in ms"),
        ("reasonable", "the limit that both parties accept"), ("reliable", "failures in a month"),
        ("responsive", "response time at the 95th percentile, in ms"), ("robust", "failures under a named fault"),
        ("scalable", "load at which the response time still holds"), ("seamless", "the longest interruption, in s"),
        ("secure", "findings by severity in a named test"), ("simple", "steps to finish the task"),
        ("smooth", "the longest interruption, in s"), ("soon", "days until it is done"),
        ("stable", "failures in a month"), ("state of the art", "the versions that are allowed"),
        ("sufficient", "the smallest value that suffices"), ("suitable", "the rule that decides"),
        ("timely", "days until it is done"), ("user-friendly", "share of users who finish the task unaided"),
        ("well", "the smallest value that suffices"),
    ].map { VagueWord(word: $0.0, instead: $0.1) }

    /// The vague words of a text, in the order of ``all``; a hyphen counts as a space.
    ///
    /// - Complexity: O(*n* · *m*) in the length of the text and the number of words.
    public static func found(in text: String) -> [VagueWord] {
        let line = spaced(text)
        return all.filter { line.contains(spaced($0.word)) }
    }

    /// The words of a text in lower case, each with a space on both sides.
    private static func spaced(_ text: String) -> String {
        " " + text.lowercased().split { !$0.isLetter }.joined(separator: " ") + " "
    }
}
