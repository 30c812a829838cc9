/// Why a command was not carried out; nothing happened.
public struct Refusal: Error, Hashable, Sendable {
    /// The kind of refusal.
    public let code: Code
    /// What stands against it, in a sentence.
    public let message: String
    /// What to do about it.
    public let hint: String
    /// What is missing, where that is a list: unmet requirements, work that is owed, decisions to take.
    public let missing: [Decision]

    /// Describes a refusal.
    public init(_ code: Code, _ message: String, hint: String, missing: [Decision] = []) {
        self.code = code
        self.message = message
        self.hint = hint
        self.missing = missing
    }

    /// The kinds of refusal. Codes are stable: programs may rely on them.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The sequence did not pass verification.
        case unsound
        /// Something is named that does not exist.
        case unknown
        /// A text, a number or a moment is not acceptable.
        case invalid
        /// It happened already.
        case repeated
        /// The engagement ended.
        case ended
        /// The engagement is on hold.
        case held
        /// The phase is not where the command needs it.
        case phase = "wrong-phase"
        /// Entry requirements of the phase are not met.
        case entry = "entry-unmet"
        /// A trigger has to be decided first.
        case undecided
        /// A law or a contract demands the obligation: it cannot be waived.
        case mandated
        /// The loop may not be taken.
        case loop
        /// The limit of the loop is spent.
        case spent
        /// The work is not in the signed scope.
        case unscoped
        /// The scope is signed: only change orders alter it.
        case signed
        /// Something has to be finished first.
        case unfinished
        /// Phases may be compressed only with an incident record, and validation never.
        case compression
        /// Mandated obligations may be added or taken away only before execution opens, or by a change order.
        case carveOut = "carve-out"
        /// The amendment puts new obligations on passed phases and does not say whether they reopen or are owed.
        case landing
        /// The amendment was worked out for a sequence that does not hold any more.
        case outdated
        /// The log contradicts itself.
        case brokenLog = "broken-log"
    }
}

extension Refusal: CustomStringConvertible {
    /// The message and the hint on one line.
    public var description: String { "\(message): \(hint)" }
}
