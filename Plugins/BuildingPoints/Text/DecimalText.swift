/// Numbers as point lists write them, read and printed without loss up to 15 significant digits.
enum DecimalText {
    /// Reads a number with digits, perhaps a sign, a decimal point and a power of ten; `nil` for anything else.
    ///
    /// `Double` itself also takes hexadecimal numbers, infinities and `nan`, which no point list means.
    static func number(_ text: some StringProtocol) -> Double? {
        var rest = Substring(text).utf8[...]
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        var digits = 0
        var points = 0
        while let byte = rest.first, byte.isASCIIDigit || byte == UInt8(ascii: ".") {
            if byte.isASCIIDigit { digits += 1 } else { points += 1 }
            rest = rest.dropFirst()
        }
        guard digits > 0, points <= 1, isPower(rest) else { return nil }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    private static func isPower(_ text: Substring.UTF8View) -> Bool {
        guard let first = text.first else { return true }
        guard first == UInt8(ascii: "e") || first == UInt8(ascii: "E") else { return false }
        var digits = text.dropFirst()
        if digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        return !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit)
    }

    /// Reads a number whose decimal sign is a comma, such as `18,5`; `nil` for anything else.
    static func numberWithComma(_ text: String) -> Double? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.allSatisfy(\.isASCIIDigit), !parts[1].isEmpty,
            parts[0].utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") })
        else { return nil }
        return number(parts[0] + "." + parts[1])
    }

    /// The shortest text that reads back as the same number, without a point where there is no fraction.
    static func text(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// The number with so many places behind the point, for people; half is rounded away from zero.
    static func text(_ value: Double, places: Int) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return text(value) }
        var factor = 1.0
        for _ in 0..<max(0, min(places, 9)) { factor *= 10 }
        let scaled = rounded(value * factor).rounded(.toNearestOrAwayFromZero)
        return text(rounded(scaled / factor))
    }

    /// The number with 15 significant decimal digits, which rids it of the noise of binary arithmetic.
    ///
    /// IEEE 754 binary64 gives back every decimal number of 15 digits, ⌊52 · log₁₀ 2⌋, unchanged.
    static func rounded(_ value: Double) -> Double {
        guard value.isFinite, value != 0 else { return value }
        let text = value.magnitude.description
        let mantissa = text.prefix { $0 != "e" }
        let digits = mantissa.utf8.filter { $0 != UInt8(ascii: ".") }.drop { $0 == UInt8(ascii: "0") }
        guard digits.count > 15, let whole = Int64(String(decoding: digits.prefix(15), as: UTF8.self)) else {
            return value
        }
        let kept = whole + (digits[digits.startIndex + 15] >= UInt8(ascii: "5") ? 1 : 0)
        let rounded = Double("\(kept)e\(power(of: text, mantissa) - 14)") ?? value
        return value < 0 ? -rounded : rounded
    }

    /// The power of ten of a number's first digit that is not zero.
    private static func power(of text: String, _ mantissa: Substring) -> Int {
        let exponent = Int(text.dropFirst(mantissa.count + 1).drop { $0 == "+" }) ?? 0
        let whole = mantissa.prefix { $0 != "." }
        if whole != "0" { return exponent + whole.count - 1 }
        return exponent - mantissa.dropFirst(2).prefix { $0 == "0" }.count - 1
    }
}

extension UInt8 {
    /// Whether the byte is an ASCII digit.
    var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
