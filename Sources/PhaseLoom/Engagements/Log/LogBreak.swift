/// Where and how a log is broken.
public struct LogBreak: Error, Hashable, Sendable {
    /// The kind of break.
    public let code: Code
    /// The place in the log, from 1.
    public let place: Int
    /// What is wrong, in a sentence.
    public let message: String

    /// Describes a break.
    public init(_ code: Code, at place: Int, _ message: String) {
        self.code = code
        self.place = place
        self.message = message
    }

    /// The kinds of break.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// A record was changed or cannot be read.
        case content
        /// A record is missing, doubled or out of order.
        case order
        /// A record does not continue the one before it.
        case chain
        /// A record belongs to another engagement.
        case splice
        /// The log ends before, or goes on after, its head.
        case end
        /// The event cannot follow from what happened before.
        case rule
        /// The plan of the engagement is missing or was changed.
        case plan
        /// What lists show of the engagement is not what its log says.
        case summary
    }
}
