public import PhaseLoom

/// A value of a point as it was read, with its kind.
public enum PointValue: Hashable, Sendable {
    /// Nothing, as an empty priority array has it.
    case null
    /// True or false.
    case boolean(Bool)
    /// A whole number without sign.
    case unsigned(UInt64)
    /// A whole number with sign.
    case signed(Int64)
    /// A number with fraction, single or double precision; the former as the shortest decimal that gives it back.
    case real(Double)
    /// The number of a state: 0 and 1 for binary values.
    case enumerated(UInt32)
    /// A text.
    case text(String)
    /// A row of bits such as `1010`, the first one first.
    case bits([Bool])
    /// Anything else, in the words of its protocol.
    case other(String)

    /// The value as a number; `nil` for what is none.
    public var number: Double? {
        switch self {
        case .boolean(let flag): flag ? 1 : 0
        case .unsigned(let number): Double(number)
        case .signed(let number): Double(number)
        case .real(let number): number
        case .enumerated(let number): Double(number)
        case .null, .text, .bits, .other: nil
        }
    }

    /// The value as people read it.
    public var text: String {
        switch self {
        case .null: "null"
        case .boolean(let flag): flag ? "true" : "false"
        case .unsigned(let number): String(number)
        case .signed(let number): String(number)
        case .real(let number): DecimalText.text(number)
        case .enumerated(let number): String(number)
        case .text(let text), .other(let text): text
        case .bits(let bits): bits.map { $0 ? "1" : "0" }.joined()
        }
    }

    private var kind: String {
        switch self {
        case .null: "null"
        case .boolean: "boolean"
        case .unsigned: "unsigned"
        case .signed: "signed"
        case .real: "real"
        case .enumerated: "enumerated"
        case .text: "text"
        case .bits: "bits"
        case .other: "other"
        }
    }

    /// The value as JSON: an object whose only key is the kind; numbers that JSON cannot hold stand as text.
    public var json: JSONValue {
        let content: JSONValue =
            switch self {
            case .boolean(let flag): .bool(flag)
            case .unsigned(let number): Int(exactly: number).map(JSONValue.integer) ?? .string(String(number))
            case .signed(let number): .integer(Int(number))
            case .real(let number): Self.json(number)
            case .enumerated(let number): .integer(Int(number))
            case .null: .bool(true)
            case .text, .bits, .other: .string(text)
            }
        return .object([JSONMember(kind, content)])
    }

    /// A real number as JSON; one that is not finite stands as text.
    static func json(_ number: Double) -> JSONValue {
        number.isFinite ? .number(number) : .string(DecimalText.text(number))
    }
}

extension PointValue {
    private static let kinds = ["null", "boolean", "unsigned", "signed", "real", "enumerated", "text", "bits", "other"]

    /// Reads what ``json`` writes.
    init(_ node: RecordNode) throws(RecordFault) {
        let object = try node.object(Self.kinds)
        var read: [PointValue] = []
        for kind in Self.kinds {
            if let value = try object.optional(kind, { node throws(RecordFault) in try Self.value(kind, node) }) {
                read.append(value)
            }
        }
        guard let value = read.first, read.count == 1 else {
            throw node.fault("this is no value", "write one like {\"real\": 20.5}")
        }
        self = value
    }

    private static func value(_ kind: String, _ node: RecordNode) throws(RecordFault) -> PointValue {
        switch kind {
        case "null":
            guard try node.flag() else { throw node.fault("this is no value", "write {\"null\": true}") }
            return .null
        case "boolean": return .boolean(try node.flag())
        case "unsigned": return .unsigned(try unsigned(node))
        case "signed": return .signed(Int64(try node.integer(in: .min ... .max)))
        case "real": return .real(try real(node))
        case "enumerated": return .enumerated(UInt32(truncatingIfNeeded: try node.integer(in: 0...0xFFFF_FFFF)))
        case "text": return .text(try node.text())
        case "bits":
            return .bits(
                try node.parsed("write a row of '0' and '1'") { text in
                    text.utf8.allSatisfy { $0 == 0x30 || $0 == 0x31 } ? text.utf8.map { $0 == 0x31 } : nil
                })
        default: return .other(try node.text())
        }
    }

    private static func unsigned(_ node: RecordNode) throws(RecordFault) -> UInt64 {
        if case .string(let text) = node.node.content, let number = UInt64(text), number > UInt64(Int.max) {
            return number
        }
        return UInt64(try node.integer())
    }

    /// Reads what `json(_:)` writes.
    static func real(_ node: RecordNode) throws(RecordFault) -> Double {
        switch node.node.content {
        case .string("nan"): return .nan
        case .string("inf"): return .infinity
        case .string("-inf"): return -.infinity
        default: return try node.number()
        }
    }
}
