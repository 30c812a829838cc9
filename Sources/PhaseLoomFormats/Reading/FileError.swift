/// Everything that is wrong with a file.
public struct FileError: Error, Hashable, Sendable {
    /// The name of the file, as the reader was told.
    public let file: String
    /// What is wrong, in the order of the file; at least one problem.
    public let problems: [Problem]

    /// One thing that is wrong with a file.
    public struct Problem: Hashable, Sendable {
        /// The line, from 1.
        public let line: Int
        /// The column in characters (Unicode scalars), from 1.
        public let column: Int
        /// The JSON path of the value, such as `$.changes[3].insert.phase.id`.
        public let path: String
        /// What is wrong, with the input quoted.
        public let message: String
        /// What would be right.
        public let hint: String
    }
}

extension FileError: CustomStringConvertible {
    /// One line for each problem: file, line, column, path, what is wrong and what would be right.
    public var description: String {
        problems.map { "\(file):\($0)" }.joined(separator: "\n")
    }
}

extension FileError.Problem: CustomStringConvertible {
    /// Line, column, path, what is wrong and what would be right.
    public var description: String { "\(line):\(column): \(path): \(message): \(hint)" }
}
