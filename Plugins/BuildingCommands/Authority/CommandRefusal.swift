/// The reason why an order is not carried out.
public struct CommandRefusal: Error, Hashable, Sendable {
    /// The kind of reason.
    public let code: Code
    /// What stands against it.
    public let message: String
    /// What would help.
    public let hint: String

    /// The kinds of reason.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The engagement asks for no signed order, so that nothing may be written in it.
        case notForeseen
        /// The order is not signed by who has to sign it.
        case unsigned
        /// The file is not the one that was signed.
        case changed
        /// The order was carried out already, at least in part.
        case repeated
        /// The engagement is not where commands are carried out.
        case phase
        /// A command may not be written now.
        case time
    }
}

extension CommandRefusal: CustomStringConvertible {
    /// The reason with what would help.
    public var description: String { "\(message): \(hint)" }
}
