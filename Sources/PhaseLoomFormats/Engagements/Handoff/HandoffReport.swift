public import PhaseLoom

/// What the check of a package found.
public struct HandoffReport: Hashable, Sendable {
    /// The engagement, as far as the index tells; `nil` when it does not.
    public internal(set) var engagement: ID?
    /// How many records the log has; 0 when it cannot be read.
    public internal(set) var length = 0
    /// The hash of the last record; `nil` when the log cannot be read.
    public internal(set) var head: Digest?
    /// Everything that is wrong, in order of paths.
    public private(set) var problems: [Problem] = []

    /// Whether the package is whole.
    public var isWhole: Bool { problems.isEmpty }

    /// Something that is wrong with a package.
    public struct Problem: Hashable, Sendable {
        /// The path in the package.
        public let path: String
        /// What is wrong with it, in a sentence.
        public let message: String
    }

    mutating func add(_ path: String, _ message: String) {
        let problem = Problem(path: path, message: message)
        guard !problems.contains(problem) else { return }
        problems.append(problem)
        problems.sort { ($0.path, $0.message) < ($1.path, $1.message) }
    }
}
