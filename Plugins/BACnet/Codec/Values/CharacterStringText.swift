extension CharacterString {
    /// The text as far as it can be read.
    ///
    /// What is no character of its set appears as U+FFFD. Of the sets for which there is no table here, the ASCII
    /// characters appear, and any other octet as `\x` and two hexadecimal digits.
    ///
    /// - Complexity: O(*n*) in the number of octets.
    public var text: String {
        switch characterSet {
        case .utf8: String(decoding: octets, as: UTF8.self)
        case .ucs2: String(decoding: units(of: 2).map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
        case .ucs4: String(decoding: units(of: 4), as: UTF32.self)
        case .latin1: String(String.UnicodeScalarView(octets.map { Unicode.Scalar($0) }))
        default: escaped
        }
    }

    private func units(of size: Int) -> [UInt32] {
        stride(from: 0, to: octets.count - octets.count % size, by: size).map { start in
            octets[start..<start + size].reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    private var escaped: String {
        var text = ""
        for octet in octets {
            if octet >= 0x20, octet < 0x7F {
                text.unicodeScalars.append(Unicode.Scalar(octet))
            } else {
                text += "\\x" + [octet].hexadecimal
            }
        }
        return text
    }
}
