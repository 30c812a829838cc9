public import PhaseLoom

/// What the law of a jurisdiction asks of those who do a class of work.
public struct LicenceRule: Hashable, Sendable {
    /// The jurisdiction, such as `us-ca`.
    public let jurisdiction: ID
    /// The class of work, such as `low-voltage`.
    public let taskClass: ID
    /// The classes of licence of which one is needed; none when the rule says that no licence is.
    public let licenceClasses: [ID]
    /// The source of the rule, such as a section of a code.
    public let source: String

    /// States a rule.
    public init(_ jurisdiction: ID, _ taskClass: ID, licenceClasses: [ID], source: String) {
        self.jurisdiction = jurisdiction
        self.taskClass = taskClass
        self.licenceClasses = licenceClasses
        self.source = source
    }
}

extension [LicenceRule] {
    /// The licence that a class of work needs in a jurisdiction; `nil` when no rule is known, which does not mean none.
    ///
    /// Several rules on the same work must all be met.
    ///
    /// - Complexity: O(*n*) in the number of rules.
    public func need(for taskClass: ID, in jurisdiction: ID) -> CredentialNeed? {
        let rules = filter { $0.jurisdiction == jurisdiction && $0.taskClass == taskClass }
        guard !rules.isEmpty else { return nil }
        let needs = rules.filter { !$0.licenceClasses.isEmpty }.map { CredentialNeed.licence(anyOf: $0.licenceClasses) }
        return needs.count == 1 ? needs[0] : .all(needs)
    }
}

extension CredentialRegister {
    /// Says whether somebody may do a class of work in a jurisdiction on every day from one to another.
    ///
    /// Where no rule is known, the verdict is unknown: licences vary by state and by trade, and no rule on file is not a
    /// rule that none is needed.
    ///
    /// - Parameters:
    ///   - taskClass: the class of work, such as `low-voltage`.
    ///   - jurisdiction: where it is done, such as `us-ca`.
    ///   - holder: who does it.
    ///   - from: the first day of the work.
    ///   - until: the last day of the work.
    ///   - rules: the rules that are known.
    /// - Returns: the verdict.
    /// - Complexity: O(*n* + *m*) in the number of entries and rules.
    public func verdict(
        on taskClass: ID, in jurisdiction: ID, of holder: ID, from: Day, until: Day, under rules: [LicenceRule]
    ) -> CredentialVerdict {
        guard let need = rules.need(for: taskClass, in: jurisdiction) else { return .unknown }
        return verdict(on: need, of: holder, from: from, until: until)
    }
}
