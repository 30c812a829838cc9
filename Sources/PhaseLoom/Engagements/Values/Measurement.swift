/// A measured value in evidence.
public struct Measurement: Hashable, Sendable {
    /// The name that bounds refer to, such as `roc_auc`.
    public let name: ID
    /// The value; `nil` when it is undefined (not a number, empty, 0/0), which never meets a bound.
    public let value: Double?
    /// The unit of the value, such as `d`, `px/m` or `Mbit/s`; `nil` for a plain number.
    public let unit: String?

    /// Makes a measurement; a value that is not finite is undefined.
    public init(_ name: ID, _ value: Double?, unit: String? = nil) {
        self.name = name
        self.value = value.flatMap { $0.isFinite ? ($0 == 0 ? 0 : $0) : nil }
        self.unit = unit
    }
}

extension Measurement: CustomStringConvertible {
    /// The measurement in words, such as `retention 30 d`.
    public var description: String {
        "\(name) \(value?.canonicalText ?? "undefined")\(unit.map { " \($0)" } ?? "")"
    }
}
