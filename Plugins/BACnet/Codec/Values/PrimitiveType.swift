/// The type of a value that has no parts, by the number of its application tag.
///
/// Source: ANSI/ASHRAE 135-2020, clause 20.2.1.4.
public enum PrimitiveType: UInt8, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case null
    /// True or false.
    case boolean
    /// A number from 0.
    case unsigned
    /// A number with a sign.
    case signed
    /// A floating-point number of 32 bits.
    case real
    /// A floating-point number of 64 bits.
    case double
    /// Octets without a meaning of their own.
    case octetString
    /// A text.
    case characterString
    /// A row of bits.
    case bitString
    /// The number of one choice among several.
    case enumerated
    /// A date or a pattern of dates.
    case date
    /// A time of day or a pattern of times.
    case time
    /// The identifier of an object.
    case objectIdentifier

    /// The name, such as `character-string`.
    public var name: String {
        switch self {
        case .null: "null"
        case .boolean: "boolean"
        case .unsigned: "unsigned"
        case .signed: "signed"
        case .real: "real"
        case .double: "double"
        case .octetString: "octet-string"
        case .characterString: "character-string"
        case .bitString: "bit-string"
        case .enumerated: "enumerated"
        case .date: "date"
        case .time: "time"
        case .objectIdentifier: "object-identifier"
        }
    }
}
