import FieldLinks
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: the payloads that tshark 4.0.17 shows of the files of `Fixtures`; the rules of RFC 791 and RFC 9293.
@Suite struct CaptureDecoderTests {
    private typealias Sketch = CaptureSketch

    private func decode(_ octets: [UInt8], pieces size: Int = 4096) -> (events: [CaptureEvent], tally: CaptureTally) {
        var decoder = CaptureDecoder()
        var events: [CaptureEvent] = []
        for start in stride(from: 0, to: octets.count, by: size) {
            events += decoder.events(in: Array(octets[start..<min(start + size, octets.count)]))
        }
        return (events + decoder.finish(), decoder.tally)
    }

    private func decode(_ packets: [[UInt8]], link: Int = 101) -> (events: [CaptureEvent], tally: CaptureTally) {
        var sketch = CaptureSketch(link: link)
        for packet in packets { sketch.add(packet) }
        return decode(sketch.octets)
    }

    private func streams(_ events: [CaptureEvent]) -> [CapturedStream] {
        events.compactMap { if case .stream(let stream) = $0 { stream } else { nil } }
    }

    private func texts(_ packets: [[UInt8]]) -> [String] {
        streams(decode(packets).events).map { stream in
            let mark = ["first": "^", "next": "", "afterGap": "?"][stream.continuity.rawValue] ?? ""
            return mark + String(decoding: stream.octets, as: UTF8.self)
        }
    }

    private func payloads(_ packets: [[UInt8]], link: Int) -> [[UInt8]] {
        decode(packets, link: link).events.map { event in
            switch event {
            case .datagram(let datagram): datagram.octets
            case .frame(let frame): frame.octets
            case .stream(let stream): stream.octets
            }
        }
    }

    @Test(arguments: ["mbpoll.pcap", "mbpoll.pcapng"], [7, 65_536])
    func `a real capture gives the octets that another program sees`(name: String, size: Int) throws {
        let (events, tally) = decode(try CaptureFixture.octets(of: name), pieces: size)
        let streams = streams(events)
        #expect(streams.map(\.packet).prefix(4) == [4, 6, 14, 16] && streams.last?.packet == 66)
        #expect(streams.first?.source.description == "127.0.0.1:34294")
        #expect(streams.first?.destination.description == "127.0.0.1:15020")
        let octets = streams.flatMap(\.octets)
        let expected = "a8d9bea200a883c6dd1f386f36627140bd896ba375554d1ff86676d9bd4961ba"
        #expect(octets.count == 447 && Digest(of: octets).hexadecimal == expected)
        #expect(streams.count == 14 && streams.allSatisfy { $0.continuity == .first })
        #expect(tally.packets == 70 && tally.gaps + tally.malformed + tally.others + tally.cut == 0)
    }

    @Test(
        arguments: [
            (101, []), (228, []), (12, []), (0, [2, 0, 0, 0]), (0, [0, 0, 0, 2]), (108, [0, 0, 0, 2]),
            (1, Array(repeating: 0, count: 12) + [8, 0]),
            (1, Array(repeating: 0, count: 12) + [0x81, 0, 0, 5, 8, 0]),
            (1, Array(repeating: 0, count: 12) + [0x88, 0xA8, 0, 5, 0x81, 0, 0, 6, 8, 0]),
            (113, Array(repeating: 0, count: 14) + [8, 0]), (276, [8, 0] + Array(repeating: 0, count: 18)),
        ] as [(Int, [UInt8])])
    func `each kind of link has its header`(link: Int, header: [UInt8]) {
        let padding: [UInt8] = [0, 0, 0]
        #expect(payloads([header + Sketch.datagram([1, 2, 3]) + padding], link: link) == [[1, 2, 3]])
        #expect(payloads((0..<header.count).map { Array(header.prefix($0)) }, link: link).isEmpty)
    }

    @Test func `frames of trunks and of logical link control carry their data`() {
        let data: [UInt8] = [0x55, 0xFF, 6, 255, 3, 0, 2, 0xAA, 1, 2, 0xBB, 0xCC]
        let token: [UInt8] = [0x55, 0xFF, 0, 4, 3, 0, 0, 0xAA]
        #expect(payloads([data, token, Array(data.prefix(9)), [1]], link: 165) == [[1, 2]])
        let llc: [UInt8] = Array(1...12) + [0, 5, 0x82, 0x82, 3, 1, 0, 0, 0]
        let (events, _) = decode([llc, Array(llc.prefix(16))], link: 1)
        guard case .frame(let frame)? = events.first, events.count == 1 else {
            Issue.record("there is no frame")
            return
        }
        #expect(frame.source == [7, 8, 9, 10, 11, 12] && frame.destination == [1, 2, 3, 4, 5, 6])
        #expect(frame.octets == [1, 0] && frame.medium == .ethernet)
    }

