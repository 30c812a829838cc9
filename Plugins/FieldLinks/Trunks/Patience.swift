/// How long to wait for an answer, and how often to ask again: each time twice as long, up to a limit.
public struct Patience: Hashable, Sendable {
    /// How long the first answer may take.
    public let first: Duration
    /// The longest wait.
    public let limit: Duration
    /// How often a request is sent altogether, at least once.
    public let attempts: Int

    /// Describes a patience.
    public init(first: Duration = .seconds(1), limit: Duration = .seconds(8), attempts: Int = 3) {
        self.first = first
        self.limit = max(first, limit)
        self.attempts = max(1, attempts)
    }

    /// How long an attempt may take.
    ///
    /// - Parameter attempt: the number of the attempt, from 0.
    /// - Returns: ``first``, doubled for each attempt before it, up to ``limit``.
    public func wait(for attempt: Int) -> Duration {
        var wait = first
        for _ in 0..<min(max(0, attempt), 32) where wait < limit { wait = wait * 2 }
        return min(wait, limit)
    }
}
