import PhaseLoom
import PhaseLoomTesting
import Synchronization
import Testing

@testable import SmartBuilding

/// Expected values: ANSI/ASHRAE 135, annex F; MODBUS Application Protocol V1.1b3, worked examples of clause 6; and for
/// checksums the frames that pymodbus makes of them.
@Suite struct DecodeCollectorTests {
    /// What the collector answers, line by line.
    private func answers(
        _ options: [String: String], _ file: [UInt8]? = nil, pieceSize: Int = 7
    ) async throws -> [JSONValue] {
        let text = Mutex("")
        let context = CollectorContext(
            files: MemoryCollectorFiles(file.map { ["a.hex": $0] } ?? [:], pieceSize: pieceSize),
            clock: { Timestamp(milliseconds: 0) }, respond: { piece in text.withLock { $0 += piece } })
        _ = try await DecodeCollector(options: options).collect(in: context)
        return try text.withLock { $0 }.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)).value }
    }

    @Test func `keeps the contract`() async {
        let file = Array("0103cd6b05\n0300006b0003\n\nzz\n8302\n".utf8)
        let options = ["file": "a.hex", "protocol": "modbus"]
        let violations = await CollectorContract.violations(
            of: DecodeCollector.self, given: options, reading: ["a.hex": file])
        #expect(violations == [])
    }

    @Test(arguments: [
        ("modbus", "03006b0003"), ("modbus", "0103cd6b05"), ("modbus", "0306022b00000064"), ("modbus", "8302"),
        ("modbus-tcp", "0001000000061103006b0003"), ("modbus-rtu", "1103006b00037687"),
        ("modbus-ascii", "3a30303033303037433030303237460d0a"),
        ("bacnet", "30010c0c0000000519553e444290999a3f"), ("bacnet-ip", "810a000c0120ffff00ff1008"),
    ])
    func `a message is decoded and written back`(form: String, hex: String) async throws {
        let answers = try await answers(["protocol": form, "hex": hex])
        #expect(answers.count == 1)
        let answer = try #require(answers.first)
        #expect(answer["hex"] == .string(hex))
        #expect(answer["reencoded"] == .string(hex))
        #expect(answer["decoded"] != nil && answer["error"] == nil)
    }

    @Test(
        arguments: [
            ("modbus", "", "truncated", 0), ("modbus", "03006", "invalid-hex", 2), ("modbus", "0x03", "invalid-hex", 0),
            ("modbus", "2b0d01", "unsupported-service", nil), ("modbus-rtu", "1103006b00037688", "wrong-checksum", nil),
            ("modbus-tcp", "000100010006010300000001", "wrong-protocol", nil), ("bacnet", "3001", "truncated", nil),
            ("bacnet-ip", "820a00", nil, nil), ("bacnet", "1064", "unsupported-service", nil),
        ] as [(String, String, String?, Int?)])
    func `what cannot be decoded is told with its place`(form: String, hex: String, code: String?, offset: Int?)
        async throws
    {
        let answers = try await answers(["protocol": form, "file": "a.hex"], Array((hex + "\n").utf8))
        let error = try #require(answers.first?["error"])
        #expect(answers.count == 1)
        if let code { #expect(error["code"] == .string(code)) }
        if let offset { #expect(error["offset"] == .integer(offset)) }
        #expect(answers.first?["decoded"] == nil)
    }

    @Test(arguments: [1, 2, 3, 64, 1 << 16])
    func `every line has its answer, whatever the pieces of the file`(pieceSize: Int) async throws {
        let file = "8302\r\n\n  8304\t\nFF\nno\n\u{0}\n8306"
        let answers = try await answers(
            ["protocol": "modbus", "file": "a.hex"], Array(file.utf8), pieceSize: pieceSize)
        let texts = answers.map { $0["hex"] }
        #expect(texts == ["8302", "", "8304", "FF", "no", "\u{0}", "8306"])
        #expect(answers.map { $0["error"] == nil } == [true, false, true, false, false, false, true])
    }

    @Test(arguments: [1, 2, 64]) func `the mark before a text of Windows is no part of a message`(pieceSize: Int)
        async throws
    {
        let answers = try await answers(
            ["protocol": "modbus", "file": "a.hex"], Array("\u{FEFF}8302\r\n\u{FEFF}8302\r\n".utf8),
            pieceSize: pieceSize)
        #expect(answers.map { $0["error"]?["code"] } == [nil, "invalid-hex"])
    }

    @Test(arguments: ["11 03", "11:03", "11-03"]) func `octets apart are told how to be written`(hex: String)
        async throws
    {
        let answers = try await answers(["protocol": "modbus", "file": "a.hex"], Array(hex.utf8))
        let sign = hex.dropFirst(2).first ?? "?"
        #expect(
            answers.first?["error"]?["message"]
                == .string("'\(sign)' is no hexadecimal digit: write the octets without anything between them"))
    }

    @Test func `a line that is too long is told, and the next one is read`() async throws {
        let long = String(repeating: "ab", count: HexLines.sizeLimit + 10)
        let answers = try await answers(
            ["protocol": "modbus", "file": "a.hex"], Array("\(long)\n8302\n".utf8), pieceSize: 1 << 16)
        #expect(answers.map { $0["error"]?["code"] } == ["invalid-hex", nil])
    }

    @Test func `an empty file has no answers, and the way to ask is either of two`() async throws {
        #expect(try await answers(["file": "a.hex"], []) == [])
        for options in [[:], ["hex": "00", "file": "a.hex"]] as [[String: String]] {
            #expect(throws: InvalidValue.self) { try DecodeCollector(options: options) }
        }
    }

    @Test func `who sends a message of Modbus can be said`() async throws {
        // As an answer it lacks octets; as a request it asks for three registers.
        let hex = "03006b0003"
        let asked = try await answers(["protocol": "modbus", "hex": hex, "direction": "request"])
        let answered = try await answers(["protocol": "modbus", "hex": hex, "direction": "response"])
        #expect(asked.first?["error"] == nil)
        #expect(answered.first?["error"] != nil)
    }
}
