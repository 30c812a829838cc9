/// What evidence says about a criterion.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The evidence shows that it holds.
    case met
    /// The evidence shows that it does not hold.
    case unmet
    /// The evidence is missing or says nothing.
    case undefined

    /// The verdict on two statements that both have to hold: the worse one, and unmet is worse than undefined.
    public func and(_ other: Verdict) -> Verdict {
        if self == .unmet || other == .unmet { return .unmet }
        return self == .undefined || other == .undefined ? .undefined : .met
    }

    /// The verdict on two statements of which one has to hold.
    public func or(_ other: Verdict) -> Verdict {
        if self == .met || other == .met { return .met }
        return self == .undefined || other == .undefined ? .undefined : .unmet
    }
}
