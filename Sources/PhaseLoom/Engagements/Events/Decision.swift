/// What a gate decided about one obligation, and why.
public struct Decision: Hashable, Sendable {
    /// The phase at which the obligation stands; another one than the gate's for deferred and owed obligations.
    public let phase: ID
    /// The obligation, or the artifact that the phase has to hand on.
    public let subject: Subject
    /// What the evidence said.
    public let judgement: Judgement
    /// Who waived it; `nil` unless it is let through by a waiver.
    public let waivedBy: String?

    /// What is decided.
    public enum Subject: Hashable, Sendable {
        /// A criterion or an entry requirement.
        case obligation(ID)
        /// An artifact that the phase has to hand on.
        case artifact(ID)
        /// A phase that has to be finished first, because an amendment put it before one that was open already.
        case predecessor(ID)
    }

    /// Makes a decision.
    public init(phase: ID, subject: Subject, judgement: Judgement, waivedBy: String? = nil) {
        self.phase = phase
        self.subject = subject
        self.judgement = judgement
        self.waivedBy = waivedBy
    }

    /// Whether it lets the gate open.
    public var isSatisfied: Bool { judgement.verdict == .met || waivedBy != nil }
}
