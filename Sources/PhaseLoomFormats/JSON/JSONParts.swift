import PhaseLoom

/// The kinds of value that the formats are made of.
extension JSONValue {
    static func id(_ id: ID) -> JSONValue { .string(id.text) }

    static func ids(_ ids: [ID]) -> JSONValue { .array(ids.map { .string($0.text) }) }

    static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    /// An anchor, a target or a reference as files write it.
    static func text(_ value: some CustomStringConvertible) -> JSONValue { .string(value.description) }

    static func texts(_ values: [some CustomStringConvertible]) -> JSONValue { .array(values.map { .text($0) }) }

    static func optional(_ number: Double?) -> JSONValue { number.map { .number($0) } ?? .null }

    /// Option values by name, in order of names.
    static func options(_ values: [String: String]) -> JSONValue {
        .object(values.sorted { $0.key < $1.key }.map { JSONMember($0.key, .string($0.value)) })
    }

    /// Whether a file may leave the value out: `null`, `false`, or nothing inside.
    private var isEmpty: Bool {
        switch self {
        case .null, .bool(false): true
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        default: false
        }
    }

    /// The object with those of some members that say something.
    func addingUnlessEmpty(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        guard case .object(let own) = self else { return self }
        return .object(own + members.lazy.filter { !$0.value.isEmpty }.map { JSONMember($0.key, $0.value) })
    }
}

extension Bound {
    /// The bound with all its keys, open ends as `null`.
    var json: JSONValue {
        [
            "max": .optional(interval.max), "measure": .id(measure), "min": .optional(interval.min),
            "unit": unit.map { .string($0) } ?? .null,
        ]
    }
}

extension Condition {
    /// The triggers of the only clause, or the clauses with theirs; empty when it always holds.
    var json: JSONValue {
        guard let first = clauses.first, clauses.count == 1 else { return .array(clauses.map(Self.json)) }
        return Self.json(first)
    }

    private static func json(_ clause: [Trigger]) -> JSONValue {
        .array(
            clause.map { trigger in
                [
                    "bound": trigger.bound?.json ?? .null, "id": .id(trigger.id), "needs": .ids(trigger.needs),
                    "statement": .string(trigger.statement),
                ]
            })
    }
}
