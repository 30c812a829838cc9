/// A row of bits, counted from the first that travels.
public struct BitString: Hashable, Sendable {
    /// The octets that hold the bits, the first bit in the highest of the first octet.
    public let octets: [UInt8]
    /// The bits at the end of the last octet that do not count, 0 to 7.
    public let unusedBits: UInt8

    /// Makes a row of bits.
    public init(_ bits: [Bool]) {
        var octets = [UInt8](repeating: 0, count: bits.count / 8 + (bits.count % 8 == 0 ? 0 : 1))
        for (index, bit) in bits.enumerated() where bit { octets[index / 8] |= 0x80 >> UInt8(index % 8) }
        self.octets = octets
        unusedBits = UInt8(octets.count * 8 - bits.count)
    }

    /// Makes a row of bits of the octets that hold them.
    ///
    /// - Parameters:
    ///   - octets: the octets.
    ///   - unusedBits: the bits at the end that do not count.
    /// It is `nil` when more than 7 bits are unused, or some of no octet at all.
    public init?(octets: [UInt8], unusedBits: UInt8) {
        guard unusedBits < 8, unusedBits == 0 || !octets.isEmpty else { return nil }
        self.octets = octets
        self.unusedBits = unusedBits
    }

    /// The number of bits.
    public var count: Int { octets.count * 8 - Int(unusedBits) }

    /// Tells a bit; `false` for one that is not there.
    public subscript(index: Int) -> Bool {
        guard index >= 0, index < count else { return false }
        return octets[index / 8] & 0x80 >> UInt8(index % 8) != 0
    }

    /// All bits in their order.
    ///
    /// - Complexity: O(*n*) in the number of bits.
    public var bits: [Bool] { (0..<count).map { self[$0] } }
}

extension BitString: CustomStringConvertible {
    /// The bits as digits, such as `0100`.
    public var description: String { String(decoding: (0..<count).map { self[$0] ? 0x31 : 0x30 }, as: UTF8.self) }
}
