/// Tightens the bound of a criterion: "limit recording retention to at most 30 days". The strictest limit wins.
public struct Limit: Statement, Hashable {
    /// The criterion whose measurement is limited.
    public let criterion: ObligationReference
    /// The values that remain allowed.
    public let interval: Interval

    /// Limits the measurement of a criterion.
    public init(_ criterion: ObligationReference, to interval: Interval) {
        self.criterion = criterion
        self.interval = interval
    }

    /// The change that the sentence states.
    public var change: Change { Change(.limit(self)) }
}
