/// A stable, named place in every sequence, at which overlays aim without knowing a base's phase names.
public enum ExtensionPoint: String, Hashable, Sendable, CaseIterable {
    /// The request is taken in and qualified.
    case intake
    /// The existing environment is discovered.
    case assessment
    /// The work is bounded and signed.
    case scoping
    /// The solution is designed.
    case design
    /// The solution is built.
    case execution
    /// The result is tested against the acceptance criteria.
    case validation
    /// The result and its knowledge are handed over.
    case transfer
    /// The engagement is reconciled and closed.
    case closeout
    /// The result is in use.
    case operations
}

extension ExtensionPoint: Comparable {
    /// Orders the points as an engagement passes them.
    public static func < (one: ExtensionPoint, other: ExtensionPoint) -> Bool { one.rank < other.rank }

    var rank: Int {
        switch self {
        case .intake: 0
        case .assessment: 1
        case .scoping: 2
        case .design: 3
        case .execution: 4
        case .validation: 5
        case .transfer: 6
        case .closeout: 7
        case .operations: 8
        }
    }
}

extension ExtensionPoint: CustomStringConvertible {
    /// The point as files and people write it, such as `@design`.
    public var description: String { "@\(rawValue)" }
}

/// Something for each extension point.
struct PointTable<Value> {
    private var values: [Value]

    init(_ value: Value) { values = Array(repeating: value, count: ExtensionPoint.allCases.count) }

    subscript(point: ExtensionPoint) -> Value {
        get { values[point.rank] }
        _modify { yield &values[point.rank] }
    }
}
