/// What checking one point gave.
public struct CheckoutRow: Hashable, Sendable {
    /// The point, as a matrix names it.
    public var point: String
    /// What it should show; empty when the design leaves it open.
    public var expected: String
    /// What it showed; `nil` when it could not be read.
    public var observed: String?
    /// How far the two may be apart; `nil` when they have to be equal.
    public var tolerance: Double?
    /// The units of both.
    public var units: String
    /// The text of the observed state; empty for none.
    public var stateText: String
    /// Whether the point itself said that its value is not reliable, or cut off from the field.
    public var isUnreliable: Bool
    /// When it was read, as RFC 3339 has it; empty when that is not known.
    public var time: String
    /// The octets that carried the value.
    public var octets: [UInt8]
    /// What else was noted; empty for nothing.
    public var remark: String

    /// Makes a row of a point that was not read yet.
    public init(point: String, expected: String, tolerance: Double? = nil, units: String = "") {
        self.point = point
        self.expected = expected
        self.tolerance = tolerance
        self.units = units
        stateText = ""
        isUnreliable = false
        time = ""
        octets = []
        remark = ""
    }

    /// The result: what is unreliable never agrees, whatever its value.
    ///
    /// Numbers agree when they are no further apart than the tolerance, compared with 15 significant digits.
    public var result: CheckoutResult {
        guard let observed else { return .unread }
        if isUnreliable { return .unreliable }
        if expected.isEmpty { return .open }
        guard let one = DecimalText.number(expected), let other = DecimalText.number(observed) else {
            return expected == observed ? .agrees : .differs
        }
        return DecimalText.rounded((one - other).magnitude) <= (tolerance ?? 0) ? .agrees : .differs
    }
}

/// What became of the check of a point.
public enum CheckoutResult: String, Hashable, Sendable, CaseIterable {
    /// It shows what it should.
    case agrees
    /// It shows something else.
    case differs
    /// It says itself that its value cannot be trusted.
    case unreliable
    /// It could not be read.
    case unread
    /// It was read, and nobody said what it should show.
    case open
}
