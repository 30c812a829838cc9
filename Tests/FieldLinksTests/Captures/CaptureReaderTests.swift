import FieldLinks
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: capinfos and tshark 4.0.17 on the files of `Fixtures`; the published layouts of both formats.
@Suite struct CaptureReaderTests {
    @Test(arguments: ["mbpoll.pcap", "mbpoll.pcapng"], [1, 13, 4096, 65_536])
    func `it reads files in pieces of any size`(name: String, size: Int) throws {
        let octets = try CaptureFixture.octets(of: name)
        var reader = CaptureReader()
        var packets: [CapturedPacket] = []
        for start in stride(from: 0, to: octets.count, by: size) {
            packets += reader.packets(in: Array(octets[start..<min(start + size, octets.count)]))
        }
        reader.finish()
        #expect(reader.fault == nil)
        #expect(packets.map(\.number) == Array(1...70))
        #expect(packets.map(\.octets.count).reduce(0, +) == 5179)
        #expect(packets.first?.time == (try Timestamp(parsing: "2026-11-21T02:16:59.367Z")))
        #expect(packets.last?.time == (try Timestamp(parsing: "2026-11-21T02:16:59.536Z")))
        #expect(packets.allSatisfy { $0.link == .ethernet && $0.missing == 0 })
    }

    @Test(
        arguments: [
            ([0xA1, 0xB2, 0xC3, 0xD4], false, 250_000), ([0xD4, 0xC3, 0xB2, 0xA1], true, 250_000),
            ([0xA1, 0xB2, 0x3C, 0x4D], false, 250_000_000), ([0x4D, 0x3C, 0xB2, 0xA1], true, 250_000_000),
        ] as [([UInt8], Bool, Int)])
    func `byte order and unit of time are those of the file`(magic: [UInt8], isLittleEndian: Bool, quarter: Int) {
        var sketch = CaptureSketch(magic: magic, link: 113, isLittleEndian: isLittleEndian)
        sketch.add([1, 2, 3], seconds: 4, fraction: quarter, missing: 5)
        var reader = CaptureReader()
        let packet = CapturedPacket(
            number: 1, time: Timestamp(milliseconds: 4250), link: .linuxCooked, octets: [1, 2, 3], missing: 5)
        #expect(reader.packets(in: sketch.octets) == [packet])
        reader.finish()
        #expect(reader.fault == nil)
    }

    /// A block of pcapng with its highest octets first.
    static func block(_ type: Int, _ body: [UInt8]) -> [UInt8] {
        let padded = body + Array(repeating: 0, count: (4 - body.count % 4) % 4)
        let length = CaptureSketch.big(padded.count + 12, 4)
        return CaptureSketch.big(type, 4) + length + padded + length
    }

    static let section = block(0x0A0D_0D0A, [0x1A, 0x2B, 0x3C, 0x4D, 0, 1, 0, 0] + Array(repeating: 0xFF, count: 8))

    /// Times in 1/1024 of a second, from 100 s on.
    static let interface = block(
        1, [0, 101, 0, 0, 0, 0, 0, 0, 0, 9, 0, 1, 0x8A, 0, 0, 0, 0, 14, 0, 8, 0, 0, 0, 0, 0, 0, 0, 100, 0, 0, 0, 0])

    @Test func `interfaces say in which unit their times are`() {
        let packet = Self.block(
            6,
            CaptureSketch.big(0, 8) + CaptureSketch.big(512 + 1024, 4) + CaptureSketch.big(1, 4)
                + CaptureSketch.big(3, 4) + [7])
        let simple = Self.block(3, CaptureSketch.big(2, 4) + [8, 9])
        var reader = CaptureReader()
        let packets = reader.packets(in: Self.section + Self.interface + packet + Self.block(5, [1]) + simple)
        reader.finish()
        #expect(reader.fault == nil)
        #expect(packets.map(\.time.milliseconds) == [101_500, 0])
        #expect(packets.map(\.octets) == [[7], [8, 9]])
        #expect(packets.map(\.missing) == [2, 0] && packets.map(\.number) == [1, 2])
        #expect(packets.allSatisfy { $0.link == .raw })
    }

    @Test(
        arguments: [
            ([], .notACapture, 0), ([1, 2, 3], .notACapture, 0), ([1, 2, 3, 4], .notACapture, 0),
            ([0xA1, 0xB2, 0xC3, 0xD4, 0, 3] + Array(repeating: 0, count: 18), .wrongValue, 4),
            ([0xA1, 0xB2, 0xC3, 0xD4, 0, 2], .notACapture, 0),
            (CaptureSketch().octets + Array(repeating: 0, count: 9), .truncated, 24),
            (CaptureSketch().octets + Array(repeating: 0xFF, count: 16), .wrongLength, 32),
            (section + CaptureSketch.big(6, 4) + CaptureSketch.big(13, 4) + [0, 0, 0, 0], .wrongLength, 32),
            (section + CaptureSketch.big(6, 4) + CaptureSketch.big(1 << 30, 4) + [0, 0, 0, 0], .wrongLength, 32),
            (section + block(6, Array(repeating: 0, count: 20)), .wrongValue, 36),
            (section + interface + block(6, Array(repeating: 0xFF, count: 20)), .wrongValue, 80),
            (section + block(1, [0, 101, 0, 0, 0, 0, 0, 0, 0, 9, 0, 1, 0x7F, 0, 0, 0]), .wrongValue, 36),
            (CaptureSketch.big(0x0A0D_0D0A, 4) + Array(repeating: 0, count: 8), .wrongValue, 8),
            (section + Array(interface.dropLast()) + [1], .wrongLength, 68),
        ] as [([UInt8], CaptureFault.Code, Int)])
    func `what cannot be read is a fault with its place`(octets: [UInt8], code: CaptureFault.Code, offset: Int) {
        var reader = CaptureReader()
        #expect(reader.packets(in: octets).isEmpty)
        reader.finish()
        #expect(reader.fault?.code == code)
        #expect(reader.fault?.offset == offset)
        #expect(reader.packets(in: CaptureSketch().octets).isEmpty, "nothing is read after a fault")
    }

    @Test func `a fault does not spoil what came before it`() {
        var sketch = CaptureSketch()
        sketch.add([1])
        var reader = CaptureReader()
        #expect(reader.packets(in: sketch.octets + Array(repeating: 0xFF, count: 16)).count == 1)
        #expect(reader.fault?.code == .wrongLength)
    }
}
