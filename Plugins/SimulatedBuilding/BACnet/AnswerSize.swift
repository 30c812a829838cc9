import BACnet

/// How many octets an answer takes.
///
/// Source: ANSI/ASHRAE 135-2020, clauses 20.1.5, 20.2 and 21.
enum AnswerSize {
    /// The octets of an answer with its header of three.
    static func octets(_ content: ComplexAck.Content) -> Int {
        switch content {
        case .readProperty(let ack): 3 + 5 + reference(ack.reference) + values(ack.values)
        case .readPropertyMultiple(let ack):
            ack.results.reduce(3) { sum, result in
                result.properties.reduce(sum + 7) { $0 + reference($1.reference) + outcome($1.outcome) }
            }
        default: 3
        }
    }

    private static func reference(_ reference: PropertyReference) -> Int {
        1 + octets(UInt64(reference.property.number)) + (reference.index.map { 1 + octets(UInt64($0)) } ?? 0)
    }

    private static func outcome(_ outcome: ReadPropertyMultipleAck.Outcome) -> Int {
        switch outcome {
        case .values(let values): self.values(values)
        case .error: 6
        }
    }

    private static func values(_ values: [BACnetValue]) -> Int { values.reduce(2) { $0 + octets($1) } }

    private static func octets(_ value: BACnetValue) -> Int {
        switch value {
        case .null, .boolean: 1
        case .unsigned(let number): 1 + octets(number)
        case .enumerated(let number): 1 + octets(UInt64(number))
        case .signed, .real, .objectIdentifier, .date, .time: 5
        case .double: 10
        case .octetString(let octets), .context(_, let octets): 3 + octets.count
        case .characterString(let text): 3 + text.octets.count
        case .bitString(let bits): 3 + bits.octets.count
        case .constructed(_, let values): self.values(values)
        }
    }

    private static func octets(_ number: UInt64) -> Int { max(1, (64 - number.leadingZeroBitCount + 7) / 8) }
}
