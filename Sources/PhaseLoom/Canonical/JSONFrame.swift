/// A list or object that is still open while its document is read.
struct JSONFrame {
    enum Kind: Equatable {
        case array
        case object

        var close: UInt8 { self == .array ? UInt8(ascii: "]") : UInt8(ascii: "}") }
    }

    let kind: Kind
    private let offset: Int
    private var elements: [JSONNode] = []
    private var members: [JSONNode.Member] = []
    /// The names so far, once they are too many to compare one by one.
    private var names: Set<String> = []
    private(set) var openKey: String?
    private var keyOffset = 0

    private static let fewNames = 16

    init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }

    /// How many elements the list has so far.
    var count: Int { elements.count }

    /// Starts a member, unless the object has one of that name.
    ///
    /// Names are compared as Swift compares texts: two ways to write the same accented letter are one name, because a
    /// dictionary could not tell them apart.
    mutating func open(_ key: String, at offset: Int) -> Bool {
        openKey = key
        keyOffset = offset
        guard members.count >= Self.fewNames else { return !members.contains { $0.key == key } }
        if names.isEmpty { names = Set(members.map(\.key)) }
        return names.insert(key).inserted
    }

    /// Adds a value to the list, or gives it to the member that was started.
    mutating func append(_ node: JSONNode) {
        if let key = openKey {
            members.append(JSONNode.Member(key: key, offset: keyOffset, node: node))
            openKey = nil
        } else {
            elements.append(node)
        }
    }

    /// The finished list or object.
    var node: JSONNode {
        JSONNode(offset: offset, content: kind == .array ? .array(elements) : .object(members))
    }
}
