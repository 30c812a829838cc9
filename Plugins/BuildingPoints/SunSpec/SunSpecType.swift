/// How the registers of a point of SunSpec make up its value.
///
/// Source: SunSpec Device Information Model Specification 1.2, clause 4.3, and the schema of its JSON models.
public enum SunSpecType: String, Hashable, Sendable, CaseIterable {
    /// A whole number of 16 bits with sign.
    case int16
    /// A whole number of 32 bits with sign.
    case int32
    /// A whole number of 64 bits with sign.
    case int64
    /// 16 bits of which nothing is said.
    case raw16
    /// A whole number of 16 bits without sign.
    case uint16
    /// A whole number of 32 bits without sign.
    case uint32
    /// A whole number of 64 bits without sign.
    case uint64
    /// A counter of 16 bits.
    case acc16
    /// A counter of 32 bits.
    case acc32
    /// A counter of 64 bits.
    case acc64
    /// 16 flags, 15 of which mean something.
    case bitfield16
    /// 32 flags, 31 of which mean something.
    case bitfield32
    /// 64 flags, 63 of which mean something.
    case bitfield64
    /// A state of 16 bits.
    case enum16
    /// A state of 32 bits.
    case enum32
    /// A number of IEEE 754 binary32.
    case float32
    /// A number of IEEE 754 binary64.
    case float64
    /// A text, two characters in each register.
    case string
    /// A register that only fills up.
    case pad
    /// An address of IPv4.
    case ipaddr
    /// An address of IPv6.
    case ipv6addr
    /// An address of a network adapter.
    case eui48
    /// A power of ten by which other points are multiplied.
    case sunssf
    /// How often a group repeats.
    case count

    /// How many registers it takes; `nil` for texts, whose size the model tells.
    public var size: Int? {
        switch self {
        case .int16, .raw16, .uint16, .acc16, .bitfield16, .enum16, .pad, .sunssf, .count: 1
        case .int32, .uint32, .acc32, .bitfield32, .enum32, .float32, .ipaddr: 2
        case .int64, .uint64, .acc64, .bitfield64, .float64, .eui48: 4
        case .ipv6addr: 8
        case .string: nil
        }
    }

    /// The type of register points that it is.
    var registerType: RegisterType {
        switch self {
        case .int16, .sunssf: .int16
        case .int32: .int32
        case .int64: .int64
        case .raw16, .uint16, .acc16, .enum16, .pad, .count: .uint16
        case .uint32, .acc32, .enum32: .uint32
        case .uint64, .acc64: .uint64
        case .bitfield16, .bitfield32, .bitfield64: .bits
        case .float32: .float32
        case .float64: .float64
        case .string: .text
        case .ipaddr, .ipv6addr, .eui48: .octets
        }
    }

    /// The code of a value that the device does not have.
    ///
    /// A counter at 0 counts nothing, or has not begun: of one that a model demands, 0 is taken for a value.
    ///
    /// - Parameter isMandatory: whether the model demands the point.
    /// - Returns: hexadecimal digits; none where the type has no code.
    func notImplemented(isMandatory: Bool) -> String {
        switch self {
        case .int16, .sunssf: "8000"
        case .int32: "80000000"
        case .int64: "8000000000000000"
        case .uint16, .enum16, .bitfield16, .count: "FFFF"
        case .uint32, .enum32, .bitfield32: "FFFFFFFF"
        case .uint64, .bitfield64: "FFFFFFFFFFFFFFFF"
        case .eui48: "FFFFFFFFFFFF"
        case .float32: "7FC00000"
        case .float64: "7FF8000000000000"
        case .acc16, .acc32, .acc64: isMandatory ? "" : "0"
        case .string, .ipaddr, .ipv6addr: "0"
        case .raw16, .pad: ""
        }
    }
}
