/// The reason why bytes are not a JSON document, and where.
public struct JSONError: Error, Hashable, Sendable {
    /// The offset of the byte that cannot stand where it does.
    public let offset: Int
    /// The value that was being read.
    public let path: String
    /// What is wrong.
    public let message: String
    /// What would be right.
    public let hint: String
}
