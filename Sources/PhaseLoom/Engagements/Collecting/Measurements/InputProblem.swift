/// Something that is wrong with a file, and where.
public struct InputProblem: Error, Hashable, Sendable {
    /// The offset of the byte at which it shows.
    public let offset: Int
    /// What is wrong.
    public let message: String
    /// What would be right.
    public let hint: String

    /// Describes a problem.
    public init(_ offset: Int, _ message: String, hint: String) {
        self.offset = offset
        self.message = message
        self.hint = hint
    }
}

extension CollectorError {
    /// Tells what is wrong with a file, with lines and columns.
    ///
    /// - Complexity: O(*n* + *m* log *m*) in the number of bytes and problems.
    public init(_ problems: [InputProblem], in bytes: [UInt8], of file: String) {
        let sorted = problems.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
        let positions = TextPosition.positions(of: sorted.map(\.element.offset), in: bytes)
        let lines = zip(sorted, positions).map { entry, position in
            "\(file):\(position.line):\(position.column): \(entry.element.message): \(entry.element.hint)"
        }
        self.init(.data, lines)
    }
}
