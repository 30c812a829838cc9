/// A value of a measurement as files write it.
enum MeasuredValue: Hashable {
    /// A number.
    case number(Double)
    /// No number, and the word that says so; empty if there is none.
    case undefined(String)

    /// Reads a number with a decimal point, or a word for a value that is undefined: nothing at all, `NaN`, `null`,
    /// `NA` or an infinity, in any case of letters.
    ///
    /// - Returns: `nil` for anything else, and for numbers beyond the range of `Double`.
    init?(_ text: String) {
        let word = text.lowercased()
        let unsigned = word.hasPrefix("-") || word.hasPrefix("+") ? word.dropFirst() : word[...]
        if word.isEmpty || ["nan", "null", "none", "na", "n/a", "inf", "infinity"].contains(unsigned) {
            self = .undefined(text)
        } else if Self.isDecimal(unsigned), let number = Double(text), number.isFinite {
            self = .number(number)
        } else {
            return nil
        }
    }

    /// The value; `nil` when it is undefined.
    var number: Double? {
        switch self {
        case .number(let value): value
        case .undefined: nil
        }
    }

    /// Whether a text has digits, perhaps with a point, and perhaps an exponent: `Double` itself takes more.
    private static func isDecimal(_ text: Substring) -> Bool {
        let parts = text.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
        guard let mantissa = parts.first else { return false }
        let digits = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard digits.contains(where: { !$0.isEmpty }), digits.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }) else {
            return false
        }
        guard let exponent = parts.dropFirst().first else { return true }
        let power = exponent.hasPrefix("-") || exponent.hasPrefix("+") ? exponent.dropFirst() : exponent
        return !power.isEmpty && power.utf8.allSatisfy(\.isDigit)
    }
}
