import PhaseLoom

extension Measurement {
    /// Reads a measurement as command lines give it: `NAME=VALUE` and a unit after it, such as `retention=30d`,
    /// `retention=30[d]`, `density=250 px/m` or `roc_auc=0.91`; the word `undefined` stands for a value that could not be determined.
    init(parsing text: String) throws(InvalidValue) {
        guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
            throw InvalidValue(
                "'\(text.excerpt)' is no measurement", hint: "write 'NAME=VALUE', such as 'retention=30d'")
        }
        let name = try ID(String(text[..<equals]))
        let rest = text[text.utf8.index(after: equals)...]
        if rest == "undefined" {
            self.init(name, nil)
            return
        }
        let number = rest.prefix(rest.utf8.numberLength)
        var unit = String(rest[number.endIndex...].drop { $0 == " " })
        if unit.hasPrefix("["), unit.hasSuffix("]") { unit = String(unit.dropFirst().dropLast()) }
        guard let value = Double(decimal: String(number)), value != 0 || !number.utf8.hasDigitsOfValue,
            unit.isEmpty || unit.utf8.canBeUnit
        else {
            throw InvalidValue(
                "'\(text.excerpt)' has no value", hint: "write a number with a point, such as '0.91', or 'undefined'")
        }
        self.init(name, value, unit: unit.isEmpty ? nil : unit)
    }
}

extension String.UTF8View {
    /// Whether it may be a unit, and not the rest of a number with a slip in it: `0x10`, `1_000`, `1,5`, `5[`.
    fileprivate var canBeUnit: Bool {
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        guard let first, !isDigit(first), !".,+-=_".utf8.contains(first) else { return false }
        if first | 0x20 == UInt8(ascii: "x"), let second = dropFirst().first, isDigit(second) { return false }
        return isBalanced
    }

    /// Whether every bracket that opens is closed, and the other way round.
    private var isBalanced: Bool {
        var open: [UInt8] = []
        for byte in self {
            switch byte {
            case UInt8(ascii: "("): open.append(UInt8(ascii: ")"))
            case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
            case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard open.popLast() == byte else { return false }
            default: break
            }
        }
        return open.isEmpty
    }
}

extension Substring.UTF8View {
    /// Whether a digit before the exponent is not zero, so that the number is none either.
    fileprivate var hasDigitsOfValue: Bool {
        prefix { $0 | 0x20 != UInt8(ascii: "e") }.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    }

    /// How many bytes at the beginning are a decimal number; an exponent counts only with its digits, so that a unit
    /// may begin with an 'e'.
    fileprivate var numberLength: Int {
        let bytes = Array(prefix(64))
        var end = 0
        func digits() -> Int {
            let start = end
            while end < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) { end += 1 }
            return end - start
        }
        func sign() {
            if end < bytes.count, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") { end += 1 }
        }
        sign()
        var count = digits()
        if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
            end += 1
            count += digits()
        }
        guard count > 0 else { return 0 }
        let mantissa = end
        guard end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") else { return mantissa }
        end += 1
        sign()
        return digits() > 0 ? end : mantissa
    }
}
