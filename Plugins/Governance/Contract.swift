public import PhaseLoom

/// The contract under which work is done: agreement, statement of work, pricing, remedies, ownership and the way out.
public struct Contract: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "contract", title: "Contract",
        summary: "Agreement and statement of work fit together; pricing, remedies, ownership and exit are settled.",
        cites: [Source.questions])

    static let pricing = OverlayOption<PricingModel>.choice(
        "pricing", help: "how the work is priced", default: .timeAndMaterials)
    static let burn = OverlayOption<Int>.integer(
        "burn", help: "per cent of the cost baseline that may be spent when execution ends", default: 100, in: 50...200)
    static let portability = OverlayOption<Bool>.flag(
        "portability", help: "whether a plan for leaving proprietary tools is part of the contract", default: true)

    /// The options that it takes: `pricing`, `burn` and `portability`.
    public static let options = [pricing.descriptor, burn.descriptor, portability.descriptor]

    /// The collectors that do its work: `contract/sla-lint`.
    public static let collectors: [any Collector.Type] = [ServiceLevelLint.self]

    /// The reasons for which it applies.
    public static let applicability: [Applicability] = [
        .byContract("The contract promises service levels", when: Fact.clauses.includes("service-levels"))
            .citing(Source.questions),
        .byChoice("Work is done under a contract", when: .always).citing(Source.questions),
        .excluded(
            "A part of the client's own organisation works without a contract", when: Fact.relation.includes("internal")
        ),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the contract in scoping, the cost during execution, and what pricing asks for.
    public var body: OverlayBody {
        agreement
        allocation
        serviceLevels
        cost
        switch values[Self.pricing] {
        case .timeAndMaterials: timeAndMaterials
        case .fixedFee: fixedFee
        }
        if values[Self.portability] { wayOut }
        Together(with: "scope-governance") {
            Expect(
                "change-orders-priced", "Each change order is priced by the rules of the contract",
                atGateOf: .producing("change-order-register")
            ).needing("change-order-register").measured("unpriced-change-orders", .exactly(0))
        }
    }
}

// MARK: Scoping

extension Contract {
    @OverlayBuilder private var agreement: OverlayBody {
        Artifact("master-services-agreement", "Master services agreement in force")
        Artifact("contract-record", "Record of the contract: references, responsibilities, thresholds, ownership")
        Produce("master-services-agreement", "contract-record", in: .scoping)
        Perform("draft-contract", "Draft the agreement and what the statement of work refers to", during: .scoping)
        Expect(
            "agreement-in-force", "The agreement is signed and in force on the day of the statement", atGateOf: .scoping
        )
        .signed("master-services-agreement", by: "client").signed("master-services-agreement", by: "provider")
        Expect(
            "statement-references-agreement", "The statement of work names the agreement under which it stands",
            atGateOf: .scoping
        ).needing("contract-record", "statement-of-work").measured("unreferenced-statements", .exactly(0))
    }

    @OverlayBuilder private var allocation: OverlayBody {
        Expect(
            "responsibilities-allocated", "Each deliverable has a party that is responsible for it", atGateOf: .scoping
        ).needing("contract-record").measured("unallocated-deliverables", .exactly(0)).citing(Source.delivery)
        Expect("remedies-agreed", "Each threshold of performance has a remedy", atGateOf: .scoping)
            .needing("contract-record").measured("thresholds-without-remedy", .exactly(0)).citing(Source.delivery)
        Expect("ownership-allocated", "Each deliverable and each data set has an owner", atGateOf: .scoping)
            .needing("contract-record").measured("unowned-results", .exactly(0)).citing(Source.delivery)
    }

    @OverlayBuilder private var serviceLevels: OverlayBody {
        Artifact("service-level-definitions", "Service levels: unit, period, calendar, exclusions, source, rounding")
        Produce("service-level-definitions", in: .scoping)
        Perform("check-service-levels", "Check that each service level can be measured", during: .scoping)
            .after("draft-contract")
        Expect("service-levels-defined", "No service level leaves open how it is measured", atGateOf: .scoping)
            .needing("service-level-definitions").measured("service-level-defects", .exactly(0))
    }

    @OverlayBuilder private var wayOut: OverlayBody {
        Artifact("portability-plan", "Plan for leaving: formats, interfaces, tools, cost and time of a move")
        Produce("portability-plan", in: .scoping)
        Expect("portability-planned", "Data and work can move to another provider or tool", atGateOf: .scoping)
            .needing("portability-plan").measured("unportable-components", .exactly(0))
    }
}

// MARK: Pricing

extension Contract {
    @OverlayBuilder private var cost: OverlayBody {
        Artifact("cost-baseline", "Cost baseline: labour, maintenance, patching and licences, capital or operating")
        Produce("cost-baseline", in: .scoping)
        Expect("costs-complete", "No kind of cost over the term is missing from the baseline", atGateOf: .scoping)
            .needing("cost-baseline").measured("missing-cost-kinds", .exactly(0))
        Consume("cost-baseline", in: .execution)
        Artifact("burn-report", "Cost spent against the cost baseline")
        Produce("burn-report", in: .execution)
        Expect("burn-within-budget", "No more was spent than agreed", atGateOf: .execution)
            .needing("burn-report").measured("cost-burn", .atMost(Double(values[Self.burn])), unit: "%")
    }

    @OverlayBuilder private var timeAndMaterials: OverlayBody {
        Artifact("rate-card", "Rates by role, with the cap of the total")
        Artifact("timesheets", "Timesheets with the hours that are charged")
        Produce("rate-card", in: .scoping)
        Produce("timesheets", in: .execution)
        Expect("cost-capped", "Work by the hour has a cap", atGateOf: .scoping)
            .needing("rate-card").measured("uncapped-positions", .exactly(0))
        Expect("hours-supported", "Each hour on an invoice stands on a timesheet", atGateOf: .closeout)
            .needing("timesheets").measured("unsupported-hours", .exactly(0), unit: "h")
    }

    @OverlayBuilder private var fixedFee: OverlayBody {
        Artifact("change-order-path", "Path of a change order under a fixed fee: who asks, who prices, who decides")
        Produce("change-order-path", in: .scoping)
        Expect("change-path-agreed", "Client and provider agree on how a change alters the fee", atGateOf: .scoping)
            .signed("change-order-path", by: "client").signed("change-order-path", by: "provider")
    }
}
