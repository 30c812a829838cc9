/// The reason why a value cannot exist, with what would be right.
public struct InvalidValue: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, with the input quoted.
    public let message: String
    /// What would be right.
    public let hint: String

    /// Describes a value that was refused.
    public init(_ message: String, hint: String) {
        self.message = message
        self.hint = hint
    }

    /// The message and the hint on one line.
    public var description: String { "\(message): \(hint)" }
}

extension String {
    /// The beginning of a text from outside, short and without control characters, for use in a message.
    package var excerpt: String {
        let result = String(unicodeScalars.prefix(60)).replacingUnprintable { _ in "\u{FFFD}" }
        return unicodeScalars.count > 60 ? result + "…" : result
    }
}

extension Unicode.Scalar {
    /// Whether the character may be shown to a person: it neither steers a terminal nor reorders text.
    package var isPrintable: Bool {
        // Most characters are ASCII; looking up properties takes a hundred times longer.
        if value < 0x7F { return value >= 0x20 }
        // Arrows, signs, lines and shapes: every code point from U+2190 to U+23FF and from U+2500 to U+26FF is one.
        if (0x2190..<0x2400).contains(value) || (0x2500..<0x2700).contains(value) { return true }
        return switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
