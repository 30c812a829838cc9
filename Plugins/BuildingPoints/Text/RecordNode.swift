import PhaseLoom

/// What is wrong with a value of a JSON document; the reader of the file adds line and column.
struct RecordFault: Error {
    let offset: Int
    let path: String
    let message: String
    let hint: String
}

/// A value of a JSON document that is read strictly, with the way that leads to it.
struct RecordNode {
    let node: JSONNode
    private let parent: String
    private let step: Step

    private enum Step {
        case root
        case key(String)
        case index(Int)
    }

    private init(_ node: JSONNode, _ parent: String, _ step: Step) {
        self.node = node
        self.parent = parent
        self.step = step
    }

    /// Reads a document and makes something of its root.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    static func read<Value>(
        _ bytes: [UInt8], from file: String, upTo limit: Int = JSONReader.sizeLimit,
        _ body: (RecordNode) throws(RecordFault) -> Value
    ) throws(RecordError) -> Value {
        do {
            let root = try JSONReader.read(bytes, upTo: limit)
            return try body(RecordNode(root, "$", .root))
        } catch let error as JSONError {
            throw RecordError(bytes, file, error.offset, error.path, error.message, error.hint)
        } catch let fault as RecordFault {
            throw RecordError(bytes, file, fault.offset, fault.path, fault.message, fault.hint)
        } catch {
            throw RecordError(bytes, file, 0, "$", "the file cannot be read", "write it anew")
        }
    }

    /// The way from the root, as RFC 9535 writes it.
    var path: String {
        switch step {
        case .root: parent
        case .key(let key): parent + "." + key
        case .index(let index): "\(parent)[\(index)]"
        }
    }

    func fault(_ message: String, _ hint: String) -> RecordFault {
        RecordFault(offset: node.offset, path: path, message: message, hint: hint)
    }

    // MARK: values

    func text() throws(RecordFault) -> String {
        guard case .string(let text) = node.content else { throw fault("this is no text", "put it in quotes") }
        return text
    }

    func integer(in range: ClosedRange<Int> = 0...Int.max) throws(RecordFault) -> Int {
        guard case .integer(let value) = node.content, range.contains(value) else {
            throw fault(
                "this is no number that can stand here",
                "write a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    func number() throws(RecordFault) -> Double {
        switch node.content {
        case .integer(let value): return Double(value)
        case .number(let value): return value
        default: throw fault("this is no number", "write one like 0.5")
        }
    }

    func flag() throws(RecordFault) -> Bool {
        guard case .bool(let value) = node.content else {
            throw fault("this is neither true nor false", "write true or false")
        }
        return value
    }

    func moment() throws(RecordFault) -> Timestamp {
        let text = try text()
        do {
            return try Timestamp(parsing: text)
        } catch {
            throw fault(error.message, error.hint)
        }
    }

    func octets() throws(RecordFault) -> [UInt8] {
        let text = try text()
        guard let octets = Hexadecimal.octets(text) else {
            throw fault("'\(text.clipped)' is no row of octets", "write two hexadecimal digits for each")
        }
        return octets
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ type: Choice.Type = Choice.self
    ) throws(RecordFault) -> Choice where Choice.RawValue == String {
        let text = try text()
        guard let choice = Choice(rawValue: text) else {
            let words = Choice.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            throw fault("'\(text.clipped)' cannot stand here", "write one of \(words)")
        }
        return choice
    }

    /// Reads a text that stands for something.
    func parsed<Value>(_ hint: String, _ parse: (String) -> Value?) throws(RecordFault) -> Value {
        let text = try text()
        guard let value = parse(text) else { throw fault("'\(text.clipped)' cannot stand here", hint) }
        return value
    }

    // MARK: containers

    func list<Value>(_ body: (RecordNode) throws(RecordFault) -> Value) throws(RecordFault) -> [Value] {
        guard case .array(let nodes) = node.content else { throw fault("this is no list", "put it in brackets") }
        let path = path
        var values: [Value] = []
        values.reserveCapacity(nodes.count)
        for (index, node) in nodes.enumerated() { values.append(try body(RecordNode(node, path, .index(index)))) }
        return values
    }

    /// Opens an object that may have the given keys and no other.
    func object(_ keys: [String]) throws(RecordFault) -> RecordObject {
        guard case .object(let members) = node.content else { throw fault("this is no object", "put it in braces") }
        let path = path
        var values: [String: RecordNode] = [:]
        for member in members {
            guard keys.contains(member.key) else {
                throw RecordFault(
                    offset: member.offset, path: path, message: "there is no key '\(member.key.clipped)' here",
                    hint: "the keys are \(keys.map { "'\($0)'" }.joined(separator: ", "))")
            }
            if case .null = member.node.content { continue }
            values[member.key] = RecordNode(member.node, path, .key(member.key))
        }
        return RecordObject(node: self, values: values)
    }

    /// Opens an object of a format that others may add keys to.
    func anyObject() throws(RecordFault) -> RecordObject {
        guard case .object(let members) = node.content else { throw fault("this is no object", "put it in braces") }
        let path = path
        var values: [String: RecordNode] = [:]
        for member in members {
            if case .null = member.node.content { continue }
            values[member.key] = RecordNode(member.node, path, .key(member.key))
        }
        return RecordObject(node: self, values: values)
    }

    /// Checks that a document says its format.
    func object(_ keys: [String], format: String) throws(RecordFault) -> RecordObject {
        let object = try object(["format"] + keys)
        let stated = try object.required("format")
        guard try stated.text() == format else {
            throw stated.fault("the format is not '\(format)'", "write \"format\": \"\(format)\"")
        }
        return object
    }
}

/// The members of a JSON object that are there and not `null`.
struct RecordObject {
    fileprivate let node: RecordNode
    fileprivate let values: [String: RecordNode]

    fileprivate init(node: RecordNode, values: [String: RecordNode]) {
        self.node = node
        self.values = values
    }

    func required(_ key: String) throws(RecordFault) -> RecordNode {
        guard let value = values[key] else { throw node.fault("the key '\(key)' is missing", "add '\(key)'") }
        return value
    }

    func optional<Value>(_ key: String, _ body: (RecordNode) throws(RecordFault) -> Value) throws(RecordFault) -> Value?
    {
        guard let value = values[key] else { return nil }
        return try body(value)
    }

    /// The elements of a list; none where the key is absent.
    func list<Value>(_ key: String, _ body: (RecordNode) throws(RecordFault) -> Value) throws(RecordFault) -> [Value] {
        guard let value = values[key] else { return [] }
        return try value.list(body)
    }
}

extension RecordError {
    fileprivate init(
        _ bytes: [UInt8], _ file: String, _ offset: Int, _ path: String, _ message: String, _ hint: String
    ) {
        let place = LineIndex(bytes).place(of: offset)
        self.init(file: file, line: place.line, column: place.column, path: path, message: message, hint: hint)
    }
}
