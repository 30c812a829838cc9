public import PhaseLoom

/// The rule that no work is done that nobody ordered: findings outside the signed scope go through a change order.
///
/// Whether the scope changed is decided once, as execution passes. The change order therefore stands behind execution
/// and leads back into it while ordered work is left; beyond the agreed drift it leads back to scoping.
public struct ScopeGovernance: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "scope-governance", title: "Scope governance",
        summary: "Findings outside the signed scope become change orders; too much drift opens scoping again.",
        cites: [Source.framework])

    static let drift = OverlayOption<Int>.integer(
        "drift", help: "per cent of the agreed cost by which change orders may add up before scoping opens again",
        default: 10, in: 1...100)
    static let rounds = OverlayOption<Int>.integer(
        "rounds", help: "how often change orders may lead back to execution", default: 5, in: 1...50)
    static let rescopings = OverlayOption<Int>.integer(
        "rescopings", help: "how often drift may lead back to scoping", default: 2, in: 1...10)

    /// The options that it takes: `drift`, `rounds` and `rescopings`.
    public static let options = [drift.descriptor, rounds.descriptor, rescopings.descriptor]

    /// The collectors that do its work: `scope-governance/reconcile`.
    public static let collectors: [any Collector.Type] = [OrderReconciliation.self]

    /// The reasons for which it applies.
    public static let applicability: [Applicability] = [
        .byContract("The contract allows approved changes only", when: Fact.clauses.includes("change-control")),
        .byChoice(
            "Something outside the signed scope was found or asked for, or is in dispute",
            when: Fact.situation.includes("out-of-scope", "scope-dispute")
        ).citing(Source.framework),
        .byChoice(
            "A continuous service expands without anyone writing it down", when: Fact.delivery.includes("continuous")
        ).citing(Source.framework),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the comparison during execution, the change order behind it, and the two ways back.
    public var body: OverlayBody {
        procedure
        comparison
        changeOrder
        totals
        loops
        Together(with: "managed-services") {
            Expect(
                "drift-ordered", "What a period adds to the baseline stands in a change order", atGateOf: .operations
            ).needing("drift-report").measured("unordered-drift", .exactly(0))
        }
    }
}

extension ScopeGovernance {
    @OverlayBuilder private var procedure: OverlayBody {
        Artifact("change-control-procedure", "Procedure by which client and provider change the scope")
        Produce("change-control-procedure", in: .scoping)
        Expect("change-control-agreed", "Client and provider agree on how scope changes", atGateOf: .scoping)
            .signed("change-control-procedure", by: "client").signed("change-control-procedure", by: "provider")
    }

    @OverlayBuilder private var comparison: OverlayBody {
        Artifact("scope-findings", "Findings and requests, each compared with the baseline and the signed scope")
        Consume("baseline-record", in: .execution)
        Produce("scope-findings", in: .execution)
        Perform(
            "compare-with-scope", "Compare what is found with the baseline and the signed scope", during: .execution)
        Expect(
            "scope-findings-classified", "Each asset, integration and configuration found is in scope or outside",
            atGateOf: .execution
        ).needing("scope-findings").measured("unclassified-findings", .exactly(0))
        Expect("no-unscoped-work", "No work was done that the signed scope does not cover", atGateOf: .execution)
            .needing("scope-findings").measured("unscoped-items", .exactly(0))
    }

    @OverlayBuilder private var changeOrder: OverlayBody {
        Artifact("change-order-register", "Change orders: number, reason, and deltas of scope, cost and time")
        Artifact("revised-statement", "Statement of work after the change, with the hashes before and after")
        Insert("change-order", "Change order").after(.execution).before(.validation)
            .consuming("scope-findings", "statement-of-work").producing("change-order-register", "revised-statement")
            .when(
                Trigger(
                    "scope-changed", "Something outside the signed scope was found or asked for",
                    needs: ["scope-findings"], bound: Bound("findings-outside-scope", .atLeast(1))))
        Perform("assess-change", "Work out what the change adds to scope, cost and time", during: "change-order")
        Perform("approve-change", "Decide on the change by the roles that may", during: "change-order")
            .after("assess-change")
        Expect(
            "change-order-complete", "Each change order has a number, a reason and its deltas", atGateOf: "change-order"
        ).needing("change-order-register").measured("incomplete-change-orders", .exactly(0))
        Expect("change-order-approved", "Client and provider have signed each change order", atGateOf: "change-order")
            .signed("change-order-register", by: "client").signed("change-order-register", by: "provider")
    }

    @OverlayBuilder private var totals: OverlayBody {
        Expect(
            "change-order-balanced", "The old totals and all deltas add up to the new statement of work",
            atGateOf: "change-order"
        ).needing("change-order-register", "revised-statement").measured("change-order-imbalance", .exactly(0))
        Expect("orders-executed", "Work that was ordered is done, or the order is withdrawn", atGateOf: "change-order")
            .needing("change-order-register").measured("unexecuted-orders", .exactly(0))
        Expect(
            "scope-settled", "All change orders together stay within the agreed drift", atGateOf: "change-order"
        ).needing("change-order-register").measured("scope-drift", .atMost(Double(values[Self.drift])), unit: "%")
    }

    @OverlayBuilder private var loops: OverlayBody {
        LoopBack(
            "change-order-work", from: "change-order", to: .execution, while: "orders-executed",
            atMost: values[Self.rounds])
        LoopBack(
            "rescope", from: "change-order", to: .scoping, while: "scope-settled", atMost: values[Self.rescopings])
    }
}
