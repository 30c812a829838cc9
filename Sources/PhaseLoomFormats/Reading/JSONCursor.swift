import PhaseLoom

/// A value of a file that is being read: it gives what is asked of it, or notes why it cannot.
struct JSONCursor {
    let node: JSONNode
    let path: JSONPath
    let log: ProblemLog

    init(_ node: JSONNode, _ path: JSONPath, _ log: ProblemLog) {
        self.node = node
        self.path = path
        self.log = log
    }

    /// Notes that the value cannot be used.
    func refuse(_ message: @autoclosure () -> String, hint: @autoclosure () -> String) {
        log.note(self, InvalidValue(message(), hint: hint()))
    }

    /// What a person calls the kind of value.
    private var kind: String {
        switch node.content {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .integer, .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }

    private func refuse<Value>(expecting expected: String) -> Value? {
        refuse("this is \(kind)", hint: "use \(expected)")
        return nil
    }

    /// The string.
    func string() -> String? {
        guard case .string(let text) = node.content else { return refuse(expecting: "a string") }
        return text
    }

    /// The string, unless it is blank.
    func nonEmptyString() -> String? {
        guard let text = string() else { return nil }
        guard log.isForgiving || text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            refuse("the string is empty", hint: "say something a person can read")
            return nil
        }
        return text
    }

    /// The value that a string stands for.
    func parsed<Value>(_ parse: (String) throws(InvalidValue) -> Value) -> Value? {
        string().flatMap { text in checked { () throws(InvalidValue) in try parse(text) } }
    }

    /// What a computation gives, with its refusal noted here.
    func checked<Value>(_ compute: () throws(InvalidValue) -> Value) -> Value? {
        do {
            return try compute()
        } catch {
            log.note(self, error)
            return nil
        }
    }

    /// The identifier.
    func id() -> ID? { parsed { text throws(InvalidValue) in try ID(text) } }

    /// The truth value.
    func bool() -> Bool? {
        guard case .bool(let value) = node.content else { return refuse(expecting: "true or false") }
        return value
    }

    /// The number.
    func number() -> Double? {
        switch node.content {
        case .integer(let value): return Double(value)
        case .number(let value): return value
        default: return refuse(expecting: "a number")
        }
    }

    /// The whole number.
    func integer() -> Int? {
        switch node.content {
        case .integer(let value): return value
        case .number(let value):
            // Not `Int(exactly:)`: it needs the mathematical library.
            guard value.magnitude < 0x1p63, Double(Int(value)) == value else {
                refuse("\(value.canonicalText) is not a whole number in range", hint: "use a whole number")
                return nil
            }
            return Int(value)
        default: return refuse(expecting: "a whole number")
        }
    }

    /// The whole number, from 1.
    func count() -> Int? {
        guard let value = integer() else { return nil }
        guard value >= 1 else {
            refuse("\(value) is too small", hint: "use a whole number of at least 1")
            return nil
        }
        return value
    }

    /// The word of a closed set.
    func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type, _ kind: String) -> Word?
    where Word.RawValue == String {
        guard let text = string() else { return nil }
        if let word = Word(rawValue: text) { return word }
        refuse("'\(text.excerpt)' is not \(kind)", hint: Self.hint(for: text, among: Word.allCases.map(\.rawValue)))
        return nil
    }

    /// The elements of a list, each read in the same way; those that cannot be read are noted and left out.
    func list<Value>(of read: (JSONCursor) -> Value?) -> [Value]? { elements()?.compactMap(read) }

    /// The elements of a list that has at least one.
    func nonEmptyList<Value>(of read: (JSONCursor) -> Value?) -> [Value]? {
        guard let values = list(of: read) else { return nil }
        guard case .array(let nodes) = node.content, nodes.isEmpty else { return values }
        refuse("the list is empty", hint: "name at least one")
        return nil
    }

    /// The elements of a list.
    func elements() -> [JSONCursor]? {
        guard case .array(let nodes) = node.content else { return refuse(expecting: "a list in […]") }
        return nodes.enumerated().map { JSONCursor($1, .element(path, $0), log) }
    }

    /// The object, with every name checked against those that it may have.
    ///
    /// - Parameters:
    ///   - known: the names that it may have.
    ///   - format: the format that it has to name, when it is a whole file; nothing else of another format is read.
    /// - Returns: the object; `nil` when it is none, or of another format.
    func object(_ known: [String], format: String? = nil) -> ObjectCursor? {
        guard let members = members() else { return nil }
        if let format, !ObjectCursor(self, members).hasFormat(format) { return nil }
        for member in members where !known.contains(member.key) { refuse(unknown: member, among: known) }
        return ObjectCursor(self, members)
    }

    /// The kind and the content of an object whose only key says what it is.
    ///
    /// - Parameters:
    ///   - type: the kinds.
    ///   - noun: what a person calls such an object.
    /// - Returns: the kind with the value of its key.
    func only<Kind: RawRepresentable & CaseIterable>(_ type: Kind.Type, _ noun: String) -> (Kind, JSONCursor)?
    where Kind.RawValue == String {
        let kinds = Kind.allCases.map(\.rawValue)
        guard let members = members(), object(kinds) != nil else { return nil }
        guard members.count == 1, let member = members.first else {
            refuse(
                "a \(noun) with \(members.isEmpty ? "no kind" : "\(members.count) kinds")",
                hint: "give each \(noun) one key: " + kinds.map { "'\($0)'" }.joined(separator: ", "))
            return nil
        }
        return Kind(rawValue: member.key).map { ($0, child(member)) }
    }

    /// The members of an object, whatever their names.
    func members() -> [JSONNode.Member]? {
        guard case .object(let members) = node.content else { return refuse(expecting: "an object in {…}") }
        return members
    }

    /// The value of a member.
    func child(_ member: JSONNode.Member) -> JSONCursor { JSONCursor(member.node, .member(path, member.key), log) }

    private func refuse(unknown member: JSONNode.Member, among known: [String]) {
        log.note(
            child(member), at: member.offset,
            InvalidValue("there is no key '\(member.key.excerpt)' here", hint: Self.hint(for: member.key, among: known))
        )
    }

    static func hint(for word: String, among words: [String]) -> String {
        if let nearest = Suggestion.nearest(to: word, among: words) { return "did you mean '\(nearest)'?" }
        return "use one of " + words.map { "'\($0)'" }.joined(separator: ", ")
    }
}
