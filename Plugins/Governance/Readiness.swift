public import PhaseLoom

/// Reference packs that say what "the environment is ready" means for infrastructure, AI and connectivity.
///
/// The four criteria for entry are the base's; a pack gives the first of them its content.
public struct Readiness: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "readiness", title: "Readiness packs",
        summary: "Assessment opens only when every item of the chosen readiness pack is met or does not apply.",
        cites: [Source.framework])

    static let pack = OverlayOption<ReadinessChoice>.choice(
        "pack", help: "the category of service whose pack applies, or 'all'", default: .infrastructure)

    /// The options that it takes: `pack`.
    public static let options = [pack.descriptor]

    /// The collectors that do its work: `readiness/assess`.
    public static let collectors: [any Collector.Type] = [ReadinessAssessment.self]

    /// The reasons for which it applies.
    public static let applicability: [Applicability] = [
        .byChoice(
            "Models depend on data, compute and oversight",
            when: Fact.deliverables.includes("ai-service", "ml-model")
        ).citing(Source.framework).choosing(["pack": "ai"]),
        .byChoice("Networks depend on rates, addresses and paths", when: Fact.deliverables.includes("network"))
            .citing(Source.framework).choosing(["pack": "connectivity"]),
        .byChoice(
            "Machines depend on power, space and access",
            when: Fact.deliverables.includes("infrastructure", "data-platform", "cloud-service", "recovery-capability")
        ).citing(Source.framework).choosing(["pack": "infrastructure"]),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: what is assessed during intake, and what must hold before the needs are assessed.
    public var body: OverlayBody {
        for pack in values[Self.pack].packs {
            Perform(
                "assess-\(pack.name)-readiness", "Go through the \(pack.name) pack, version \(pack.version)",
                during: .intake)
        }
        Require(
            "readiness-pack-met", "Every item of the readiness pack is met or does not apply", toEnter: .assessment
        ).proven(by: .measured(Bound("open-items", .exactly(0)), of: "readiness-report"))
    }
}
