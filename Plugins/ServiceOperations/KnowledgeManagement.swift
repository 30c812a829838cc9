public import PhaseLoom

/// Living documentation: no document too old, and no runbook that only one person knows.
public struct KnowledgeManagement: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "knowledge", title: "Knowledge management",
        summary: "Living documentation: documents within their age, runbooks with several holders, a real handover.",
        cites: [Source.processes])

    static let age = OverlayOption<Int>.integer(
        "age", help: "days since a document was last reviewed, at most", default: 365, in: 1...3650)
    static let holders = OverlayOption<Int>.integer(
        "holders", help: "people who can carry out each runbook, at least", default: 2, in: 2...50)

    /// The options that it takes: `age` and `holders`.
    public static let options = [age.descriptor, holders.descriptor]

    /// The reasons for which it applies: somebody has to operate what is delivered.
    public static let applicability: [Applicability] = [
        .byChoice("The service goes on after the people change", when: Fact.delivery.includes("continuous"))
            .citing(Source.processes),
        .byChoice("Support works from documents", when: Fact.deliverables.includes("support")),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the handover, and what stays true of the documents afterwards.
    public var body: OverlayBody {
        Artifact("knowledge-index", "Index of documents: owner, date of review, holders of each runbook")
        handover
        for place in [Target.transfer, .operations] { living(place) }
    }

    @OverlayBuilder private var handover: OverlayBody {
        Artifact("handover-rehearsal", "Rehearsal: who carried out which runbook without help")
        Produce("handover-rehearsal", in: .transfer)
        Perform("rehearse-runbooks", "Let those who take over carry out each runbook", during: .transfer)
        Expect("knowledge-handed-over", "Those who take over carried out each runbook", atGateOf: .transfer)
            .signed("handover-rehearsal", by: "recipient").measured("unrehearsed-runbooks", .exactly(0))
    }

    @OverlayBuilder private func living(_ place: Target) -> OverlayBody {
        Produce("knowledge-index", in: place)
        Expect("knowledge-current", "No document is older than agreed", atGateOf: place)
            .needing("knowledge-index").measured("oldest-document", .atMost(Double(values[Self.age])), unit: "d")
            .citing("ISO/IEC 20000-1:2018, 7.5")
        Expect("knowledge-shared", "No runbook depends on too few people", atGateOf: place)
            .needing("knowledge-index").measured("fewest-holders", .atLeast(Double(values[Self.holders])))
            .citing("ISO/IEC 20000-1:2018, 7.6")
    }
}
