@testable import PhaseLoom
import Testing

@Suite struct EventCodecTests {
    @Test(arguments: 0..<8) func `reads back every event that it writes`(shard: Int) throws {
        var random = RandomEvent(seed: UInt64(shard))
        var (written, read) = (Log(of: "e"), Log(of: "e"))
        for number in 1...300 {
            let event = random.event(number)
            let record = written.append([event])[0]
            #expect(try read.take(record) == event)
        }
        #expect(read.head == written.head && read.length == 300)
    }

    @Test func `writes every kind, as canonical JSON on one line`() throws {
        var random = RandomEvent(seed: 99)
        for kind in 0..<22 {
            for _ in 0..<20 {
                let event = Event(
                    number: 1, time: Timestamp(milliseconds: 0), actor: "a", content: random.content(kind))
                var log = Log(of: "e")
                let bytes = log.append([event])[0].content
                #expect(!bytes.contains { $0 == 10 || $0 == 13 })
                #expect(try JSONReader.read(bytes).value.compactBytes == bytes, "keys sorted, numbers shortest")
            }
        }
    }

    private static let plain =
        #"{"actor":"a","engagement":"e","number":1,"previous":"sha256:\#(String(repeating: "0", count: 64))","#
        + #""time":"2026-01-05T09:00:00Z","what":{"held":{"reason":"r"}}}"#

    private static func take(_ text: String) throws -> Event {
        var log = Log(of: "e")
        let bytes = Array(text.utf8)
        return try log.take(LogRecord(number: 1, content: bytes, hash: Digest(of: bytes)))
    }

    @Test func `reads a record that another program wrote`() throws {
        let event = try Self.take(Self.plain)
        #expect(event.content == .held(reason: "r") && event.actor == "a")
        #expect(event.time.description == "2026-01-05T09:00:00Z")
    }

    @Test(arguments: [
        (#""number":1"#, #""number":1.5"#), (#""number":1"#, #""number":-1"#), (#""number":1"#, #""number":"1""#),
        (#""number":1"#, #""number":99999999999999999999"#), (#""number":1"#, #""number":2"#),
        (#""engagement":"e""#, #""engagement":"f""#), (#""engagement":"e""#, #""engagement":"../e""#),
        (#""time":"2026"#, #""time":"20260"#), (#"09:00:00Z"#, #"25:00:00Z"#), (#""actor":"a","#, ""),
        (#""actor":"a""#, #""actor":null"#), (#""actor":"a""#, #""actor":["a"]"#), (#"sha256:00"#, #"sha256:0g"#),
        (#"sha256:00"#, #"sha256:01"#), (#"{"held":{"reason":"r"}}"#, #"{}"#), (#"{"held":{"reason":"r"}}"#, "[]"),
        (#"{"held":{"reason":"r"}}"#, #"{"held":{"reason":"r"},"closed":{}}"#), (#""held""#, #""upheld""#),
        (#"{"reason":"r"}"#, "{}"), (#"{"reason":"r"}"#, #"{"reason":1}"#), (#""reason":"r""#, #""reason":"\ud800""#),
        (#"{"held":{"reason":"r"}}"#, #"{"opened":{"phase":"p","attempt":1}}"#),
        (#"{"held":{"reason":"r"}}"#, #"{"passed":{"phase":"p","decisions":[{"phase":"p"}]}}"#),
        (#"{"held":{"reason":"r"}}"#, #"{"started":{"format":"phaseloom.log/2"}}"#),
        (#"{"held":{"reason":"r"}}"#, #"{"scoped":{"id":"i","title":"t","cost":-1,"days":0}}"#),
        (#"{"held":{"reason":"r"}}"#, #"{"scoped":{"id":"i","title":"t","cost":1e999,"days":0}}"#),
    ]) func `refuses records that are not as they were written`(part: String, replacement: String) {
        #expect(Self.plain.contains(part))
        #expect(throws: LogBreak.self) { try Self.take(Self.plain.replacing(part, with: replacement)) }
    }

    @Test(arguments: [
        "", " ", "{", "null", "[]", "{}", "\u{FEFF}{}", "{\"actor\":", String(repeating: "[", count: 100_000),
    ])
    func `refuses what is no record at all`(text: String) {
        #expect(throws: LogBreak.self) { try Self.take(text) }
    }

    @Test func `refuses bytes that are no text`() {
        var log = Log(of: "e")
        let bytes: [UInt8] = Array(Self.plain.utf8).map { $0 == UInt8(ascii: "r") ? 0xFF : $0 }
        #expect(throws: LogBreak.self) {
            try log.take(LogRecord(number: 1, content: bytes, hash: Digest(of: bytes)))
        }
    }
}
