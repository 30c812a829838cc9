/// Waives an obligation, which stays visible: "waive the board approval, because …, on the authority of …".
public struct Waive: Statement, Hashable {
    /// The obligation that is waived.
    public let obligation: ObligationReference
    /// Why it need not be met.
    public let reason: String
    /// Who decides so.
    public let authority: String

    /// Waives an obligation.
    ///
    /// - Precondition: the reason and the authority are not empty; text from outside goes through
    ///   ``init(checking:reason:authority:)``.
    public init(_ obligation: ObligationReference, because reason: String, onAuthorityOf authority: String) {
        do {
            try self.init(checking: obligation, reason: reason, authority: authority)
        } catch {
            preconditionFailure(error.description)
        }
    }

    /// Waives an obligation for a reason that comes from outside.
    ///
    /// - Throws: ``InvalidValue`` when the reason or the authority is empty.
    public init(checking obligation: ObligationReference, reason: String, authority: String) throws(InvalidValue) {
        guard !reason.isEmpty, !authority.isEmpty else {
            throw InvalidValue(
                "the waiver of '\(obligation)' names no \(reason.isEmpty ? "reason" : "authority")",
                hint: "a waiver says who decided and why")
        }
        self.obligation = obligation
        self.reason = reason
        self.authority = authority
    }

    /// The change that the sentence states.
    public var change: Change { Change(.waive(self)) }
}
