/// What keeps a device that does not answer from being asked again and again, at the cost of all others on its trunk.
public struct CircuitBreaker: Hashable, Sendable {
    /// How many failures in a row open it.
    public let threshold: Int
    /// How long it stays open before one request may try again.
    public let rest: Duration
    private var failures = 0
    private var opened: Duration?

    /// Makes a breaker that is closed.
    public init(threshold: Int = 3, rest: Duration = .seconds(30)) {
        self.threshold = max(1, threshold)
        self.rest = rest
    }

    /// Whether a request may be sent.
    public func allows(at now: Duration) -> Bool { opened.map { now - $0 >= rest } ?? true }

    /// Tells that the device answered, whatever it said.
    public mutating func succeed() {
        failures = 0
        opened = nil
    }

    /// Tells that the device did not answer.
    public mutating func fail(at now: Duration) {
        failures += 1
        if failures >= threshold { opened = now }
    }
}
