/// A text as it travels: the octets, and the character set that they are written in.
///
/// Names in the field are not always what they claim to be, so the octets stay what they are; ``text`` makes the best
/// of them.
public struct CharacterString: Hashable, Sendable {
    /// The character set.
    public let characterSet: CharacterSet
    /// The text in its character set, as it travels.
    public let octets: [UInt8]

    /// A character set by its number.
    ///
    /// Source of numbers and names: ANSI/ASHRAE 135-2020, clause 20.2.9.
    public struct CharacterSet: NumberedName {
        /// The number as it travels, at most 255.
        public let number: UInt32

        /// Makes a value of any number.
        public init(_ number: UInt32) { self.number = number }

        /// The encoding form of ISO 10646 with one to four octets.
        public static let utf8 = CharacterSet(0)
        /// A code page of IBM or Microsoft, whose number stands in the first two octets.
        public static let dbcs = CharacterSet(1)
        /// The double-octet sets of JIS X 0208.
        public static let jisX0208 = CharacterSet(2)
        /// The form of ISO 10646 with four octets.
        public static let ucs4 = CharacterSet(3)
        /// The form of ISO 10646 with two octets.
        public static let ucs2 = CharacterSet(4)
        /// The first Latin alphabet.
        public static let latin1 = CharacterSet(5)

        /// The names that the standard gives.
        public static let names = NumberNames("utf-8 ibm-microsoft-dbcs jis-x-0208 iso-10646-ucs-4 ucs-2 iso-8859-1")
    }

    /// Makes a text in UTF-8.
    public init(_ text: String) {
        characterSet = .utf8
        octets = Array(text.utf8)
    }

    /// Makes a text of octets in a character set.
    ///
    /// It is `nil` when the octets cannot be whole characters, as an odd number of them in UCS-2.
    public init?(_ characterSet: CharacterSet, octets: [UInt8]) {
        guard octets.count % characterSet.unit == 0, characterSet.number < 256 else { return nil }
        self.characterSet = characterSet
        self.octets = octets
    }
}

extension CharacterString.CharacterSet {
    /// The octets that every character has a multiple of.
    var unit: Int { self == .ucs2 ? 2 : self == .ucs4 ? 4 : 1 }
}

extension CharacterString: ExpressibleByStringLiteral {
    /// Makes a text in UTF-8.
    public init(stringLiteral text: String) { self.init(text) }
}

extension CharacterString: CustomStringConvertible {
    /// The text that can be read.
    public var description: String { text }
}
