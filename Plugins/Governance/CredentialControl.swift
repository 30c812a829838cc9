public import PhaseLoom

/// The check that people who are assigned to work hold what the work needs, on every day of it.
public struct CredentialControl: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "credentials", title: "Credentials",
        summary: "Each assignment is covered by credentials, licences and experience before execution opens.",
        cites: [Source.questions])

    static let unknown = OverlayOption<Int>.integer(
        "unknown", help: "assignments whose credentials may still be unknown while scoping, not at execution",
        default: 0, in: 0...1000)

    /// The options that it takes: `unknown`.
    public static let options = [unknown.descriptor]

    /// The collectors that do its work: `credentials/check`.
    public static let collectors: [any Collector.Type] = [CredentialCheck.self]

    /// The reasons for which it applies.
    public static let applicability: [Applicability] = [
        .byChoice(
            "Who hires or lends people verifies what they hold", when: Fact.staffing.includes("augmentation")
        ).citing(Source.questions),
        .byChoice(
            "Security, cloud, network and electrical work is done by people with credentials",
            when: Fact.deliverables.includes(
                "security-service", "cloud-service", "network", "home-systems", "building-integration", "cameras",
                "infrastructure")
        ).citing(Source.questions),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the provider and its assignments are checked in scoping, and again before execution.
    public var body: OverlayBody {
        Artifact("due-diligence-record", "Checks of the provider: licences, insurance and form of contract, with dates")
        Produce("due-diligence-record", in: .scoping)
        Expect("provider-vetted", "Licences, insurance and form of contract were checked", atGateOf: .scoping)
            .needing("due-diligence-record").measured("unchecked-provider-items", .exactly(0))
        Artifact("credential-check", "Check of assignments: task, role, holder, dates, credentials")
        Produce("credential-check", in: .scoping)
        Perform("check-credentials", "Check each assignment against the register of credentials", during: .scoping)
        Expect("assignments-covered", "Nobody is assigned to work for which nothing on record fits", atGateOf: .scoping)
            .needing("credential-check").measured("uncovered-assignments", .exactly(0))
        Expect("credentials-in-force", "No credential ends before the work does", atGateOf: .scoping)
            .needing("credential-check").measured("expired-credentials", .exactly(0))
        Expect("credentials-known", "What is not on record is being looked up", atGateOf: .scoping)
            .needing("credential-check").measured("unknown-credentials", .atMost(Double(values[Self.unknown])))
        Require("credentials-checked", "Each assignment is covered on every day of the work", toEnter: .execution)
            .proven(by: .all(Self.counts))
    }

    private static let counts: [Proof] = ["uncovered-assignments", "expired-credentials", "unknown-credentials"].map {
        .measured(Bound($0, .exactly(0)), of: "credential-check")
    }
}
