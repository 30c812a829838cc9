/// Why a store could not do what it was asked.
public struct StoreError: Error, Hashable, Sendable {
    /// The kind of failure.
    public let code: Code
    /// What happened, in a sentence.
    public let message: String
    /// What to do about it.
    public let hint: String

    /// Describes a failure.
    public init(_ code: Code, _ message: String, hint: String) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// The kinds of failure.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The log has another length than expected: someone else was faster. Load it again and decide again.
        case conflict
        /// Others kept the place locked for too long. Trying again may help.
        case busy
        /// There is no room left.
        case full
        /// The place may only be read.
        case readOnly = "read-only"
        /// What is stored is damaged.
        case damaged
        /// A later version of the program wrote it.
        case newerFormat = "newer-format"
        /// It is something else than a store.
        case foreign
        /// The place cannot be opened, read or written.
        case unavailable
        /// The batch contradicts itself.
        case invalid
        /// The place refused what the program asked of it: a mistake of the program, unless what is stored is damaged.
        case defect
    }
}

extension StoreError: CustomStringConvertible {
    /// The message and the hint on one line.
    public var description: String { "\(message): \(hint)" }
}
