/// What became of the check of a point, the gravest first.
public enum CheckoutResult: String, Hashable, Sendable, CaseIterable {
    /// An end of it could not be read.
    case unread
    /// It says itself that its value cannot be trusted, or shows what is no value.
    case unreliable
    /// It shows something else than it should.
    case differs
    /// It shows what it should, and the tester noted a deficiency.
    case deficient
    /// It was read, and nobody said what it should show.
    case open
    /// It shows what it should.
    case agrees

    /// What the result means, in a few words.
    public var explanation: String {
        switch self {
        case .unread: "could not be read"
        case .unreliable: "value not to be trusted"
        case .differs: "shows something else"
        case .deficient: "deficiency noted by the tester"
        case .open: "nothing to compare with"
        case .agrees: "as expected"
        }
    }
}
