/// A way in which a store breaks the contract that every store must keep.
public struct StoreViolation: Hashable, Sendable, CustomStringConvertible {
    /// The rule that is broken.
    public let rule: Rule
    /// What breaks it.
    public let message: String

    /// The rules of the contract.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// A batch is there wholly or not at all, byte for byte.
        case atomicity
        /// Nothing is appended to a log of another length than expected.
        case expectation
        /// Events come back in order, from where and as many as asked for.
        case order
        /// The feed shows every event once, in an order that never changes.
        case following
        /// Lists show what the last batch said, and all of what a query asks for.
        case query
        /// Documents are there with the events that brought them, and never change.
        case documents
        /// Of writers at one time, nothing is lost and nothing is there twice.
        case concurrency
    }

    /// The rule and the message on one line.
    public var description: String { "\(rule.rawValue): \(message)" }
}
