/// The reason why bytes are not a JSON document, and where.
package struct JSONError: Error, Hashable, Sendable {
    /// The offset of the byte that cannot stand where it does.
    package let offset: Int
    /// The value that was being read.
    package let path: String
    /// What is wrong.
    package let message: String
    /// What would be right.
    package let hint: String
}
