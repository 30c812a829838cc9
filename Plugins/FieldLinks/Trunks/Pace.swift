/// The pace of a trunk: requests begin no closer together than a gap, and no more of them than a rate.
public struct Pace: Hashable, Sendable {
    /// The shortest time between the ends of one exchange and the beginning of the next.
    public let gap: Duration
    /// The shortest time between the beginnings of two exchanges.
    public let interval: Duration
    private var earliest = Duration.zero

    /// Sets a pace.
    ///
    /// - Parameters:
    ///   - gap: the rest after an exchange.
    ///   - rate: the most exchanges per second; `nil` for any number. What is not more than 0 counts as one an hour.
    public init(gap: Duration = .zero, rate: Double? = nil) {
        self.gap = max(.zero, gap)
        interval = rate.map { $0 > 0 ? .seconds(min(3600, 1 / $0)) : .seconds(3600) } ?? .zero
    }

    /// The moment at which an exchange may begin, from which on it counts as begun.
    public mutating func begin(at now: Duration) -> Duration {
        let moment = max(now, earliest)
        earliest = moment + interval
        return moment
    }

    /// Tells that an exchange has ended.
    public mutating func end(at now: Duration) { earliest = max(earliest, now + gap) }
}