    @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 0, 1, 2], [0, 2, 2, 0, 1]])
    func `fragments come together in any order`(order: [Int]) {
        let whole = Sketch.udp(Array(0..<24))
        let fragments = [(0, 16, true), (16, 24, true), (24, 32, false)].map { from, to, more in
            let body = Array(whole[from..<to])
            return Sketch.ip(body, transport: 17, offset: from, more: more) + body
        }
        #expect(payloads(order.map { fragments[$0] }, link: 101) == [Array(0..<24)])
    }

    @Test func `fragments that miss others are counted and bounded`() {
        let body: [UInt8] = Array(repeating: 1, count: 8)
        let packets = (0..<100).map { Sketch.ip(body, transport: 17, id: $0, offset: 8, more: true) + body }
        let (events, tally) = decode(packets)
        #expect(events.isEmpty && tally.incomplete == 100)
        let beyond = Sketch.ip(body, transport: 17, offset: 65_528, more: false) + body
        #expect(decode([beyond]).tally.malformed == 1)
    }

    @Test func `octets of a connection come in order, once, and gaps are told`() {
        let open = Sketch.segment("", at: 99, flags: 2)
        let parts = [Sketch.segment("ab", at: 100), Sketch.segment("cd", at: 102), Sketch.segment("ef", at: 104)]
        #expect(texts([open] + parts) == ["^ab", "cd", "ef"])
        #expect(texts([open, parts[0], parts[2], parts[1]]) == ["^ab", "cd", "ef"])
        #expect(texts([open, parts[0], parts[0], parts[1], parts[0], parts[2]]) == ["^ab", "cd", "ef"])
        #expect(texts([open, parts[0], Sketch.segment("bcde", at: 101), parts[2]]) == ["^ab", "cde", "f"])
        #expect(texts([open, parts[0], parts[2]]) == ["^ab", "?ef"])
        #expect(texts([parts[1], parts[2]]) == ["^cd", "ef"])
        let acknowledged = Sketch.segment("", at: 5, acknowledges: 106, back: true)
        #expect(texts([open, parts[0], parts[2], acknowledged, parts[1]]) == ["^ab", "?ef"])
        #expect(texts([open, parts[0], parts[2], Sketch.segment("", at: 106, flags: 0x11)]) == ["^ab", "?ef"])
        let (_, tally) = decode([open, parts[0], parts[0], parts[2]])
        #expect(tally.gaps == 1 && tally.repeated == 1)
    }

    @Test func `numbers of octets go round, and a port may be used again`() {
        let open = Sketch.segment("", at: .max - 1, flags: 2)
        #expect(texts([open, Sketch.segment("ab", at: .max), Sketch.segment("cd", at: 1)]) == ["^ab", "cd"])
        let again = Sketch.segment("", at: 7000, flags: 2)
        let first = [open, Sketch.segment("ab", at: .max), again, Sketch.segment("xy", at: 7001)]
        #expect(texts(first) == ["^ab", "^xy"])
        // The farthest two numbers can be from one another, in both directions.
        let far = [Sketch.segment("ab", at: 0), Sketch.segment("cd", at: 0x8000_0002), Sketch.segment("e", at: 2)]
        #expect(texts(far).first == "^ab")
    }

    @Test func `what waits for others is bounded`() {
        let open = Sketch.segment("", at: 99, flags: 2)
        let late = (0..<300).map { Sketch.segment("z", at: 200 + UInt32($0) * 2) }
        let (events, tally) = decode([open] + late)
        #expect(streams(events).count == 300 && tally.gaps == 300)
    }

    @Test func `mutated captures never trap`() throws {
        var random = SeededGenerator(seed: 5)
        let files = try ["mbpoll.pcap", "mbpoll.pcapng"].map { try CaptureFixture.octets(of: $0) }
        for round in 0..<CaptureFixture.count("PHASELOOM_MUTATIONS", otherwise: 20_000) / 10 {
            var octets = files[round % 2]
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                let place = Int.random(in: 0..<octets.count, using: &random)
                octets[place] = UInt8.random(in: 0...255, using: &random)
            }
            if round % 5 == 0 { octets.removeLast(Int.random(in: 0..<octets.count, using: &random)) }
            let (events, tally) = decode(octets, pieces: round % 3 == 0 ? 501 : 65_536)
            #expect(events.count <= 200 && tally.packets <= 200)
        }
    }
}
