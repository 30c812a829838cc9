import PhaseLoom

/// An object of a file that is being read.
struct ObjectCursor {
    let cursor: JSONCursor
    private let members: [JSONNode.Member]

    init(_ cursor: JSONCursor, _ members: [JSONNode.Member]) {
        self.cursor = cursor
        self.members = members
    }

    /// The value of a name; an absent one and `null` are the same.
    func optional(_ key: String) -> JSONCursor? {
        guard let member = members.first(where: { $0.key == key }) else { return nil }
        if case .null = member.node.content { return nil }
        return cursor.child(member)
    }

    /// Whether the name is there, be it with `null`.
    func contains(_ key: String) -> Bool { members.contains { $0.key == key } }

    /// The value of a name that has to be there.
    func required(_ key: String) -> JSONCursor? {
        guard let member = members.first(where: { $0.key == key }) else {
            cursor.refuse("the key '\(key)' is missing", hint: "add '\(key)'")
            return nil
        }
        return cursor.child(member)
    }

    /// A list that may be absent.
    ///
    /// What cannot be read is noted and left out; a file with notes is refused in the end.
    func list<Value>(_ key: String, of read: (JSONCursor) -> Value?) -> [Value] {
        optional(key)?.list(of: read) ?? []
    }

    /// A list of identifiers that may be absent.
    func ids(_ key: String) -> [ID] { list(key) { $0.id() } }

    /// A list of strings that may be absent.
    func strings(_ key: String) -> [String] { list(key) { $0.string() } }

    /// A list of anchors that may be absent.
    func anchors(_ key: String) -> [Anchor] { list(key) { $0.parsed(Anchor.init(parsing:)) } }

    /// Checks the name and version of the file's format.
    ///
    /// - Returns: whether the rest of the file is worth reading.
    func hasFormat(_ format: String) -> Bool {
        guard let found = required("format") else { return true }
        guard let text = found.string() else { return true }
        if text == format { return true }
        found.refuse("'\(text.excerpt)' is not a format that is read here", hint: "use '\(format)'")
        return false
    }
}
