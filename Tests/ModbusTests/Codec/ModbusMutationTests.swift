import Modbus
import PhaseLoomTesting
import Testing

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Octets of the vectors with random damage: they decode or have a fault, and what decodes encodes to the same.
///
/// `PHASELOOM_MUTATIONS` in the environment sets how many, 20,000 without.
@Suite struct `Modbus mutations` {
    @Test(arguments: ModbusFraming.allCases)
    func `Damaged frames decode or have a fault`(framing: ModbusFraming) throws {
        let kind = ["tcp": "frame-tcp", "rtu": "frame-rtu", "ascii": "frame-ascii"][framing.rawValue]
        let seeds = try Fixture.vectors("modbus_vectors.json").filter { $0["kind"]?.text == kind }
            .compactMap { $0["hex"]?.text }.map { [UInt8](hex: $0) }
        var random = SeededGenerator(seed: 0x4D6F_6462)
        for _ in 0..<Self.count / 4 {
            let octets = Self.damaged(try #require(seeds.randomElement(using: &random)), &random)
            guard let frame = try? ModbusFrame.decode(octets, as: framing) else { continue }
            #expect(try frame.encoded() == octets)
        }
    }

    @Test func `Damaged messages decode or have a fault`() throws {
        let seeds = try Fixture.vectors("modbus_vectors.json").filter { $0["kind"]?.text == "pdu" }
            .compactMap { $0["hex"]?.text }.map { [UInt8](hex: $0) }
        var random = SeededGenerator(seed: 0x5044_5531)
        for _ in 0..<Self.count {
            let octets = Self.damaged(try #require(seeds.randomElement(using: &random)), &random)
            for direction in [ModbusDirection.request, .response, .either] {
                guard let pdu = try? ModbusPDU.decode(octets, direction: direction) else { continue }
                #expect(try pdu.encoded() == octets, "\(octets.hex)")
            }
        }
    }

    private static var count: Int {
        getenv("PHASELOOM_MUTATIONS").flatMap { Int(String(cString: $0)) }.map { max(1, $0) } ?? 20_000
    }

    private static func damaged(_ octets: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var octets = octets
        for _ in 0...Int.random(in: 0...2, using: &random) {
            let place = Int.random(in: 0...octets.count, using: &random)
            switch Int.random(in: 0...4, using: &random) {
            case 0: octets.insert(.random(in: 0...255, using: &random), at: place)
            case 1: octets.removeLast(octets.count - place)
            case 2: octets += octets.prefix(place)
            default:
                if place < octets.count { octets[place] ^= 1 << UInt8.random(in: 0...7, using: &random) }
            }
        }
        return octets
    }
}
