/// How the registers of a Modbus point make up its value.
public enum RegisterType: String, Hashable, Sendable, CaseIterable {
    /// One bit.
    case bit
    /// A whole number of 16 bits without sign.
    case uint16
    /// A whole number of 16 bits with sign.
    case int16
    /// A whole number of 32 bits without sign.
    case uint32
    /// A whole number of 32 bits with sign.
    case int32
    /// A whole number of 64 bits without sign.
    case uint64
    /// A whole number of 64 bits with sign.
    case int64
    /// A floating-point number of 32 bits.
    case float32
    /// A floating-point number of 64 bits.
    case float64
    /// A text, two characters in each register.
    case text

    /// How many registers a value takes; `nil` for texts, whose length the map tells.
    public var width: Int? {
        switch self {
        case .bit, .uint16, .int16: 1
        case .uint32, .int32, .float32: 2
        case .uint64, .int64, .float64: 4
        case .text: nil
        }
    }

    /// The raw numbers that it can hold; `nil` for floating-point numbers and texts.
    ///
    /// The ends of 64 bits are the greatest numbers below them that `Double` holds.
    public var range: ClosedRange<Double>? {
        switch self {
        case .bit: 0...1
        case .uint16: 0...65_535
        case .int16: -32_768...32_767
        case .uint32: 0...4_294_967_295
        case .int32: -2_147_483_648...2_147_483_647
        case .uint64: 0...18_446_744_073_709_549_568
        case .int64: -9_223_372_036_854_775_808...9_223_372_036_854_774_784
        case .float32, .float64, .text: nil
        }
    }

    /// The type that a word of a map means.
    init?(word: String) {
        switch word.bare {
        case "bit", "bool", "boolean": self = .bit
        case "uint16", "ushort", "unsignedshort", "word", "u16": self = .uint16
        case "int16", "short", "sint16", "s16", "i16": self = .int16
        case "uint32", "uint", "unsignedint", "dword", "u32": self = .uint32
        case "int32", "int", "sint32", "s32", "i32": self = .int32
        case "uint64", "ulong", "unsignedlong", "u64": self = .uint64
        case "int64", "long", "sint64", "s64", "i64": self = .int64
        case "float", "float32", "real", "f32": self = .float32
        case "float64", "double", "f64": self = .float64
        case "string", "text": self = .text
        default: return nil
        }
    }
}

/// The order in which the octets of a value of several registers stand; `A` is the highest octet.
public enum RegisterOrder: String, Hashable, Sendable, CaseIterable {
    /// High word first, high octet first.
    case abcd = "ABCD"
    /// Low word first, high octet first.
    case cdab = "CDAB"
    /// High word first, low octet first.
    case badc = "BADC"
    /// Low word first, low octet first.
    case dcba = "DCBA"

    /// The order that a word of a map means.
    init?(word: String) {
        switch word.bare {
        case "abcd", "big", "bigendian", "abcdefgh": self = .abcd
        case "cdab", "wordswapped", "mixed", "mixedendian", "ghefcdab": self = .cdab
        case "badc", "byteswapped", "badcfehg": self = .badc
        case "dcba", "little", "littleendian", "hgfedcba": self = .dcba
        default: return nil
        }
    }
}

/// What a map lets others do with a register.
public enum RegisterAccess: String, Hashable, Sendable, CaseIterable {
    /// It can be read.
    case read
    /// It can be written.
    case write
    /// It can be read and written.
    case readWrite = "read-write"

    /// Whether it can be written.
    public var isWritable: Bool { self != .read }
}
