import PhaseLoom

/// Who measures the conformance with a standard.
enum AssessmentKind: String, CaseIterable {
    case own = "internal"
    case thirdParty = "third-party"

    /// The role that signs the assessment.
    var role: ID { self == .own ? "internal-auditor" : "external-auditor" }
}
