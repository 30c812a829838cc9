/// How far a collector is.
public struct CollectorProgress: Hashable, Sendable {
    /// What is being done, such as `reading points`.
    public let step: String
    /// How much of it is done, in any unit.
    public let done: Int
    /// How much there is to do, in the same unit; `nil` when nobody knows.
    public let total: Int?

    /// Describes how far the work is.
    public init(step: String, done: Int, total: Int? = nil) {
        self.step = step
        self.done = done
        self.total = total
    }
}
