/// What is wrong with a script.
public struct InvalidScript: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number of the line, from 1.
    public let line: Int
    /// What is wrong with it.
    public let message: String

    init(line: Int, _ message: String) {
        self.line = line
        self.message = message
    }

    /// The number of the line, and what is wrong with it.
    public var description: String { "line \(line): \(message)" }
}
