/// What a criterion asks of a measurement: its name, the values allowed and their unit.
public struct Bound: Hashable, Sendable {
    /// The name of the measurement that evidence carries, such as `roc_auc`.
    public let measure: ID
    /// The values that meet the criterion.
    public let interval: Interval
    /// The unit of the values, such as `d`, `px/m` or `Mbit/s`; `nil` for a plain number.
    public let unit: String?

    /// Makes a bound on a measurement.
    public init(_ measure: ID, _ interval: Interval, unit: String? = nil) {
        self.measure = measure
        self.interval = interval
        self.unit = unit
    }
}

extension Bound: CustomStringConvertible {
    /// The bound in words, such as `roc_auc at least 0.85`.
    public var description: String { "\(measure) \(interval)\(unit.map { " \($0)" } ?? "")" }
}
