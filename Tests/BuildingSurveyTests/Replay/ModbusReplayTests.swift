import BuildingSurvey
import FieldLinks
import Modbus
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: what tshark 4.0.17 shows of a capture of mbpoll and pymodbus, and the octets of the messaging guide.
@Suite struct ModbusReplayTests {
    private static let client = Endpoint(address: 0x0A00_0001, port: 40_000)
    private static let server = Endpoint(address: 0x0A00_0002, port: 502)
    private static let question: [UInt8] = [0, 1, 0, 0, 0, 6, 9, 3, 0, 100, 0, 2]
    private static let answer: [UInt8] = [0, 1, 0, 0, 0, 7, 9, 3, 4, 0x12, 0x34, 0, 5]

    private func asked(_ octets: [UInt8], _ continuity: CapturedStream.Continuity = .next) -> CapturedStream {
        CapturedStream(
            packet: 1, time: Timestamp(milliseconds: 0), source: Self.client, destination: Self.server,
            continuity: continuity, octets: octets)
    }

    private func answered(_ octets: [UInt8], _ continuity: CapturedStream.Continuity = .next) -> CapturedStream {
        CapturedStream(
            packet: 2, time: Timestamp(milliseconds: 5), source: Self.server, destination: Self.client,
            continuity: continuity, octets: octets)
    }

    private func replayed(_ streams: [CapturedStream]) -> (exchanges: [ModbusExchangeSeen], replay: ModbusReplay) {
        var replay = ModbusReplay()
        var exchanges: [ModbusExchangeSeen] = []
        for stream in streams { exchanges += replay.exchanges(in: stream) }
        return (exchanges, replay)
    }

    @Test func `a real capture gives what its client read`() throws {
        var capture = CaptureDecoder()
        let events = capture.events(in: try ReplayFixture.octets(of: "mbpoll.pcap")) + capture.finish()
        let (exchanges, replay) = replayed(
            events.compactMap { if case .stream(let stream) = $0 { stream } else { nil } })
        #expect(replay.unanswered == 0 && replay.unasked == 0 && replay.malformed == 0)
        #expect(exchanges.map(\.requestPacket) == [4, 14, 24, 34, 44, 54, 64])
        #expect(exchanges.map(\.responsePacket) == [6, 16, 26, 36, 46, 56, 66])
        #expect(exchanges.allSatisfy { $0.server.description == "127.0.0.1:15020" && $0.unit == 1 })
        let values = exchanges.map(\.values)
        #expect(
            values.map(\.?.table) == [
                .holdingRegisters, .holdingRegisters, .holdingRegisters, nil, .inputRegisters, .coils, .discreteInputs,
            ])
        #expect(values.map(\.?.address) == [0, 100, 200, nil, 0, 0, 0])
        #expect(values[0]?.values == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
        #expect(values[1]?.values == [0x41AC, 0, 0, 0x41AC, 0xAC41, 0, 0, 0xAC41])
        #expect(values[2]?.values == Array(1000...1124))
        #expect(exchanges[3].response == .exception(function: 3, .illegalDataAddress))
        #expect(values[4]?.values == [2000, 2001, 2002, 2003, 2004])
        #expect(values[5]?.values == [1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1])
        #expect(values[6]?.values == [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1])
    }

    @Test func `frames may be cut anywhere and stand in one segment`() {
        let cut = Self.question.map { asked([$0]) } + Self.answer.map { answered([$0]) }
        #expect(replayed(cut).exchanges.map(\.values?.values) == [[0x1234, 5]])
        var second = (question: Self.question, answer: Self.answer)
        second.question[1] = 2
        second.answer[1] = 2
        let (exchanges, _) = replayed([asked(Self.question + second.question), answered(second.answer + Self.answer)])
        #expect(exchanges.count == 2 && exchanges.allSatisfy { $0.unit == 9 && $0.values?.address == 100 })
        #expect(exchanges.map(\.octets) == [second.answer, Self.answer])
    }

    @Test(
        arguments: [
            (1, 7), (6, 8), (7, 4), (7, 0x84),
        ] as [(Int, UInt8)])
    func `an answer of another transaction, unit or function is none`(place: Int, octet: UInt8) {
        var other = Self.answer
        other[place] = octet
        let (exchanges, replay) = replayed([asked(Self.question), answered(other)])
        #expect(exchanges.isEmpty && replay.unanswered == 1 && replay.unasked + replay.malformed == 1)
    }

    @Test func `an answer of another length gives no values`() {
        let short: [UInt8] = [0, 1, 0, 0, 0, 5, 9, 3, 2, 0x12, 0x34]
        let (exchanges, _) = replayed([asked(Self.question), answered(short)])
        #expect(exchanges.count == 1 && exchanges.first?.values == nil)
        let beyond: [UInt8] = [0, 1, 0, 0, 0, 6, 9, 3, 0xFF, 0xFF, 0, 2]
        #expect(replayed([asked(beyond), answered(Self.answer)]).exchanges.allSatisfy { $0.values == nil })
    }

    @Test func `a gap or another protocol costs no more than itself`() {
        let (exchanges, replay) = replayed([
            asked(Array(Self.question.prefix(8)), .first), asked(Self.question, .afterGap),
            answered(Array("HTTP/1.1 200".utf8)), answered(Self.answer),
        ])
        #expect(exchanges.count == 1 && replay.unanswered == 0)
        #expect(replayed([asked(Array("GET / HTTP/1.1".utf8))]).replay.malformed == 0)
    }

    @Test func `who has the port of Modbus answers, even when heard first`() {
        let (exchanges, replay) = replayed([answered(Self.answer), asked(Self.question), answered(Self.answer)])
        #expect(exchanges.map(\.server) == [Self.server] && replay.unasked == 1)
    }

    @Test func `what is held is bounded`() {
        var replay = ModbusReplay()
        for port in 0..<1100 {
            let stream = CapturedStream(
                packet: 1, time: Timestamp(milliseconds: 0), source: Endpoint(address: 1, port: UInt16(port) + 1000),
                destination: Self.server, continuity: .first, octets: Self.question)
            _ = replay.exchanges(in: stream)
        }
        for transaction in 0..<200 {
            var question = Self.question
            question[1] = UInt8(transaction)
            _ = replay.exchanges(in: asked(question))
        }
        #expect(replay.unanswered == 1300)
    }

    @Test func `mutated connections never trap`() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<5000 {
            var streams = [asked(Self.question, .first), answered(Self.answer, .first), asked(Self.question)]
            streams = streams.map { stream in
                var octets = stream.octets
                for _ in 0..<Int.random(in: 0...3, using: &random) {
                    octets[Int.random(in: 0..<octets.count, using: &random)] = .random(in: 0...255, using: &random)
                }
                octets.removeLast(Int.random(in: 0...2, using: &random))
                return stream.source == Self.client ? asked(octets) : answered(octets)
            }
            let (exchanges, replay) = replayed(streams)
            #expect(exchanges.count <= 1 && replay.unanswered <= 2)
            _ = exchanges.map(\.values?.values)
        }
    }
}
