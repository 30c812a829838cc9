import PhaseLoom

/// Octets as two hexadecimal digits each.
enum Hexadecimal {
    static func text(_ octets: some Sequence<UInt8>) -> String {
        String(decoding: octets.flatMap { [($0 >> 4).hexDigit, ($0 & 0xF).hexDigit] }, as: UTF8.self)
    }

    /// The octets of a text of hexadecimal digits; `nil` for anything else.
    static func octets(_ text: String) -> [UInt8]? {
        let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2) else { return nil }
        var octets: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            octets.append(UInt8(high << 4 | low))
        }
        return octets
    }
}

/// Members of a JSON object, of which those without content are left out.
struct RecordMembers {
    private var members: [JSONMember] = []

    var value: JSONValue { .object(members) }

    mutating func add(_ key: String, _ text: String?) {
        if let text { members.append(JSONMember(key, .string(text))) }
    }

    mutating func add(_ key: String, _ number: Int?) {
        if let number { members.append(JSONMember(key, .integer(number))) }
    }

    mutating func add(_ key: String, _ number: Double?) {
        if let number { members.append(JSONMember(key, .number(number))) }
    }

    mutating func add(_ key: String, _ flag: Bool?) {
        if let flag { members.append(JSONMember(key, .bool(flag))) }
    }

    mutating func add(_ key: String, _ list: [JSONValue]) {
        if !list.isEmpty { members.append(JSONMember(key, .array(list))) }
    }

    mutating func add(_ key: String, _ list: [String]) { add(key, list.map(JSONValue.string)) }

    mutating func add(_ key: String, value: JSONValue?) {
        if let value { members.append(JSONMember(key, value)) }
    }
}

extension String {
    /// The text as messages quote it: short, and without what steers a terminal.
    var clipped: String { clipped(to: 60) }

    /// The same with at most so many characters.
    func clipped(to limit: Int) -> String {
        let scalars = unicodeScalars.prefix(limit).map { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "\u{FFFD}" : scalar
        }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return unicodeScalars.count > limit ? text + "…" : text
    }

    /// The text in lower case with nothing but its ASCII letters and digits, for comparing headers.
    var bare: String {
        String(decoding: lowercased().utf8.filter { $0.isASCIIDigit || $0 &- UInt8(ascii: "a") < 26 }, as: UTF8.self)
    }
}
