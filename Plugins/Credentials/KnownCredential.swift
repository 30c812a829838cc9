public import PhaseLoom

/// A credential that is known by name: who issues it, what it is about, and how long it lasts.
///
/// What is not sure is left out: a credential without a known term counts only as long as its record says.
public struct KnownCredential: Hashable, Sendable {
    /// The name by which registers give it.
    public let id: ID
    /// The title that its issuer gives it.
    public let title: String
    /// Who issues it.
    public let issuer: String
    /// What it is about.
    public let emphasis: CredentialEmphasis
    /// The years for which it is issued; `nil` when that is not known.
    public let years: Int?

    /// Describes a credential.
    public init(_ id: ID, _ title: String, issuer: String, _ emphasis: CredentialEmphasis, years: Int? = nil) {
        self.id = id
        self.title = title
        self.issuer = issuer
        self.emphasis = emphasis
        self.years = years
    }

    /// The credentials that the library knows, in order of their names.
    ///
    /// Terms as the issuers publish them; CKA has had two years since April 2024.
    public static let all: [KnownCredential] = [
        KnownCredential(
            "aws-solutions-architect", "AWS Certified Solutions Architect", issuer: "Amazon Web Services", .vendor,
            years: 3),
        KnownCredential(
            "cissp", "Certified Information Systems Security Professional", issuer: "ISC2", .vendorNeutral, years: 3),
        KnownCredential(
            "cka", "Certified Kubernetes Administrator", issuer: "Cloud Native Computing Foundation", .vendorNeutral,
            years: 2),
        KnownCredential(
            "google-cloud-architect", "Professional Cloud Architect", issuer: "Google Cloud", .vendor, years: 2),
        KnownCredential(
            "pcap", "Certified Associate Python Programmer", issuer: "OpenEDG Python Institute", .language),
        KnownCredential(
            "pcep", "Certified Entry-Level Python Programmer", issuer: "OpenEDG Python Institute", .language),
        KnownCredential(
            "pcpp", "Certified Professional Python Programmer", issuer: "OpenEDG Python Institute", .language),
        KnownCredential(
            "pmp", "Project Management Professional", issuer: "Project Management Institute", .vendorNeutral, years: 3),
    ]

    /// The known credential of a name; `nil` when it is not known.
    ///
    /// - Complexity: O(*n*) in the number of known credentials.
    public static func named(_ id: ID) -> KnownCredential? { all.first { $0.id == id } }
}
