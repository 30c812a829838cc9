import PhaseLoom

/// What management systems after ISO have in common: independent audit, review, improvement, certificate.
struct ManagementSystem {
    /// The beginning of the names of its artifacts and obligations.
    let prefix: String
    /// What it is the management system of, as titles say it.
    let name: String
    /// The standard with its edition.
    let standard: String
    /// Whether a contract makes it binding.
    let isBinding: Bool

    /// The option that asks for a certificate.
    static let certificate = OverlayOption<Bool>.flag(
        "certificate", help: "whether an accredited body certifies conformance before the engagement ends",
        default: false)

    /// The name of something that each management system has of its own.
    func named(_ name: String) -> ID { "\(prefix)-\(name)" }

    /// A clause of the standard as a source.
    func clause(_ number: String) -> String { "\(standard), \(number)" }

    /// Scope (clause 4) at assessment, policy (clause 5) at scoping.
    @OverlayBuilder var foundation: OverlayBody {
        Artifact(named("scope"), "Scope of the \(name): services, sites, interested parties")
        Artifact(named("policy"), "Policy of the \(name), with roles and objectives")
        Produce([named("scope")], in: .assessment)
        Produce([named("policy")], in: .scoping)
        Expect(named("scope-defined"), "The scope of the \(name) is defined", atGateOf: .assessment)
            .needing(named("scope")).mandated(where: isBinding).citing(clause("4"))
        Expect(named("policy-approved"), "Top management has signed the policy of the \(name)", atGateOf: .scoping)
            .signed(named("policy"), by: "top-management").mandated(where: isBinding).citing(clause("5"))
    }

    /// Internal audit and review (clause 9) at validation, improvement (clause 10) at closeout.
    @OverlayBuilder var evaluation: OverlayBody {
        Artifact(named("internal-audit"), "Internal audit of the \(name): programme, findings, auditor")
        Artifact(named("management-review"), "Management review of the \(name), with decisions")
        Artifact(named("improvement-record"), "Nonconformities of the \(name), with causes and corrections")
        Produce([named("internal-audit"), named("management-review")], in: .validation)
        Produce([named("improvement-record")], in: .closeout)
        Expect(named("audited"), "Nobody has audited their own part of the \(name)", atGateOf: .validation)
            .signed(named("internal-audit"), by: "internal-auditor", separately: true)
            .mandated(where: isBinding).citing(clause("9.2"))
        Expect(named("reviewed"), "Top management has reviewed the \(name)", atGateOf: .validation)
            .signed(named("management-review"), by: "top-management").mandated(where: isBinding)
            .citing(clause("9.3"))
        Expect(named("improved"), "Nonconformities of the \(name) are corrected with their causes", atGateOf: .closeout)
            .needing(named("improvement-record")).measured(named("open-nonconformities"), .exactly(0))
            .mandated(where: isBinding).citing(clause("10"))
    }

    /// The certificate, which an accredited body issues after its audit and never before.
    @OverlayBuilder var certification: OverlayBody {
        Artifact(named("certificate"), "Certificate of the \(name): body, scope, dates of audit and issue")
        Artifact(named("accreditation-proof"), "Proof that the body is accredited to certify a \(name)")
        Produce([named("certificate"), named("accreditation-proof")], in: .closeout)
        Expect(
            named("certified"), "An accredited body has audited the \(name) and then certified it", atGateOf: .closeout
        )
        .needing(named("accreditation-proof"))
        .signed(named("certificate"), by: "certification-body", separately: true)
        .measured(named("days-from-audit-to-issue"), .atLeast(0), unit: "d").mandated(where: isBinding)
        .citing("ISO/IEC 17021-1:2015")
    }
}
