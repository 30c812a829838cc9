import Modbus

/// The words with which maps tell how registers make up a value.
extension RegisterType {
    /// The type that a word of a map means, and the registers that it takes where the word tells that.
    static func named(_ word: String) -> (type: RegisterType, count: Int?)? {
        switch word.bare {
        case "bit", "bool", "boolean": (.bit, nil)
        case "uint16", "ushort", "unsignedshort", "word", "u16", "enum16": (.uint16, nil)
        case "int16", "short", "sint16", "s16", "i16": (.int16, nil)
        case "uint32", "uint", "unsignedint", "dword", "u32", "enum32": (.uint32, nil)
        case "int32", "int", "sint32", "s32", "i32": (.int32, nil)
        case "uint64", "ulong", "unsignedlong", "u64": (.uint64, nil)
        case "int64", "long", "sint64", "s64", "i64": (.int64, nil)
        case "float", "float32", "real", "f32": (.float32, nil)
        case "float64", "double", "f64": (.float64, nil)
        case "bcd", "bcd16": (.bcd, nil)
        case "bcd32": (.bcd, 2)
        case "mod10k", "mod10", "int32m10k": (.mod10k, nil)
        case "int48m10k": (.mod10k, 3)
        case "int64m10k": (.mod10k, 4)
        case "bits", "bitfield", "bitfield16": (.bits, nil)
        case "bitfield32": (.bits, 2)
        case "bitfield64": (.bits, 4)
        case "string", "text": (.text, nil)
        case "octets", "bytes", "raw": (.octets, nil)
        default: nil
        }
    }
}

extension ModbusOrder {
    /// The order that a word of a map means.
    init?(word: String) {
        switch word.bare {
        case "abcd", "ab", "big", "bigendian", "abcdefgh": self = .big
        case "cdab", "wordswapped", "mixed", "mixedendian", "ghefcdab": self = .wordSwapped
        case "badc", "ba", "byteswapped", "badcfehg": self = .byteSwapped
        case "dcba", "little", "littleendian", "hgfedcba": self = .little
        default: return nil
        }
    }
}
