/// The reason why a collector has nothing to report.
public struct CollectorError: Error, Hashable, Sendable {
    /// The kind of reason.
    public let code: Code
    /// What is wrong, a line for each problem, in the order of the input; at least one.
    public let problems: [String]

    /// The kinds of reason.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The data that was read is invalid.
        case data
        /// A file, a device or the system fails.
        case environment
    }

    /// Describes one problem.
    ///
    /// - Parameters:
    ///   - code: the kind of reason.
    ///   - place: where it is, such as a file with line and column, or a device.
    ///   - message: what is wrong, with the input quoted.
    ///   - hint: what would be right.
    public init(_ code: Code, at place: String, _ message: String, hint: String) {
        self.init(code, ["\(place): \(message): \(hint)"])
    }

    /// Describes problems in whole lines.
    public init(_ code: Code, _ problems: [String]) {
        self.code = code
        self.problems = problems
    }
}

extension CollectorError: CustomStringConvertible {
    /// The problems, one a line.
    public var description: String { problems.joined(separator: "\n") }
}
