/// A verdict with the reasons for it and the evidence that it rests on.
public struct Judgement: Hashable, Sendable {
    /// What the evidence says.
    public let verdict: Verdict
    /// Why, in sentences that people read; empty when it is met and nothing needs saying.
    public let reasons: [String]
    /// The numbers of the evidence that it rests on, ascending.
    public let evidence: [Int]

    /// Makes a judgement.
    public init(_ verdict: Verdict, _ reasons: [String] = [], evidence: [Int] = []) {
        self.verdict = verdict
        self.reasons = reasons
        self.evidence = evidence
    }

    /// The judgement on two statements that both have to hold.
    public func and(_ other: Judgement) -> Judgement { joined(other, verdict.and(other.verdict)) }

    /// The judgement on two statements of which one has to hold.
    public func or(_ other: Judgement) -> Judgement {
        switch (verdict, other.verdict) {
        case (.met, _): self
        case (_, .met): other
        default: joined(other, verdict.or(other.verdict))
        }
    }

    private func joined(_ other: Judgement, _ verdict: Verdict) -> Judgement {
        // Two statements about one artifact have the same reason when it is missing.
        let new = other.reasons.filter { !reasons.contains($0) }
        return Judgement(verdict, reasons + new, evidence: (evidence + other.evidence).sortedAndUnique)
    }
}
