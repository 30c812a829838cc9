/// A rule that points on record have to keep.
public struct PointRule: Hashable, Sendable {
    /// The stable name that programs may rely on, such as `duplicate-object`.
    public let id: String
    /// How grave a breach is.
    public let severity: PointSeverity
    /// What the rule asks for, in a sentence.
    public let explanation: String
    /// Where the rule comes from: a standard with its clause, or a practice.
    public let source: String
    /// The measure of an integration design that breaches count for; `nil` for none.
    public let measure: String?

    init(_ id: String, _ severity: PointSeverity, _ explanation: String, source: String, measure: String? = nil) {
        self.id = id
        self.severity = severity
        self.explanation = explanation
        self.source = source
        self.measure = measure
    }
}

/// How grave the breach of a rule is.
public enum PointSeverity: String, Hashable, Sendable, CaseIterable {
    /// The design cannot be built as it is.
    case error
    /// The design can be built, but probably not as meant.
    case warning
    /// Worth knowing.
    case note
}

extension PointSeverity: Comparable {
    /// Whether one is graver than the other.
    public static func < (one: PointSeverity, other: PointSeverity) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }
}
