/// What is owed at the gate of closeout, because it landed on a phase that had passed.
public struct Debt: Hashable, Sendable {
    /// The phase on which it landed.
    public let phase: ID
    /// The obligation, or the artifact that the phase has to hand on now.
    public let subject: Decision.Subject
    /// When it has to be met; `nil` when closeout is the only limit.
    public let due: Timestamp?

    /// Makes a debt.
    public init(phase: ID, subject: Decision.Subject, due: Timestamp? = nil) {
        self.phase = phase
        self.subject = subject
        self.due = due
    }
}
