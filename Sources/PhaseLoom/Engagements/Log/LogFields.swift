/// What is wrong with an entry of a log.
struct LogFault: Error, Hashable {
    let message: String

    init(_ message: String) { self.message = message }
}

/// The members of an object in a log, read by name and kind.
struct LogFields {
    private let members: [JSONNode.Member]

    init(_ node: JSONNode) throws(LogFault) {
        guard case .object(let members) = node.content else { throw LogFault("an entry is no object") }
        self.members = members
    }

    /// The value of a name; an absent one and `null` are the same.
    private func optional(_ key: StaticString) -> JSONNode? {
        let key = key.description
        guard let node = members.first(where: { $0.key == key })?.node else { return nil }
        if case .null = node.content { return nil }
        return node
    }

    func node(_ key: StaticString) throws(LogFault) -> JSONNode {
        guard let node = optional(key) else { throw LogFault("the key '\(key)' is missing") }
        return node
    }

    func fields(_ key: StaticString) throws(LogFault) -> LogFields { try LogFields(try node(key)) }

    func optionalFields(_ key: StaticString) throws(LogFault) -> LogFields? {
        guard let node = optional(key) else { return nil }
        return try LogFields(node)
    }

    func string(_ key: StaticString) throws(LogFault) -> String { try Self.string(try node(key)) }

    func optionalString(_ key: StaticString) throws(LogFault) -> String? {
        guard let node = optional(key) else { return nil }
        return try Self.string(node)
    }

    func bool(_ key: StaticString) throws(LogFault) -> Bool {
        guard case .bool(let value) = try node(key).content else { throw LogFault("'\(key)' is no truth value") }
        return value
    }

    func integer(_ key: StaticString) throws(LogFault) -> Int { try Self.integer(try node(key)) }

    func number(_ key: StaticString) throws(LogFault) -> Double {
        guard let value = try optionalNumber(key) else { throw LogFault("the key '\(key)' is missing") }
        return value
    }

    func optionalNumber(_ key: StaticString) throws(LogFault) -> Double? {
        guard let node = optional(key) else { return nil }
        return switch node.content {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: throw LogFault("'\(key)' is no number")
        }
    }

    func id(_ key: StaticString) throws(LogFault) -> ID { try Self.id(try node(key)) }

    func optionalID(_ key: StaticString) throws(LogFault) -> ID? {
        guard let node = optional(key) else { return nil }
        return try Self.id(node)
    }

    func time(_ key: StaticString) throws(LogFault) -> Timestamp {
        guard let time = try optionalTime(key) else { throw LogFault("the key '\(key)' is missing") }
        return time
    }

    func optionalTime(_ key: StaticString) throws(LogFault) -> Timestamp? {
        guard let text = try optionalString(key) else { return nil }
        do {
            return try Timestamp(parsing: text)
        } catch {
            throw LogFault(error.message)
        }
    }

    func digest(_ key: StaticString) throws(LogFault) -> Digest {
        do {
            return try Digest(parsing: try string(key))
        } catch let fault as InvalidValue {
            throw LogFault(fault.message)
        } catch {
            throw LogFault("the key '\(key)' is missing")
        }
    }

    func list<Value>(
        _ key: StaticString, _ read: (JSONNode) throws(LogFault) -> Value
    ) throws(LogFault) -> [Value] {
        guard case .array(let nodes) = try node(key).content else { throw LogFault("'\(key)' is no list") }
        var values: [Value] = []
        values.reserveCapacity(nodes.count)
        for node in nodes { values.append(try read(node)) }
        return values
    }

    func ids(_ key: StaticString) throws(LogFault) -> [ID] { try list(key, Self.id) }

    func strings(_ key: StaticString) throws(LogFault) -> [String] { try list(key, Self.string) }

    /// Texts by name.
    func texts(_ key: StaticString) throws(LogFault) -> [String: String] {
        guard case .object(let members) = try node(key).content else { throw LogFault("'\(key)' is no object") }
        var texts: [String: String] = [:]
        for member in members { texts[member.key] = try Self.string(member.node) }
        return texts
    }

    static func integer(_ node: JSONNode) throws(LogFault) -> Int {
        guard case .integer(let value) = node.content else { throw LogFault("a whole number is missing") }
        return value
    }

    private static func string(_ node: JSONNode) throws(LogFault) -> String {
        guard case .string(let text) = node.content else { throw LogFault("a text is missing") }
        return text
    }

    private static func id(_ node: JSONNode) throws(LogFault) -> ID {
        do {
            return try ID(try string(node))
        } catch let fault as InvalidValue {
            throw LogFault(fault.message)
        } catch {
            throw LogFault("a text is missing")
        }
    }
}
