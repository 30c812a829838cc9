/// The reason why a file is not the record that it should be, and where.
public struct RecordError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file as it was named.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column in characters, from 1.
    public let column: Int
    /// The value concerned, as a JSON path or the name of a column.
    public let path: String
    /// What is wrong.
    public let message: String
    /// What would be right.
    public let hint: String

    /// The reason on one line, with the place first.
    public var description: String { "\(file):\(line):\(column): \(path): \(message): \(hint)" }
}
