public import PhaseLoom

/// A script of commands, one on each line, with fixed times and persons.
///
/// ```
/// # a comment
/// at 2026-01-05T09:00:00Z
/// by "Grace Hopper"
/// start campus cctv --title 'Hospital campus'
/// ! gate campus intake
/// ```
///
/// Words are quoted as in a shell: `'…'` keeps everything, `"…"` everything but `\"` and `\\`, and outside of quotes `\`
/// keeps the next character; at the end of a line it goes on with the next one. A line that begins with `!` has to be
/// answered with no, any other with yes.
public struct Script: Hashable, Sendable {
    /// The lines that say something, in order.
    public let lines: [Line]

    /// A line of a script.
    public struct Line: Hashable, Sendable {
        /// The number of the line, from 1; of several that belong together the first.
        public let number: Int
        /// The line as it was written, without the spaces around it.
        public let text: String
        /// What it says.
        public let content: Content
    }

    /// What a line can say.
    public enum Content: Hashable, Sendable {
        /// It is this moment from here on.
        case at(Timestamp)
        /// This is who gives the commands from here on.
        case by(String)
        /// A command with its arguments, and whether it has to be answered with no.
        case command([String], expectsNo: Bool)
    }

    /// The bytes that a script may have.
    public static let sizeLimit = 1 << 20

    /// Reads a script.
    ///
    /// - Parameter bytes: UTF-8 with or without byte order mark, lines ending in LF or CR LF; at most ``sizeLimit``.
    /// - Throws: ``InvalidScript`` for the first line that is wrong.
    /// - Complexity: O(*n*) in the number of bytes.
    public init(parsing bytes: [UInt8]) throws(InvalidScript) {
        guard bytes.count <= Self.sizeLimit else {
            throw InvalidScript(line: 1, "the script has more than \(Self.sizeLimit) bytes")
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        var lines: [Line] = []
        var held: (number: Int, text: String)?
        for (place, bytes) in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            let piece = try Self.text(bytes, place + 1)
            let (number, text) = (held?.number ?? place + 1, (held?.text ?? "") + piece)
            held = nil
            guard let words = try ScriptWords.split(text, line: number) else {
                held = (number, text + "\n")
                continue
            }
            if let line = try Self.line(number, text, words) { lines.append(line) }
        }
        if let held { throw InvalidScript(line: held.number, "the line goes on, but the script ends") }
        self.lines = lines
    }

    private static func text(_ bytes: ArraySlice<UInt8>, _ number: Int) throws(InvalidScript) -> String {
        let bytes = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw InvalidScript(line: number, "the line is not UTF-8")
        }
        guard text.replacing("\t", with: " ").isPrintable else {
            throw InvalidScript(line: number, "the line has control characters: use plain text")
        }
        return text
    }

    private static func line(_ number: Int, _ text: String, _ words: [String]) throws(InvalidScript) -> Line? {
        guard let first = words.first else { return nil }
        let expectsNo = text.trimmed.hasPrefix("!")
        let command = expectsNo ? ([String(first.dropFirst())] + words.dropFirst()).filter { !$0.isEmpty } : words
        let content: Content
        switch (expectsNo ? "" : first, command.first) {
        case (_, nil): throw InvalidScript(line: number, "a command is missing after '!'")
        case (_, "play"): throw InvalidScript(line: number, "a script cannot play another one")
        case ("at", _): content = .at(try moment(words, number))
        case ("by", _):
            guard words.count == 2 else {
                throw InvalidScript(line: number, "write 'by NAME'; a name with spaces in quotes")
            }
            content = .by(words[1])
        default: content = .command(command, expectsNo: expectsNo)
        }
        return Line(number: number, text: text.trimmed, content: content)
    }

    private static func moment(_ words: [String], _ number: Int) throws(InvalidScript) -> Timestamp {
        guard words.count == 2 else { throw InvalidScript(line: number, "write 'at TIME'") }
        do {
            return try Timestamp(parsing: words[1])
        } catch {
            throw InvalidScript(line: number, error.description)
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
