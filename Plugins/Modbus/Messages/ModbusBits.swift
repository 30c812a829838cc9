/// Bits in a row as they stand in a message: the first in the lowest bit of the first octet.
public struct ModbusBits: Hashable, Sendable {
    /// The octets, the last filled up.
    public let octets: [UInt8]
    /// How many bits are meant.
    ///
    /// A response does not say it: as decoded, it counts all bits of its octets.
    public let count: Int

    /// Packs bits into octets.
    ///
    /// - Complexity: O(*n*) in the number of bits.
    public init(_ bits: [Bool]) {
        var octets = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
        for (index, bit) in bits.enumerated() where bit { octets[index / 8] |= 1 << (index % 8) }
        self.octets = octets
        count = bits.count
    }

    /// Describes bits that are packed already.
    ///
    /// - Parameters:
    ///   - octets: the octets.
    ///   - count: how many bits of them are meant; all of them when `nil`, never more.
    public init(octets: [UInt8], count: Int? = nil) {
        self.octets = octets
        self.count = min(max(count ?? octets.count * 8, 0), octets.count * 8)
    }

    /// The bit at an index; `nil` behind the last.
    public subscript(index: Int) -> Bool? {
        guard index >= 0, index < count else { return nil }
        return octets[index / 8] >> (index % 8) & 1 == 1
    }

    /// All bits in their order.
    ///
    /// - Complexity: O(*n*) in the number of bits.
    public var values: [Bool] { (0..<count).map { octets[$0 / 8] >> ($0 % 8) & 1 == 1 } }

    /// The first bits, as many as a request asked for.
    public func prefix(_ count: Int) -> ModbusBits { ModbusBits(octets: octets, count: min(count, self.count)) }
}
