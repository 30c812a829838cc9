import PhaseLoomFormats
import Testing

/// A malformed file: a text in which `⟦` and `⟧` enclose what is wrong, and what the reader has to say about it.
struct MalformedFile: Sendable, CustomTestStringConvertible {
    let text: String
    let path: String
    let word: String

    init(_ text: String, _ path: String, _ word: String) {
        self.text = text
        self.path = path
        self.word = word
    }

    /// An otherwise valid overlay file with one more member.
    static func member(_ text: String, _ path: String, _ word: String) -> MalformedFile {
        MalformedFile(
            """
            {"format": "phaseloom.overlay/1", "id": "o", "version": "1", "title": "O",
             \(text)}
            """, path, word)
    }

    /// An otherwise valid overlay file with one change.
    static func change(_ text: String, _ path: String, _ word: String) -> MalformedFile {
        member("\"changes\": [\n  \(text)]", "$.changes[0]" + path, word)
    }

    var bytes: [UInt8] { Array(text.filter { $0 != "⟦" && $0 != "⟧" }.utf8) }

    /// Where the marker stands, counted as an editor counts.
    var place: (line: Int, column: Int) {
        let lines = text.prefix { $0 != "⟦" }.split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
    }

    var testDescription: String { text }

    /// Expects exactly the one problem that the case describes.
    func check(_ read: ([UInt8]) throws(FileError) -> Void) {
        let error = #expect(throws: FileError.self) { try read(bytes) }
        guard let error, let problem = error.problems.first else { return }
        #expect(error.problems.count == 1, "\(error)")
        #expect(problem.path == path, "\(error)")
        #expect((problem.line, problem.column) == place, "\(error)")
        #expect(problem.message.contains(word) || problem.hint.contains(word), "\(error)")
        #expect(error.description.hasPrefix("bad.json:\(place.line):\(place.column): \(path): "))
    }
}
