public import PhaseLoom

/// ITIL 4: advice on the practices of service management, which blocks nothing unless a contract says so.
///
/// Practices appear by name only, as activities of the phases where they take part. ITIL is a trademark of PeopleCert.
public struct ITIL: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "itil-4", title: "ITIL 4",
        summary: "The practices of ITIL 4 as advice: activities where they take part, criteria only by contract.",
        cites: ["ITIL 4 (PeopleCert)"])

    static let binding = Binding.option
    static let practices = OverlayOption<ITILSelection>.choice(
        "practices", help: "which of the 34 practices are adopted", default: .all)

    /// The options that it takes: `binding` and `practices`.
    public static let options = [binding.descriptor, practices.descriptor]

    /// The reasons for which it applies: a clause, or support as a service.
    public static let applicability: [Applicability] = [
        .byContract("The contract names its practices", when: Fact.clauses.includes("itil-4"))
            .choosing(["binding": "yes"]),
        .byChoice(
            "A small business with a managed service starts with desk and incidents",
            when: Fact.client.includes("small-business") && Fact.delivery.includes("continuous")
        ).choosing(["practices": "service-desk"]),
        .byChoice(
            "Support and continuous services gain from its advice",
            when: Fact.deliverables.includes("support") || Fact.delivery.includes("continuous")),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: activities, and a criterion at transfer where a contract binds.
    public var body: OverlayBody {
        for practice in values[Self.practices].practices {
            Perform(practice.activity, practice.name, during: .at(.point(practice.point)))
        }
        if values[Self.binding] { register }
        security
    }

    @OverlayBuilder private var register: OverlayBody {
        Artifact("itil-practice-register", "Register of the practices adopted: owner, procedure and measure")
        Produce("itil-practice-register", in: .transfer)
        Expect(
            "itil-practices-adopted", "Each practice of the contract has an owner, a procedure and a measure",
            atGateOf: .transfer
        ).needing("itil-practice-register")
            .measured("itil-adopted-practices", .atLeast(Double(values[Self.practices].practices.count))).mandated()
            .citing("Industry Standards and Best Practices")
    }

    /// Practices say how work flows, controls say what is protected: neither stands in for the other.
    private var security: Together {
        Together(with: "cybersecurity") {
            Perform(
                "itil-route-security-events", "Route security events into the handling of incidents", during: .transfer
            )
            .citing("Industry Standards and Best Practices", "NIST SP 800-53 Rev. 5, IR-4")
        }
    }
}
