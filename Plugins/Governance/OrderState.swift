/// What has become of a change order.
public enum OrderState: String, Hashable, Sendable, CaseIterable {
    /// It is decided on and not carried out yet.
    case open
    /// It is carried out.
    case executed
    /// Whoever asked for it no longer does.
    case withdrawn
    /// It was decided against.
    case rejected

    /// Whether its deltas count.
    public var counts: Bool { self == .open || self == .executed }
}
