import PhaseLoom

/// Collects what is wrong with a file while it is read, so that all of it can be reported at once.
final class ProblemLog {
    /// The problems that are reported; a file with more is no file that somebody wrote.
    static let limit = 1000

    private struct Entry {
        let offset: Int
        let path: String
        let value: InvalidValue
    }

    /// Whether empty texts and repeated declarations pass: a program wrote the file, about what was composed.
    let isForgiving: Bool

    private init(isForgiving: Bool) { self.isForgiving = isForgiving }

    private var entries: [Entry] = []
    private var isFull: Bool { entries.count == Self.limit }

    /// Whether nothing is wrong so far.
    var isEmpty: Bool { entries.isEmpty }

    /// Notes a problem at a place; the text is only made when it will be reported.
    func note(_ cursor: JSONCursor, at offset: Int? = nil, _ value: @autoclosure () -> InvalidValue) {
        guard !isFull else { return }
        entries.append(Entry(offset: offset ?? cursor.node.offset, path: cursor.path.description, value: value()))
    }

    /// What was noted, in the order of the file.
    private func error(in bytes: [UInt8], from file: String) -> FileError {
        let sorted = entries.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
        let positions = TextPosition.positions(of: sorted.map(\.element.offset), in: bytes)
        let problems = zip(sorted, positions).map { entry, position in
            FileError.Problem(
                line: position.line, column: position.column, path: entry.element.path,
                message: entry.element.value.message, hint: entry.element.value.hint)
        }
        return FileError(file: file, problems: problems)
    }

    /// Reads a file of some format, and reports everything that is wrong with it.
    ///
    /// - Throws: ``FileError`` for the first breach of JSON's grammar, or for everything that `read` noted.
    static func reading<Value>(
        _ bytes: [UInt8], from file: String, isForgiving: Bool = false, _ read: (JSONCursor) -> Value?
    ) throws(FileError) -> Value {
        let log = ProblemLog(isForgiving: isForgiving)
        let root: JSONNode
        do {
            root = try JSONReader.read(bytes)
        } catch {
            throw FileError(file: file, syntax: error, in: bytes)
        }
        let cursor = JSONCursor(root, .root, log)
        if let value = read(cursor), log.isEmpty { return value }
        if log.isEmpty { cursor.refuse("this cannot be read", hint: "compare it with the documented format") }
        throw log.error(in: bytes, from: file)
    }
}

extension FileError {
    fileprivate init(file: String, syntax error: JSONError, in bytes: [UInt8]) {
        let position = TextPosition.position(of: error.offset, in: bytes)
        let problem = Problem(
            line: position.line, column: position.column, path: error.path, message: error.message, hint: error.hint)
        self.init(file: file, problems: [problem])
    }
}
