/// Reads measurements from JSON.
///
/// They stand as `{"name": 0.9}`, `{"name": {"value": 0.9, "unit": "d"}}` or
/// `[{"name": "name", "value": 0.9, "unit": "d"}]`.
struct MeasurementJSON {
    private var log = MeasurementLog()

    /// Reads a whole document into a log.
    static func read(_ bytes: [UInt8]) -> MeasurementLog {
        var reading = MeasurementJSON()
        do {
            let root = try JSONReader.read(bytes, takingNonFinite: true)
            reading.measurements(root)
        } catch {
            reading.log.note(InputProblem(error.offset, error.message, hint: error.hint))
        }
        return reading.log
    }

    private mutating func measurements(_ root: JSONNode) {
        switch root.content {
        case .object(let members):
            for member in members where !log.isFull { take((member.key, member.offset), member.node) }
        case .array(let elements):
            for element in elements where !log.isFull { take(element) }
        default:
            log.note(root.offset, "this is no list of measurements", hint: "write them like {\"accuracy\": 0.9}")
        }
    }

    /// Takes a measurement that stands under its name.
    private mutating func take(_ name: (String, Int), _ node: JSONNode) {
        guard case .object(let members) = node.content else { return log.take(name, value(node), ("", 0)) }
        guard let parts = parts(members, of: node, known: ["value", "unit"]), let value = parts["value"] else { return }
        guard let unit = unit(parts["unit"]) else { return }
        log.take(name, self.value(value), unit)
    }

    /// Takes a measurement that says its name itself.
    private mutating func take(_ node: JSONNode) {
        guard case .object(let members) = node.content else {
            return log.note(
                node.offset, "this is no measurement", hint: "write it like {\"name\": \"accuracy\", \"value\": 0.9}")
        }
        guard let parts = parts(members, of: node, known: ["name", "value", "unit"]), let name = parts["name"],
            let value = parts["value"], let unit = unit(parts["unit"])
        else { return }
        guard case .string(let text) = name.content else {
            return log.note(name.offset, "this is no name", hint: "put it in quotes")
        }
        log.take((text, name.offset), self.value(value), unit)
    }

    /// The members of a measurement; the unit alone may be absent.
    private mutating func parts(
        _ members: [JSONNode.Member], of node: JSONNode, known: [String]
    ) -> [String: JSONNode]? {
        var parts: [String: JSONNode] = [:]
        var isKnown = true
        for member in members {
            if known.contains(member.key) {
                parts[member.key] = member.node
            } else {
                isKnown = false
                let nearest = Suggestion.nearest(to: member.key, among: known)
                let hint = nearest.map { "did you mean '\($0)'?" } ?? "use \(Words.list(known))"
                log.note(member.offset, "there is no key '\(member.key.excerpt)' here", hint: hint)
            }
        }
        guard isKnown else { return nil }
        for key in known where key != "unit" && parts[key] == nil {
            log.note(node.offset, "the key '\(key)' is missing", hint: "add '\(key)'")
            return nil
        }
        return parts
    }

    private mutating func value(_ node: JSONNode) -> MeasuredValue? {
        switch node.content {
        case .null: return .undefined("null")
        case .integer(let value): return .number(Double(value))
        case .number(let value): return value.isFinite ? .number(value) : .undefined(value.isNaN ? "NaN" : "Infinity")
        case .string(let text): return log.value(text, at: node.offset)
        case .bool(let value):
            log.note(node.offset, "'\(value)' is not a number", hint: "write 1 or 0")
        case .array, .object:
            log.note(node.offset, "this is not a number", hint: "give one number for each name")
        }
        return nil
    }

    /// The unit, empty for none; `nil` when it is no text, which is noted.
    private mutating func unit(_ node: JSONNode?) -> (text: String, offset: Int)? {
        switch node?.content {
        case nil, .null?: return ("", 0)
        case .string(let text)?: return (text, node?.offset ?? 0)
        default:
            log.note(node?.offset ?? 0, "this is no unit", hint: "put it in quotes")
            return nil
        }
    }
}
