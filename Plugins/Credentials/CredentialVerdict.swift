/// Whether an assignment is covered by credentials; the better the later.
public enum CredentialVerdict: Int, Hashable, Sendable, CaseIterable {
    /// Nothing in the register fits.
    case uncovered
    /// Something fits, and ends too early.
    case expired
    /// What is recorded does not decide it.
    case unknown
    /// It is covered.
    case covered
}

extension CredentialVerdict: Comparable {
    /// Orders verdicts from the worst to the best.
    public static func < (one: CredentialVerdict, other: CredentialVerdict) -> Bool { one.rawValue < other.rawValue }
}
