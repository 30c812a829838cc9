/// What a third party gives on a provider: a certificate or an attestation report.
enum AssuranceForm: String, CaseIterable {
    case certificate
    case attestation
}

/// The form of assurance that a contract asks for.
enum AskedForm: String, CaseIterable {
    case certificate
    case attestation
    case either

    /// Whether a form satisfies the contract.
    func accepts(_ form: AssuranceForm) -> Bool { self == .either || rawValue == form.rawValue }
}
