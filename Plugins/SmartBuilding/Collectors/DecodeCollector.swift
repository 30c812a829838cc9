import PhaseLoom

/// Tells what messages of the field protocols say: one JSON object for each, in the order of the input.
struct DecodeCollector: Collector {
    static let id: ID = "decode"
    static let help = "Decodes messages given in hexadecimal and writes one JSON object a line."
    static let `protocol` = OverlayOption<MessageForm>.choice(
        "protocol", help: "what the octets are", default: .bacnetIP)
    static let direction = OverlayOption<Direction>.choice(
        "direction", help: "who sends the messages of Modbus, which do not say so themselves", default: .either)
    static let hex = OverlayOption<String>.text(
        "hex", help: "a message in hexadecimal", default: "", limit: 2 * HexLines.sizeLimit)
    static let file = OverlayOption<String>.file("file", help: "messages in hexadecimal, one a line", default: "")
    static let options = [`protocol`.descriptor, direction.descriptor, hex.descriptor, file.descriptor]

    let values: OptionValues

    init(_ values: OptionValues) throws(InvalidValue) {
        guard values[Self.hex].isEmpty != values[Self.file].isEmpty else {
            let both = !values[Self.hex].isEmpty
            throw InvalidValue(
                both ? "'hex' and 'file' are both given" : "neither 'hex' nor 'file' is given",
                hint: "give the message with 'hex', or a file of messages with 'file'")
        }
        self.values = values
    }

    func collect(in context: CollectorContext) async throws -> CollectorReport {
        let decoder = MessageDecoder(form: values[Self.protocol], direction: values[Self.direction])
        var lines = 0
        var faults = 0
        _ = try context.answer("decoded.jsonl") { put in
            var output: [UInt8] = []
            func decode(_ line: HexLine) throws {
                let outcome = decoder.decode(line)
                lines += 1
                faults += outcome.isDecoded ? 0 : 1
                output += outcome.json.compactBytes + [UInt8(ascii: "\n")]
                if output.count >= 1 << 16 { try flush() }
            }
            func flush() throws {
                try put(String(decoding: output, as: UTF8.self))
                output.removeAll(keepingCapacity: true)
            }
            try eachLine(in: context, decode)
            try flush()
        }
        return CollectorReport(evidence: [], findings: Self.findings(faults, of: lines))
    }

    private func eachLine(in context: CollectorContext, _ body: (HexLine) throws -> Void) throws {
        var lines = HexLines()
        if values[Self.file].isEmpty {
            try lines.take(Array(values[Self.hex].utf8), body)
        } else {
            _ = try context.read(values[Self.file]) { try lines.take($0, body) }
        }
        try lines.end(body)
    }

    private static func findings(_ faults: Int, of lines: Int) -> [CollectedFinding] {
        guard faults > 0 else { return [] }
        return [
            CollectedFinding(
                "undecoded-messages", .warning, "\(faults) of \(lines) messages cannot be decoded",
                subject: "decoded.jsonl", hint: "see the member 'error' of their lines")
        ]
    }
}
