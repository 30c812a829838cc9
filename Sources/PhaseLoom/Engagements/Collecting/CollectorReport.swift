/// What a collector brings back: evidence, findings, and what it all says.
public struct CollectorReport: Hashable, Sendable {
    /// The evidence, in the collector's order.
    public internal(set) var evidence: [CollectedEvidence]
    /// What was found beyond single pieces of evidence.
    public let findings: [CollectedFinding]
    /// What it all says: met also when there is nothing to decide.
    public let verdict: Verdict

    /// Makes a report.
    ///
    /// - Parameters:
    ///   - evidence: the evidence, in an order that depends on the input alone.
    ///   - findings: what was found beyond single pieces of evidence.
    ///   - verdict: what the collector decided by itself; an undefined measurement makes a met one undefined.
    public init(
        evidence: [CollectedEvidence], findings: [CollectedFinding] = [], verdict: Verdict = .met
    ) {
        self.evidence = evidence
        self.findings = findings
        let isDefined = evidence.allSatisfy { $0.draft.measurements.allSatisfy { $0.value != nil } }
        self.verdict = verdict.and(isDefined ? .met : .undefined)
    }
}
