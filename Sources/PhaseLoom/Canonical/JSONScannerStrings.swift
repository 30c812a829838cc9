extension JSONScanner {
    /// Reads a text in quotation marks.
    mutating func string() throws(JSONFault) -> String {
        let start = offset + 1
        var end = start
        var hasEscapes = false
        var isASCII = true
        scan: while true {
            guard end < bytes.count else {
                throw JSONFault(start - 1, "a text never ends", hint: "put a '\"' after it")
            }
            switch bytes[end] {
            case UInt8(ascii: "\""): break scan
            case UInt8(ascii: "\\"):
                hasEscapes = true
                end += 1
            case 0..<0x20:
                throw JSONFault(end, "a text contains a control character", hint: "write it as an escape like \\n")
            case 0x80...: isASCII = false
            default: break
            }
            end += 1
        }
        if !isASCII { try checkUTF8(start..<end) }
        let text = hasEscapes ? try unescaped(start..<end) : String(decoding: bytes[start..<end], as: UTF8.self)
        move(to: end + 1)
        return text
    }

    /// Refuses byte sequences that Unicode 16.0, table 3-7, does not list.
    private func checkUTF8(_ range: Range<Int>) throws(JSONFault) {
        var index = range.lowerBound
        while index < range.upperBound {
            let length = Self.lengthOfCharacter(bytes[index..<range.upperBound])
            guard length > 0 else {
                throw JSONFault(index, "a text is not valid UTF-8", hint: "save the document as UTF-8")
            }
            index += length
        }
    }

    /// How many bytes the first character has; 0 when it is malformed.
    private static func lengthOfCharacter(_ bytes: ArraySlice<UInt8>) -> Int {
        let first = bytes[bytes.startIndex]
        let second: ClosedRange<UInt8>
        let length: Int
        switch first {
        case 0..<0x80: return 1
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard bytes.count >= length, second ~= bytes[bytes.startIndex + 1] else { return 0 }
        let rest = bytes[(bytes.startIndex + 2)..<(bytes.startIndex + length)]
        return rest.allSatisfy { 0x80...0xBF ~= $0 } ? length : 0
    }

    private func unescaped(_ range: Range<Int>) throws(JSONFault) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\\") {
                let scalar = try escape(&index, before: range.upperBound)
                UTF8.encode(scalar).map { result.append(contentsOf: $0) }
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Reads what follows a backslash.
    private func escape(_ index: inout Int, before end: Int) throws(JSONFault) -> Unicode.Scalar {
        let letter = bytes[index]
        index += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try numberedCharacter(&index, before: end)
        default:
            throw JSONFault(
                index - 2, "a text contains an unknown escape",
                hint: "use \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hexadecimal digits")
        }
    }

    /// Reads what follows `\u`, with the second half of a surrogate pair (RFC 8259, 7).
    private func numberedCharacter(_ index: inout Int, before end: Int) throws(JSONFault) -> Unicode.Scalar {
        let start = index - 2
        let first = try codeUnit(&index, before: end)
        if let scalar = Unicode.Scalar(first) { return scalar }
        let isPair =
            first < 0xDC00 && end - index >= 6 && bytes[index] == UInt8(ascii: "\\")
            && bytes[index + 1] == UInt8(ascii: "u")
        if isPair {
            index += 2
            let second = try codeUnit(&index, before: end)
            // Arithmetic only on a checked half: anything else would overflow.
            if 0xDC00...0xDFFF ~= second,
                let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                return scalar
            }
        }
        throw JSONFault(start, "a text contains half a surrogate pair", hint: "write both halves, or the character")
    }

    private func codeUnit(_ index: inout Int, before end: Int) throws(JSONFault) -> UInt32 {
        let digits = bytes[index..<min(index + 4, end)]
        guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else {
            throw JSONFault(index - 2, "an escape lacks digits", hint: "put four hexadecimal digits after '\\u'")
        }
        index += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
    }
}
