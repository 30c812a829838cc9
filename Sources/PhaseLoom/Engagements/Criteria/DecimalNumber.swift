/// A number as people write it, with 15 significant decimal digits.
///
/// Binary numbers carry every decimal text of up to 15 digits and give it back unchanged (IEEE 754 binary64 has 53
/// bits; 15 = ⌊52 · log₁₀ 2⌋). What lies behind the fifteenth digit is noise of arithmetic: 0.80 + 0.05 differs from
/// 0.85 in the seventeenth.
struct DecimalNumber: Hashable {
    /// The digits as a whole number, of exactly 15 digits unless the number is zero; negative for negative numbers.
    private let coefficient: Int64
    /// The power of ten by which they are multiplied.
    private let exponent: Int

    /// Rounds a finite number to 15 significant digits.
    init(_ value: Double) {
        var digits: Int64 = 0
        var count = 0
        var shift = 0
        var roundsUp = false
        var isFraction = false
        var text = Substring(value.magnitude.description)
        let power = text.firstIndex(where: { $0 == "e" || $0 == "E" })
        if let power { shift = Int(text[text.index(after: power)...].drop { $0 == "+" }) ?? 0 }
        text = text[..<(power ?? text.endIndex)]
        for byte in text.utf8 {
            guard byte != UInt8(ascii: ".") else {
                isFraction = true
                continue
            }
            if isFraction { shift -= 1 }
            let digit = Int64(byte &- UInt8(ascii: "0"))
            if count < 15 {
                digits = digits * 10 + digit
                if digits > 0 { count += 1 }
            } else {
                if count == 15 { roundsUp = digit >= 5 }
                count += 1
                shift += 1
            }
        }
        self.init(digits: roundsUp ? digits + 1 : digits, shift: shift, isNegative: value < 0)
    }

    private init(digits: Int64, shift: Int, isNegative: Bool) {
        var (digits, shift) = (digits, shift)
        if digits == 0 { shift = 0 }
        while digits >= Self.limit {
            digits /= 10
            shift += 1
        }
        while digits > 0, digits < Self.limit / 10 {
            digits *= 10
            shift -= 1
        }
        coefficient = isNegative ? -digits : digits
        exponent = shift
    }

    private static let limit: Int64 = 1_000_000_000_000_000

    /// How far apart two numbers are, as exactly as the less exact of them is known.
    static func distance(_ one: Double, _ other: Double) -> Double {
        guard (one - other).isFinite else { return .infinity }
        let difference = DecimalNumber((one - other).magnitude)
        // Zero is exact: how far another number is from it is that number.
        guard one != 0, other != 0 else { return difference.rounded(to: difference.exponent) }
        let places = [DecimalNumber(one).exponent, DecimalNumber(other).exponent].sorted()
        let coarse = difference.rounded(to: places[1])
        // Around a power of ten the smaller number is known ten times as exactly.
        return coarse > 0 ? coarse : difference.rounded(to: places[0])
    }

    /// The number with so many places, half of one rounded up.
    private func rounded(to places: Int) -> Double {
        var (digits, exponent) = (coefficient, exponent)
        while exponent < places, digits > 0 {
            digits = exponent + 1 == places ? (digits + 5) / 10 : digits / 10
            exponent += 1
        }
        return Double("\(digits)e\(exponent)") ?? 0
    }
}

extension DecimalNumber: Comparable {
    static func < (one: DecimalNumber, other: DecimalNumber) -> Bool {
        if one.coefficient.signum() != other.coefficient.signum() { return one.coefficient < other.coefficient }
        if one.exponent == other.exponent || one.coefficient == 0 { return one.coefficient < other.coefficient }
        return one.coefficient > 0 ? one.exponent < other.exponent : one.exponent > other.exponent
    }
}

extension Interval {
    /// How a measured value stands to the interval, compared as decimal numbers of 15 significant digits.
    ///
    /// So 0.85 meets a bound of 0.80 + 0.05, which in binary is a little more. A value that is not finite is undefined.
    ///
    /// - Complexity: O(1).
    public func standing(of value: Double) -> Standing {
        guard value.isFinite else { return .undefined }
        if let min, value < min, DecimalNumber(value) < DecimalNumber(min) {
            return .below(DecimalNumber.distance(min, value))
        }
        if let max, value > max, DecimalNumber(max) < DecimalNumber(value) {
            return .above(DecimalNumber.distance(value, max))
        }
        return .within
    }

    /// How a value stands to an interval.
    public enum Standing: Hashable, Sendable {
        /// It meets the interval.
        case within
        /// It is too small, by so much; infinity when that is more than a number holds.
        case below(Double)
        /// It is too large, by so much; infinity when that is more than a number holds.
        case above(Double)
        /// It is no number that could be compared.
        case undefined
    }
}
