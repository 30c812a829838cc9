/// The values that a measurement may take: at least `min`, at most `max`, either end open.
///
/// Intervals form the semilattice that decides competing bounds: their join is the intersection, so the strictest wins.
public struct Interval: Hashable, Sendable {
    /// The smallest value allowed, inclusive; `nil` when nothing is too small.
    public let min: Double?
    /// The largest value allowed, inclusive; `nil` when nothing is too large.
    public let max: Double?

    /// The interval that every number meets.
    public static let unbounded = Interval(unchecked: nil, nil)

    /// Makes an interval of its two ends.
    ///
    /// - Parameters:
    ///   - min: the smallest value allowed, finite, or `nil`.
    ///   - max: the largest value allowed, finite and not below `min`, or `nil`.
    /// - Throws: ``InvalidValue`` when an end is not finite or `min` exceeds `max`.
    public init(min: Double? = nil, max: Double? = nil) throws(InvalidValue) {
        for end in [min, max] {
            guard let end, !end.isFinite else { continue }
            throw InvalidValue("a bound of \(end)", hint: "use a finite number")
        }
        if let min, let max, min > max {
            throw InvalidValue(
                "a bound of at least \(min.canonicalText) and at most \(max.canonicalText)", hint: "swap them")
        }
        self.init(unchecked: min, max)
    }

    private init(unchecked min: Double?, _ max: Double?) {
        // A negative zero would be equal to zero and yet be written differently.
        self.min = min.map { $0 == 0 ? 0 : $0 }
        self.max = max.map { $0 == 0 ? 0 : $0 }
    }

    /// The numbers from a value upwards.
    ///
    /// - Precondition: `value` is finite.
    public static func atLeast(_ value: Double) -> Interval {
        precondition(value.isFinite, "a bound of \(value) is not a number to compare with")
        return Interval(unchecked: value, nil)
    }

    /// The numbers up to a value.
    ///
    /// - Precondition: `value` is finite.
    public static func atMost(_ value: Double) -> Interval {
        precondition(value.isFinite, "a bound of \(value) is not a number to compare with")
        return Interval(unchecked: nil, value)
    }

    /// The numbers of a closed range.
    ///
    /// - Precondition: both ends are finite.
    public static func within(_ range: ClosedRange<Double>) -> Interval {
        precondition(range.lowerBound.isFinite && range.upperBound.isFinite, "a bound has to be finite")
        return Interval(unchecked: range.lowerBound, range.upperBound)
    }

    /// One number and no other, as in "exactly 0 overlaps".
    ///
    /// - Precondition: `value` is finite.
    public static func exactly(_ value: Double) -> Interval { within(value...value) }

    /// The numbers that meet both intervals, or `nil` when there is none.
    public func intersection(_ other: Interval) -> Interval? {
        let low = Swift.max(min ?? -.infinity, other.min ?? -.infinity)
        let high = Swift.min(max ?? .infinity, other.max ?? .infinity)
        guard low <= high else { return nil }
        return Interval(unchecked: low.isFinite ? low : nil, high.isFinite ? high : nil)
    }

    /// Whether a measured value meets the interval; an undefined value never does.
    public func contains(_ value: Double) -> Bool {
        value.isFinite && value >= min ?? -.infinity && value <= max ?? .infinity
    }
}

extension Interval: CustomStringConvertible {
    /// The interval in words, such as `at least 0.85` or `from 30 to 90`.
    public var description: String {
        switch (min, max) {
        case (let min?, let max?) where min == max: "exactly \(min.canonicalText)"
        case (let min?, let max?): "from \(min.canonicalText) to \(max.canonicalText)"
        case (let min?, nil): "at least \(min.canonicalText)"
        case (nil, let max?): "at most \(max.canonicalText)"
        case (nil, nil): "measured"
        }
    }
}
