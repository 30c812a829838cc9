public import Modbus

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
    /// A whole number without sign in binary-coded decimals, four in each of one to four registers.
    case bcd
    /// A whole number of two to four registers, each a group of four decimals with the sign of the whole.
    ///
    /// Meters call it `INT32-M10K` or modulo 10,000: ±(9999 · 10000 + 9999) in two registers.
    case mod10k
    /// Bits that each mean something by themselves, in one to four registers.
    case bits
    /// A text, two characters in each register.
    case text
    /// Octets of which nothing else is said, such as an address of a network, two in each register.
    case octets

    /// The kind of number that it is on the wire; `nil` for bits, decimals and texts.
    public var number: ModbusNumberType? { ModbusNumberType(rawValue: rawValue) }

    /// How many registers a value takes; `nil` where the map tells it.
    public var width: Int? { self == .bit ? 1 : number?.registerCount }

    /// How many registers a value takes when the map tells nothing.
    var usualCount: Int { width ?? (self == .mod10k ? 2 : 1) }

    /// How many registers a value may take; texts and octets have as many as they need.
    var counts: ClosedRange<Int> {
        switch self {
        case .text, .octets: 1...65_536
        case .bcd, .bits, .mod10k: 1...4
        default: usualCount...usualCount
        }
    }

    /// The raw numbers that a value of the usual width can hold; `nil` for floating-point numbers and texts.
    ///
    /// The upper ends of 64 bits are the greatest numbers below them that `Double` holds.
    public var range: ClosedRange<Double>? { range(count: usualCount) }

    /// The raw numbers that a value can hold.
    ///
    /// - Parameter count: how many registers the value takes.
    /// - Returns: `nil` for floating-point numbers, bits and texts.
    func range(count: Int) -> ClosedRange<Double>? {
        switch self {
        case .bit: return 0...1
        case .bits, .text, .octets: return nil
        case .bcd, .mod10k:
            // Nines all over, 16 of them at most: Double holds 9,999,999,999,999,999 only as 10¹⁶.
            let greatest = DecimalText.nines(4 * min(max(count, 1), 4))
            return (self == .bcd ? 0 : -greatest)...greatest
        default: return number?.range
        }
    }
}
