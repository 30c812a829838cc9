/// A value as it travels between devices, with its data type.
///
/// What has an application tag says itself which type it is of. What has a context tag does not: it is kept as octets
/// until someone who knows reads them with ``interpreted(as:)``.
///
/// Source: ANSI/ASHRAE 135-2020, clause 20.2.
public enum BACnetValue: Hashable, Sendable {
    /// Nothing; written to a commandable property, it gives the place in the priority array back.
    case null
    /// True or false.
    case boolean(Bool)
    /// A number from 0.
    case unsigned(UInt64)
    /// A number with a sign.
    case signed(Int64)
    /// A floating-point number of 32 bits, which may be no number at all.
    case real(Float)
    /// A floating-point number of 64 bits, which may be no number at all.
    case double(Double)
    /// Octets without a meaning of their own.
    case octetString([UInt8])
    /// A text.
    case characterString(CharacterString)
    /// A row of bits.
    case bitString(BitString)
    /// The number of one choice among several.
    case enumerated(UInt32)
    /// A date or a pattern of dates.
    case date(BACnetDate)
    /// A time of day or a pattern of times.
    case time(BACnetTime)
    /// The identifier of an object.
    case objectIdentifier(ObjectIdentifier)
    /// The octets of a primitive value whose type only the context knows, with the number of its tag, 0 to 254.
    case context(UInt8, [UInt8])
    /// Values between an opening and a closing tag of a number, 0 to 254.
    case constructed(UInt8, [BACnetValue])
}
