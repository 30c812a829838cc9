/// The reason why a file cannot be read or written.
public enum FileFailure: Error, Hashable, Sendable {
    /// The file is larger than the limit.
    case tooLarge
    /// The reader at the other end is gone.
    case closed
    /// The system refuses, and says why.
    case refused(String)
}

extension FileFailure: CustomStringConvertible {
    /// The reason in words, such as `no such file or directory`.
    public var description: String {
        switch self {
        case .tooLarge: "larger than the limit"
        case .closed: "nobody reads it any more"
        case .refused(let reason): reason
        }
    }
}
