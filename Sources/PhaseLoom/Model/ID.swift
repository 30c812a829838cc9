/// A name that people and files use for one thing: a phase, an artifact, a criterion, an overlay.
///
/// An identifier has 1 to 128 characters, each an ASCII letter, a digit, `-`, `_` or `.`, and starts with a letter or
/// a digit. That leaves `@`, `*`, `:`, `/`, `,` and `=` free for the notation of anchors, selectors and options.
public struct ID: Sendable {
    /// The identifier as it was written.
    public let text: String
    /// The hash of the text: identifiers are made once and looked up very often.
    let textHash: UInt32
    /// The first four bytes of the text, which decide most comparisons.
    private let prefix: UInt32

    /// Checks a text and makes it an identifier.
    ///
    /// - Parameter text: 1 to 128 ASCII letters, digits, `-`, `_` or `.`; the first a letter or a digit.
    /// - Throws: ``InvalidValue`` when the text is anything else.
    /// - Complexity: O(*n*) in the length of the text.
    public init(_ text: String) throws(InvalidValue) {
        guard Self.isValid(text) else {
            throw InvalidValue(
                "'\(text.excerpt)' is not an identifier",
                hint: "use 1 to 128 letters, digits, '-', '_' or '.', starting with a letter or a digit")
        }
        self.init(valid: text)
    }

    private init(valid text: String) {
        self.text = text
        textHash = UInt32(truncatingIfNeeded: text.hashValue)
        prefix = text.utf8.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(4 - min(4, text.utf8.count)))
    }

    static func isValid(_ text: String) -> Bool {
        let utf8 = text.utf8
        guard let first = utf8.first, isAlphanumeric(first), utf8.count <= 128 else { return false }
        return utf8.allSatisfy {
            isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}

extension ID: ExpressibleByStringInterpolation {
    /// Makes an identifier of a literal in the program text.
    ///
    /// - Precondition: The literal is a valid identifier; text that comes from outside goes through ``init(_:)``.
    public init(stringLiteral text: String) {
        precondition(Self.isValid(text), "'\(text)' is not an identifier")
        self.init(valid: text)
    }
}

extension ID: Hashable {
    /// Whether two identifiers have the same text.
    public static func == (one: ID, other: ID) -> Bool { one.textHash == other.textHash && one.text == other.text }

    /// Feeds the identifier to a hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(textHash) }
}

extension ID: Comparable {
    /// Orders identifiers by their bytes, so that equal input is listed equally everywhere.
    public static func < (one: ID, other: ID) -> Bool {
        one.prefix != other.prefix ? one.prefix < other.prefix : one.text < other.text
    }
}

extension ID: CustomStringConvertible {
    /// The identifier as it was written.
    public var description: String { text }
}

extension ID {
    /// The identifier under which the changes of a base sequence are recorded.
    public static let base: ID = "base"
    /// The track of every phase that names no other.
    public static let mainTrack: ID = "main"
}
