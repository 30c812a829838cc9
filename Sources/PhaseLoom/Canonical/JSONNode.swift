/// A JSON value as it stands in a file, with the place of every part.
public struct JSONNode: Sendable {
    /// The offset of its first byte.
    public let offset: Int
    /// What it is.
    public let content: Content

    /// What stands in the file.
    public enum Content: Sendable {
        /// Nothing.
        case null
        /// True or false.
        case bool(Bool)
        /// A number without fraction and exponent that an `Int` can hold.
        case integer(Int)
        /// Any other number.
        case number(Double)
        /// A text.
        case string(String)
        /// A list.
        case array([JSONNode])
        /// Members in order of appearance, no two of one name.
        case object([Member])
    }

    /// A member of an object.
    public struct Member: Sendable {
        /// The name of the member.
        public let key: String
        /// The offset of the quotation mark before the name.
        public let offset: Int
        /// The value of the member.
        public let node: JSONNode
    }

    /// The value without its places.
    ///
    /// - Complexity: O(*n*) in the number of values; the reader has limited how deep they nest.
    public var value: JSONValue {
        switch content {
        case .null: .null
        case .bool(let value): .bool(value)
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .string(let text): .string(text)
        case .array(let nodes): .array(nodes.map(\.value))
        case .object(let members): .object(members.map { JSONMember($0.key, $0.node.value) })
        }
    }
}
