import PhaseLoom

extension Unicode.Scalar {
    /// The columns that a terminal gives to the character: 0 for marks on the one before, 2 for wide ones, else 1.
    ///
    /// Wide are the characters whose East Asian width is W or F (Unicode Standard Annex 11) and those that show as
    /// pictures by themselves; regional indicators count one each, so that a flag of two counts two.
    var columns: Int {
        if value < 0x300 { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
        if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
        return properties.isEmojiPresentation || Self.wide.contains { $0.contains(value) } ? 2 : 1
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0xA4CF,
        0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D376, 0x1F200...0x1F265,
        0x20000...0x2FFFD, 0x30000...0x3FFFD,
    ]

    /// Whether the character only joins or divides others, so that it can go without a trace.
    fileprivate var isJoiner: Bool {
        switch value {
        case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
        default: false
        }
    }
}

extension String {
    /// The columns that a terminal gives to the text.
    package var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }

    /// The text on one line, with nothing in it that steers a terminal or reorders what is read.
    ///
    /// Line breaks and tabs become spaces, joiners go, and everything else that is not printable becomes U+FFFD.
    var sanitised: String {
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
        return replacingUnprintable { scalar in
            if scalar.properties.isWhitespace { return " " }
            return scalar.isJoiner ? nil : "\u{FFFD}"
        }
    }
}
