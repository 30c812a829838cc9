import PhaseLoom
import Testing

@testable import FieldLinks

/// What waits for segments that never come stays within its limits, whatever its pieces are.
@Suite struct StreamAssemblerTests {
    private func segment(port: Int, at sequence: Int, _ octets: [UInt8], flags: UInt8 = 0x10) throws -> TCPSegment {
        let header =
            CaptureSketch.big(port, 2) + CaptureSketch.big(502, 2) + CaptureSketch.big(sequence, 4)
            + [0, 0, 0, 0, 0x50, flags, 0, 0, 0, 0, 0, 0]
        let packet = IPv4Packet(
            source: IPv4Address(number: 1), destination: IPv4Address(number: 2), transport: 6, identification: 0,
            body: OctetView(header + octets))
        return try #require(TCPSegment(packet))
    }

    @Test func `large pieces that take the place of small ones are bounded`() throws {
        let packet = CapturedPacket(number: 1, time: Timestamp(milliseconds: 0), link: .raw, octets: [])
        let large = [UInt8](repeating: 1, count: 65_000)
        var (assembler, tally, held) = (StreamAssembler(), CaptureTally(), 0)
        func take(_ segment: TCPSegment) {
            held += segment.octets.count
            for stream in assembler.take(segment, packet, &tally) { held -= stream.octets.count }
        }
        for port in 1...2 {
            take(try segment(port: port, at: 99, [], flags: 2))
            for number in 0..<200 { take(try segment(port: port, at: 200 + 2 * number, [7])) }
        }
        var most = 0
        for number in 0..<300 {
            take(try segment(port: 1 + number % 2, at: 1_000_000 + 70_000 * number, large))
            most = max(most, held)
        }
        #expect(most > StreamAssembler.mostOctets / 2 && most <= StreamAssembler.mostOctets)
        for stream in assembler.finish(&tally) { held -= stream.octets.count }
        #expect(held == 0)
    }
}
