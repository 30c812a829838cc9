/// The order in which the octets of a value that takes several registers stand.
///
/// The letters name the octets of a value of 32 bits from the highest, A, on, as they come over the wire.
public enum ModbusOrder: String, Hashable, Sendable, CaseIterable {
    /// The highest octet first, as the protocol has it within a register; `ABCDEFGH` for 64 bits.
    case big = "ABCD"
    /// The lowest register first; `GHEFCDAB` for 64 bits.
    case wordSwapped = "CDAB"
    /// The highest register first, the octets of each swapped; `BADCFEHG` for 64 bits.
    case byteSwapped = "BADC"
    /// The lowest octet first; `HGFEDCBA` for 64 bits.
    case little = "DCBA"

    /// The bits of a value.
    ///
    /// - Parameter registers: one to four registers, as they were read.
    /// - Returns: the bits, in the lowest places; `nil` for any other number of registers.
    public func bits(of registers: [UInt16]) -> UInt64? {
        guard 1...4 ~= registers.count else { return nil }
        let ordered = swapsWords ? registers.reversed() : registers
        return ordered.reduce(0) { $0 << 16 | UInt64(swapsOctets ? $1.byteSwapped : $1) }
    }

    /// The registers of a value.
    ///
    /// - Parameters:
    ///   - bits: the bits, in the lowest places; what is above the registers is left out.
    ///   - count: how many registers, one to four.
    /// - Returns: the registers as they are written; none for any other number of them.
    public func registers(of bits: UInt64, count: Int) -> [UInt16] {
        guard 1...4 ~= count else { return [] }
        let lowestFirst = (0..<count).map { index in
            let word = UInt16(truncatingIfNeeded: bits >> UInt64(16 * index))
            return swapsOctets ? word.byteSwapped : word
        }
        return swapsWords ? lowestFirst : lowestFirst.reversed()
    }

    private var swapsWords: Bool { self == .wordSwapped || self == .little }
    /// Whether the two octets of each register are swapped.
    public var swapsOctets: Bool { self == .byteSwapped || self == .little }
}
