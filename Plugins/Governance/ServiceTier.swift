/// A tier of a provider's catalogue, which clients take as it is.
public enum ServiceTier: String, Hashable, Sendable, CaseIterable {
    /// Support in working hours.
    case basic
    /// Support in working hours, with monitoring.
    case standard
    /// Support around the clock.
    case premium
}
