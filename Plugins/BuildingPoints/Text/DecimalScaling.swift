extension DecimalText {
    /// A decimal number times a power of ten, rounded once to the nearest number that `Double` holds.
    ///
    /// - Parameters:
    ///   - text: a number, as ``number(_:)`` takes it.
    ///   - power: the power of ten.
    /// - Returns: `nil` when the text is no number or the product is not finite.
    static func shifted(_ text: String, by power: Int) -> Double? {
        let parts = text.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
        guard let mantissa = parts.first, let stated = parts.count > 1 ? Int(parts[1]) : 0,
            -1_000...1_000 ~= stated, -1_000...1_000 ~= power
        else { return nil }
        return number("\(mantissa)e\(stated + power)")
    }

    /// The shortest decimal that gives back a number of binary32, as binary64; what is not finite stays so.
    static func shortest(_ number: Float) -> Double {
        number.isFinite ? Double(number.description) ?? Double(number) : Double(number)
    }

    /// The number of so many nines, 10ⁿ − 1, at most 16.
    static func nines(_ count: Int) -> Double {
        (0..<max(0, min(count, 16))).reduce(1) { product, _ in product * 10 } - 1
    }
}
