public import PhaseLoom

/// The class of an engagement on three axes (delivery model, domain, type) and the accountability that follows from it.
public struct Classification: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "classification", title: "Classification and accountability",
        summary: "The engagement is classified on three axes; exactly one party answers for each deliverable.",
        cites: [Source.questions])

    static let model = OverlayOption<DeliveryModel>.choice(
        "delivery-model", help: "where what is delivered runs", default: .onPremises)
    static let category = OverlayOption<ServiceCategory>.choice(
        "category", help: "the category of delivery", default: .professional)
    static let staffing = OverlayOption<StaffingModel>.choice(
        "staffing", help: "who directs the people who do the work", default: .outsourced)
    static let domain = OverlayOption<IndustryCode>.choice(
        "domain", help: "the NAICS code of the domain; of several the one of the first emphasis",
        default: .systemsDesign)

    /// The options that it takes: `delivery-model`, `category`, `staffing` and `domain`.
    public static let options = [model.descriptor, category.descriptor, staffing.descriptor, domain.descriptor]

    /// The collectors that do its work: `classification/record` and `classification/accountability`.
    public static let collectors: [any Collector.Type] = [ClassificationRecord.self, AccountabilityCheck.self]

    /// The reasons for which it applies.
    public static let applicability: [Applicability] =
        [
            .byChoice("The client directs the people", when: Fact.staffing.includes("augmentation"))
                .citing(Source.questions).choosing(["category": "professional", "staffing": "augmentation"]),
            .byChoice(
                "A service without an end is a managed one, unless the client directs the people",
                when: Fact.delivery.includes("continuous")
            ).citing(Source.questions).choosing(["category": "managed"]),
            .byChoice("Resources are both on premises and in a cloud, before or afterwards", when: isHybrid)
                .citing(Source.questions).choosing(["delivery-model": "hybrid"]),
            .byChoice("What is delivered runs in a cloud alone", when: isCloudHosted)
                .citing(Source.questions).choosing(["delivery-model": "cloud-hosted"]),
        ]
        + domains.map { code, circumstance in
            .byChoice("The deliverables fall under \(code.meaning)", when: circumstance)
                .citing("NAICS 2022").choosing(["domain": code.rawValue])
        } + [
            .byChoice("Every engagement has a class, and someone who answers for it", when: .always)
                .citing(Source.questions)
        ]

    private static let isOnPremises =
        Fact.locations.includes("on-premises") || Fact.targetLocations.includes("on-premises")
    private static let isHybrid =
        isOnPremises && (Fact.locations.includes("cloud") || Fact.targetLocations.includes("cloud"))
    private static let isCloudHosted = Fact.targetLocations.includes("cloud") && !isOnPremises

    /// The domains that follow from what is delivered; where several do, the first counts.
    private static let domains: [(IndustryCode, Circumstance)] = [
        (.electrical, Fact.deliverables.includes("home-systems")),
        (
            .systemsDesign,
            Fact.deliverables.includes("building-integration", "infrastructure", "modernisation", "network")
        ),
        (.programming, Fact.deliverables.includes("ml-model", "serverless", "software")),
        (.hosting, Fact.deliverables.includes("cloud-service", "data-platform")),
        (.securitySystems, Fact.deliverables.includes("cameras")),
        (.otherComputer, Fact.deliverables.includes("recovery-capability")),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values.
    ///
    /// - Throws: `InvalidValue` when people who join the client's team should run a managed service.
    public init(_ values: OptionValues) throws(InvalidValue) {
        try Self.check(values[Self.category], values[Self.staffing])
        self.values = values
    }

    /// Checks that a category and a way of staffing go together.
    static func check(_ category: ServiceCategory, _ staffing: StaffingModel) throws(InvalidValue) {
        guard category != .managed || staffing != .augmentation else {
            throw InvalidValue(
                "option 'staffing' cannot be 'augmentation' for category 'managed'",
                hint: "the provider answers for a managed service: use 'outsourced'")
        }
    }

    /// What it changes: the record at intake, and who is accountable from scoping to closeout.
    public var body: OverlayBody {
        record
        accountability
        handoffs
        if values[Self.category] == .managed { servicePeriod }
        if values[Self.model] == .hybrid { locations }
        Together(with: "contract") {
            Expect(
                "responsibilities-agree", "Contract and matrix name the same party for each deliverable",
                atGateOf: .scoping
            ).needing("contract-record", "accountability-matrix")
                .measured("contradicting-responsibilities", .exactly(0)).citing(Source.delivery)
        }
    }
}

extension Classification {
    @OverlayBuilder private var record: OverlayBody {
        let party = values[Self.staffing].accountableParty
        Artifact("classification-record", "Record of delivery model, domain, category, staffing and accountable party")
        Produce("classification-record", in: .intake)
        Perform("classify-engagement", "Classify the engagement on the three axes", during: .intake)
        Expect("engagement-classified", "The engagement has a class on each of the three axes", atGateOf: .intake)
            .needing("classification-record").measured("classification-gaps", .exactly(0))
        Expect(
            "accountability-acknowledged", "The party that answers for the whole has acknowledged it", atGateOf: .intake
        ).signed("classification-record", by: party)
    }

    @OverlayBuilder private var accountability: OverlayBody {
        Artifact("accountability-matrix", "Who does, answers for, is asked and is told, by phase and deliverable")
        Produce("accountability-matrix", in: .scoping)
        Perform("assign-accountability", "Name one accountable party for each deliverable", during: .scoping)
        Expect("one-party-accountable", "Each deliverable has exactly one accountable party", atGateOf: .scoping)
            .needing("accountability-matrix").proven(by: .all(Self.counts)).citing(Source.delivery)
    }

    private static let counts: [Proof] = ["unaccountable-deliverables", "doubly-accountable"].map {
        .measured(Bound($0, .exactly(0)), of: "accountability-matrix")
    }

    @OverlayBuilder private var handoffs: OverlayBody {
        Artifact("handoff-ledger", "Ledger of handoffs: from, to, deliverable, accepted by, date")
        Produce("handoff-ledger", in: .transfer)
        Expect(
            "accountability-handed-over", "Accountability changed only where a handoff was accepted",
            atGateOf: .closeout
        )
        .needing("handoff-ledger").measured("unhanded-changes", .exactly(0)).citing(Source.delivery)
    }

    @OverlayBuilder private var servicePeriod: OverlayBody {
        Artifact("service-period-record", "Record of the period after which service levels are counted anew")
        Produce("service-period-record", in: .scoping)
        Expect("service-period-agreed", "Service levels recur by the month or by the quarter", atGateOf: .scoping)
            .needing("service-period-record").measured("service-period", .within(1...3), unit: "months")
    }

    @OverlayBuilder private var locations: OverlayBody {
        Artifact("location-record", "Record of where each resource of a hybrid delivery is")
        Produce("location-record", in: .assessment)
        Expect("both-sides-recorded", "Each resource is on premises or in the cloud, on record", atGateOf: .assessment)
            .needing("location-record").measured("unlocated-resources", .exactly(0))
    }
}
