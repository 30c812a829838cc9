public import PhaseLoom

/// Delivery to a small client: a standard tier, requests through a portal, and no ceremony.
///
/// What a law or a contract demands stays: only rituals are waived, each with its reason, and a mandated obligation
/// cannot be. The four criteria for entry and every criterion on the work itself stay too.
public struct SmallBusiness: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "small-business", title: "Small business",
        summary: "Needs and scope in one phase on a standard service tier; rituals are waived, regulation never.",
        cites: [Source.delivery, Source.standards], excludes: ["enterprise"])

    static let tier = OverlayOption<ServiceTier>.choice(
        "tier", help: "the standard tier that the client takes", default: .standard)
    static let portal = OverlayOption<Bool>.flag(
        "portal", help: "whether the client asks through a self-service portal", default: true)

    /// The options that it takes: `tier` and `portal`.
    public static let options = [tier.descriptor, portal.descriptor]

    /// The reasons for which it applies.
    public static let applicability: [Applicability] = [
        .byChoice(
            "A small client cannot carry the governance of a large one", when: Fact.client.includes("small-business")
        )
        .citing(Source.delivery),
        .excluded(
            "Boards decide or several vendors take part, which takes governance",
            when: Fact.boards.holds || Fact.client.includes("enterprise", "federal-agency", "state-agency")),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: one phase for needs and scope, a tier, a portal, and the rituals that are waived.
    public var body: OverlayBody {
        Compress(from: .assessment, through: .scoping, into: "needs-and-scope", "Needs and scope")
        RiskScale.body
        standardTier
        if values[Self.portal] { selfService }
        for ritual in Self.rituals { waive(ritual) }
    }

    /// Obligations that are ceremony: the base's and those of other overlays; none decides whether the work is right.
    static let rituals: [ID] = [
        "governance-communication", "governance-reports", "governance-rituals", "governance-roles",
        "retrospective-held", "service-levels-reviewed",
    ]
}

extension SmallBusiness {
    @OverlayBuilder private var standardTier: OverlayBody {
        let tier = values[Self.tier]
        Artifact("service-tier-record", "Record of the standard tier chosen, with what it includes and leaves out")
        Produce("service-tier-record", in: .scoping)
        Perform("choose-\(tier.rawValue)-tier", "Choose the \(tier.rawValue) tier of the catalogue", during: .scoping)
        Expect("standard-tier-chosen", "The client takes a tier of the catalogue as it is", atGateOf: .scoping)
            .signed("service-tier-record", by: "client").measured("tier-deviations", .exactly(0))
    }

    @OverlayBuilder private var selfService: OverlayBody {
        Artifact("portal-record", "Record of the request as the client entered it in the portal")
        Produce("portal-record", in: .intake)
        Expect("intake-self-served", "The request is complete as the client entered it", atGateOf: .intake)
            .needing("portal-record").measured("missing-request-fields", .exactly(0))
    }

    private func waive(_ ritual: ID) -> OverlayBody {
        OverlayBody {
            Waive(
                ObligationReference(ritual),
                because: "a small client on the \(values[Self.tier].rawValue) tier carries no governance layer for it",
                onAuthorityOf: "service-manager"
            ).ifPresent()
        }
    }
}
