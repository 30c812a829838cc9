public import PhaseLoom

/// A breach of a rule, with what shows it.
public struct PointFinding: Hashable, Sendable {
    /// The rule.
    public let rule: PointRule
    /// The point, device, file or trunk concerned.
    public let subject: String
    /// What is wrong, with the input quoted.
    public let message: String
    /// What would be right.
    public let hint: String
    /// What shows it, in the order in which it was met.
    public let evidence: [PointEvidence]

    /// Makes a finding of its parts.
    public init(_ rule: PointRule, subject: String, _ message: String, hint: String, evidence: [PointEvidence] = []) {
        self.rule = rule
        self.subject = subject
        self.message = message
        self.hint = hint
        self.evidence = evidence
    }

    /// Whether it is an error that no measure counts: of what it concerns, other counts cannot be trusted.
    ///
    /// What stands in a cell or a row that cannot be read is not known, and so is what it would have broken.
    var isUncounted: Bool { rule.severity == .error && rule.measure == nil }

    /// The finding on one line: place, severity, rule, message and hint.
    public var text: String {
        let place = evidence.first?.place ?? ""
        let start = place.isEmpty ? "" : place + ": "
        return "\(start)\(rule.severity.rawValue) \(rule.id): \(subject): \(message): \(hint)"
    }

    /// The finding as JSON with the keys `rule`, `severity`, `subject`, `message`, `hint` and `evidence`.
    public var json: JSONValue {
        [
            "rule": .string(rule.id), "severity": .string(rule.severity.rawValue), "subject": .string(subject),
            "message": .string(message), "hint": .string(hint), "evidence": .array(evidence.map(\.json)),
        ]
    }
}

extension [PointFinding] {
    /// The findings in their stable order: graver ones first, then by rule, place and subject.
    ///
    /// - Complexity: O(*n* log *n*).
    public var inOrder: [PointFinding] {
        enumerated().sorted { one, other in
            let (left, right) = (one.element, other.element)
            if left.rule.severity != right.rule.severity { return left.rule.severity < right.rule.severity }
            if left.rule.id != right.rule.id { return left.rule.id < right.rule.id }
            let (here, there) = (left.evidence.first, right.evidence.first)
            if here?.file != there?.file { return here?.file ?? "" < there?.file ?? "" }
            if here?.line != there?.line { return here?.line ?? 0 < there?.line ?? 0 }
            return (left.subject, one.offset) < (right.subject, other.offset)
        }.map(\.element)
    }

    /// How many breaches each of some measures counts, in the order of the measures.
    public func counts(of measures: [String]) -> [(measure: String, count: Int)] {
        let counted = Dictionary(grouping: self.compactMap(\.rule.measure)) { $0 }.mapValues(\.count)
        return measures.map { ($0, counted[$0] ?? 0) }
    }
}
