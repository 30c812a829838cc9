/// Writes captures for tests, packet by packet.
struct CaptureSketch {
    private(set) var octets: [UInt8]
    private let isLittleEndian: Bool

    init(magic: [UInt8] = [0xA1, 0xB2, 0xC3, 0xD4], link: Int = 101, isLittleEndian: Bool = false) {
        self.isLittleEndian = isLittleEndian
        octets = magic
        number(2, 2)
        number(4, 2)
        for value in [0, 0, 65_535, link] { number(value, 4) }
    }

    private mutating func number(_ value: Int, _ count: Int) {
        let bytes = Self.big(value, count)
        octets += isLittleEndian ? bytes.reversed() : bytes
    }

    mutating func add(_ packet: [UInt8], seconds: Int = 0, fraction: Int = 0, missing: Int = 0) {
        for value in [seconds, fraction, packet.count, packet.count + missing] { number(value, 4) }
        octets += packet
    }

    static func big(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    /// A packet of IPv4 from 10.0.0.1 to 10.0.0.2, or the other way.
    static func ip(
        _ body: [UInt8], transport: UInt8, back: Bool = false, id: Int = 7, offset: Int = 0, more: Bool = false
    ) -> [UInt8] {
        let addresses: [UInt8] = back ? [10, 0, 0, 2, 10, 0, 0, 1] : [10, 0, 0, 1, 10, 0, 0, 2]
        return [0x45, 0] + big(20 + body.count, 2) + big(id, 2) + big((more ? 0x2000 : 0) | offset / 8, 2)
            + [64, transport, 0, 0] + addresses
    }

    static func udp(_ octets: [UInt8]) -> [UInt8] {
        big(47808, 2) + big(47809, 2) + big(8 + octets.count, 2) + [0, 0] + octets
    }

    static func datagram(_ octets: [UInt8]) -> [UInt8] { ip(udp(octets), transport: 17) + udp(octets) }

    /// A segment of a connection between the ports 1000 and 502; flags: 1 ends, 2 opens, 16 acknowledges.
    static func segment(
        _ text: String, at sequence: UInt32, flags: UInt8 = 0x10, acknowledges: UInt32 = 0, back: Bool = false
    ) -> [UInt8] {
        let body =
            big(back ? 502 : 1000, 2) + big(back ? 1000 : 502, 2) + big(Int(sequence), 4) + big(Int(acknowledges), 4)
            + [0x50, flags, 0, 0, 0, 0, 0, 0] + Array(text.utf8)
        return ip(body, transport: 6, back: back) + body
    }
}
