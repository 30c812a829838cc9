/// Reads the words of a JSON document: its numbers, texts and literals.
struct JSONScanner {
    let bytes: [UInt8]
    /// Whether `NaN`, `Infinity` and `-Infinity` stand for numbers, as some programs write them.
    let takesNonFinite: Bool
    private(set) var offset = 0

    init(_ bytes: [UInt8], takingNonFinite takesNonFinite: Bool = false) {
        self.bytes = bytes
        self.takesNonFinite = takesNonFinite
    }

    /// The byte at the current offset; `nil` at the end.
    var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    mutating func advance() { offset += 1 }

    mutating func move(to offset: Int) { self.offset = offset }

    mutating func skipSpace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x0A, 0x0D, 0x09: offset += 1
            default: return
            }
        }
    }

    /// Refuses documents that are too long, or in another encoding than plain UTF-8.
    func checkStart(limit: Int) throws(JSONFault) {
        guard bytes.count <= limit else {
            throw JSONFault(
                0, "the document has \(bytes.count) bytes", hint: "keep it within \(limit) bytes (\(limit >> 20) MiB)")
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw JSONFault(0, "the document starts with a byte order mark", hint: "save it as UTF-8 without one")
        }
        let start = bytes.prefix(2)
        if start == [0xFE, 0xFF] || start == [0xFF, 0xFE] || start.count == 2 && start.contains(0) {
            throw JSONFault(0, "the document is not in UTF-8", hint: "save it as UTF-8")
        }
    }

    /// Reads `true`, `false` or `null`.
    mutating func word() throws(JSONFault) -> JSONNode.Content {
        let end = bytes[offset...].firstIndex { !$0.isWordByte } ?? bytes.count
        let content: JSONNode.Content
        switch bytes[offset..<end] {
        case [0x74, 0x72, 0x75, 0x65]: content = .bool(true)
        case [0x66, 0x61, 0x6C, 0x73, 0x65]: content = .bool(false)
        case [0x6E, 0x75, 0x6C, 0x6C]: content = .null
        case Self.notANumber where takesNonFinite: content = .number(.nan)
        case Self.infinity where takesNonFinite: content = .number(.infinity)
        default: throw fault(.value)
        }
        offset = end
        return content
    }

    private static let notANumber = ArraySlice("NaN".utf8)
    private static let infinity = ArraySlice("Infinity".utf8)

    /// Reads a number.
    mutating func number() throws(JSONFault) -> JSONNode.Content {
        let start = offset
        if byte == UInt8(ascii: "-") { offset += 1 }
        if takesNonFinite, byte == UInt8(ascii: "I") {
            _ = try word()
            return .number(-.infinity)
        }
        let whole = try digits()
        if whole.count > 1, bytes[whole.lowerBound] == UInt8(ascii: "0") {
            throw JSONFault(start, "a number cannot start with a zero", hint: "remove the zero")
        }
        var isWhole = true
        if byte == UInt8(ascii: ".") {
            isWhole = false
            offset += 1
            _ = try digits()
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            isWhole = false
            offset += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { offset += 1 }
            _ = try digits()
        }
        return try content(of: start..<offset, isWhole: isWhole)
    }

    private mutating func digits() throws(JSONFault) -> Range<Int> {
        let start = offset
        while offset < bytes.count, bytes[offset].isDigit { offset += 1 }
        guard start < offset else { throw JSONFault(offset, "a number lacks a digit", hint: "put a digit here") }
        return start..<offset
    }

    private func content(of range: Range<Int>, isWhole: Bool) throws(JSONFault) -> JSONNode.Content {
        let text = String(decoding: bytes[range], as: UTF8.self)
        // The integer zero has no sign to keep.
        if isWhole, text != "-0", let integer = Int(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else {
            throw JSONFault(
                range.lowerBound, "the number '\(text.excerpt)' is too large",
                hint: "use at most 1.7976931348623157e308")
        }
        return .number(number)
    }
}
