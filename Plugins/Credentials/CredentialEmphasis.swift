/// What a credential is about: a field, the products of one vendor, or a programming language.
public enum CredentialEmphasis: String, Hashable, Sendable, CaseIterable {
    /// Knowledge of a field, whatever products are used.
    case vendorNeutral = "vendor-neutral"
    /// Knowledge of the products of one vendor.
    case vendor
    /// Knowledge of one programming language.
    case language
}
