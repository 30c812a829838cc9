/// Something that verification found in a composed sequence.
public struct Finding: Hashable, Sendable {
    /// The kind of finding.
    public let code: Code
    /// How grave it is: a sequence with an error cannot run.
    public let severity: Severity
    /// What was found, in a sentence.
    public let message: String
    /// The elements concerned; for a chain or cycle in its order.
    public let subjects: [String]
    /// The overlays to blame, in order of identifiers; ``ID/base`` for the base sequence.
    public let overlays: [ID]
    /// What to do about it.
    public let hint: String

    /// Makes a finding of its parts.
    package init(code: Code, severity: Severity, message: String, subjects: [String], overlays: [ID], hint: String) {
        self.code = code
        self.severity = severity
        self.message = message
        self.subjects = subjects
        self.overlays = overlays
        self.hint = hint
    }

    /// How grave a finding is.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// The sequence cannot run.
        case error
        /// The sequence can run, but probably not as meant.
        case warning
        /// Worth knowing.
        case note
    }

    /// The kinds of finding. Codes are stable: programs may rely on them.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// An obligation needs an artifact that nobody produces.
        case needUnproduced = "need-unproduced"
        /// An obligation waits for an artifact that cannot exist before it is met.
        case needBlocked = "need-blocked"
        /// An obligation needs an artifact that only conditional phases produce.
        case needConditional = "need-conditional"
        /// Too many conditions for a proof.
        case needUndecided = "need-undecided"
        /// A consumed artifact has no producer.
        case artifactUnproduced = "artifact-unproduced"
        /// A consumed artifact has no producer before its consumer.
        case artifactLate = "artifact-late"
        /// A consumed artifact has only producers that may be skipped.
        case artifactConditional = "artifact-conditional"
        /// Two phases that may run at once produce one artifact.
        case artifactContested = "artifact-contested"
        /// An artifact is used but nobody declares it.
        case artifactUndeclared = "artifact-undeclared"
        /// A track is used but nobody declares it.
        case trackUndeclared = "track-undeclared"
        /// A loop leads to a phase that does not come before its source.
        case loopForward = "loop-forward"
        /// A loop waits for a criterion that its source does not decide.
        case loopUndecided = "loop-undecided"
        /// A loop depends on a waived criterion.
        case loopWaived = "loop-waived"
        /// Execution may open without acceptance criteria.
        case acceptanceLate = "acceptance-late"
        /// A mandated obligation comes due after execution opened.
        case mandateLate = "mandate-late"
        /// A mandated obligation stands at a phase that may be skipped.
        case mandateConditional = "mandate-conditional"
        /// A deferred obligation comes due after closeout, or not after the phase that owes it.
        case deferralLate = "deferral-late"
        /// No phase holds an extension point.
        case pointUnheld = "point-unheld"
        /// Several phases hold an extension point.
        case pointContested = "point-contested"
        /// A phase may run at any time.
        case phaseFloating = "phase-floating"
    }
}
