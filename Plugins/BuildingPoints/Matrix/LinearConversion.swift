/// A conversion of values by a factor and an addend: *target* = *source* · scale + offset.
public struct LinearConversion: Hashable, Sendable {
    /// The factor; never zero.
    public let scale: Double
    /// The addend, in the unit of the target.
    public let offset: Double

    /// The conversion that changes nothing.
    public static let identity = LinearConversion(unchecked: 1, 0)

    /// Makes a conversion.
    ///
    /// - Returns: `nil` when the factor is zero or a number is not finite, because there is no way back then.
    public init?(scale: Double, offset: Double = 0) {
        guard scale.isFinite, offset.isFinite, scale != 0 else { return nil }
        self.init(unchecked: scale, offset)
    }

    private init(unchecked scale: Double, _ offset: Double) {
        self.scale = scale
        self.offset = offset
    }

    /// Converts a value of the source, rounded to 15 significant digits.
    ///
    /// - Complexity: O(1).
    public func target(of source: Double) -> Double {
        self == .identity ? source : DecimalText.rounded(DecimalText.rounded(source * scale) + offset)
    }

    /// Converts a value of the target back, rounded to 15 significant digits.
    ///
    /// - Complexity: O(1).
    public func source(of target: Double) -> Double {
        self == .identity ? target : DecimalText.rounded(DecimalText.rounded(target - offset) / scale)
    }
}
