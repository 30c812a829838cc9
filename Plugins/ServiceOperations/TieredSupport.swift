public import PhaseLoom

/// Support in three tiers: a ticket moves on when a trigger says so, and management hears of it apart from that.
///
/// Execution dispatches the ticket; the first tier always works on it, the others when it was escalated to them.
public struct TieredSupport: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "tiered-support", title: "Tiered support",
        summary: "Support in the tiers L1 to L3, with the triggers that move a ticket and those that tell management.",
        cites: [Source.framework])

    static let first = OverlayOption<Int>.integer(
        "l1", help: "minutes after which the first tier hands on", default: 30, in: 1...1440)
    static let second = OverlayOption<Int>.integer(
        "l2", help: "minutes after which the second tier hands on", default: 120, in: 1...10080)
    static let third = OverlayOption<Int>.integer(
        "l3", help: "minutes after which the third tier tells management", default: 480, in: 1...43200)
    static let repeats = OverlayOption<Int>.integer(
        "repeats", help: "tickets of the same kind that make it one for the second tier", default: 3, in: 2...100)
    static let severity = OverlayOption<Int>.integer(
        "severity", help: "least grave severity that goes to the second tier at once, where 1 is the gravest",
        default: 2, in: 1...4)
    static let warning = OverlayOption<Double>.number(
        "warning", help: "share of the time agreed after which management is told", default: 0.75, in: 0.1...1)

    /// The options that it takes: the time boxes `l1`, `l2` and `l3`, the triggers, and `binding`.
    public static let options = [
        first.descriptor, second.descriptor, third.descriptor, repeats.descriptor, severity.descriptor,
        warning.descriptor, Binding.option.descriptor,
    ]

    /// The reasons for which it applies: support is delivered.
    public static let applicability: [Applicability] = [
        .byContract(
            "Service levels are agreed for the support",
            when: Fact.deliverables.includes("support") && Fact.clauses.includes("service-levels")
        ).choosing(["binding": "yes"]),
        .byChoice("Users or systems are supported", when: Fact.deliverables.includes("support"))
            .citing(Source.framework),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the plan of the tiers, three phases before validation, and what validation asks of the moves.
    public var body: OverlayBody {
        plan
        firstTier
        secondTier
        thirdTier
        moves
    }
}

// MARK: Design and validation

extension TieredSupport {
    @OverlayBuilder private var plan: OverlayBody {
        Artifact("tier-plan", "Tier plan: skills, time boxes and authority of each tier")
        Produce("tier-plan", in: .design)
        Consume("tier-plan", in: .execution)
        Expect("tiers-planned", "Each tier has its skills, its time and its authority", atGateOf: .design)
            .needing("tier-plan").measured("tiers-without-authority", .exactly(0))
            .mandated(if: values[Binding.option])
        Perform("dispatch-ticket", "Classify the ticket and give it to the first tier", during: .execution)
    }

    @OverlayBuilder private var moves: OverlayBody {
        Consume("tier-history", in: .validation)
        Expect("tier-moves-explained", "Each move between tiers, up or down, names its trigger", atGateOf: .validation)
            .needing("tier-history").measured("moves-without-trigger", .exactly(0))
            .mandated(if: values[Binding.option])
        Expect("ticket-confirmed", "Whoever asked for help confirms the solution", atGateOf: .validation)
            .signed("tier-history", by: "requester")
    }
}

// MARK: Tiers

extension TieredSupport {
    @OverlayBuilder private var firstTier: OverlayBody {
        Artifact("tier-history", "Tier history of the ticket: who had it, for how long, why it moved")
        Artifact("support-l1-record", "Record of the first tier: minutes, severity, skills missing, repetitions")
        Artifact("escalation-notice", "Notice to management: what is at risk, who was told and when")
        Insert("support-l1", "First tier").after(.execution).before(.validation)
            .consuming("tier-plan").producing("support-l1-record", "tier-history", "escalation-notice")
        Perform("l1-solve", "Solve the ticket by what is known", during: "support-l1")
        Perform("tell-management", "Tell management what is at risk", during: "support-l1")
            .when(Trigger.critical, Trigger.targetNear(values[Self.warning]))
        Expect(
            "l1-concluded", "The first tier solved the ticket or handed it on with its record", atGateOf: "support-l1"
        )
        .needing("support-l1-record", "tier-history")
    }

    @OverlayBuilder private var secondTier: OverlayBody {
        Artifact("support-l2-record", "Record of the second tier: minutes, skills missing")
        Insert("support-l2", "Second tier").after("support-l1").before(.validation)
            .when(
                .timeSpent(.first, minutes: values[Self.first]), .skillMissing(.first),
                .severe(upTo: values[Self.severity]), .repeated(values[Self.repeats])
            )
            .consuming("tier-plan", "support-l1-record").producing("support-l2-record")
        Perform("l2-analyse", "Analyse what the first tier could not solve", during: "support-l2")
        Expect(
            "l2-concluded", "The second tier solved the ticket or handed it on with its record", atGateOf: "support-l2"
        )
        .needing("support-l2-record")
    }

    /// The last tier hands on to nobody: when its time is spent, management decides.
    @OverlayBuilder private var thirdTier: OverlayBody {
        Artifact("support-l3-record", "Record of the third tier: minutes, cause, change or workaround")
        Insert("support-l3", "Third tier").after("support-l2").before(.validation)
            .when(.timeSpent(.second, minutes: values[Self.second]), .skillMissing(.second))
            .consuming("tier-plan").producing("support-l3-record", "escalation-notice")
        Perform("l3-engineer", "Find the cause with those who built the system", during: "support-l3")
        Expect(
            "l3-concluded", "The third tier solved the ticket in its time, or management was told",
            atGateOf: "support-l3"
        )
        .needing("support-l3-record")
        .proven(
            by: .any([
                .measured(
                    Bound("l3-minutes", .atMost(Double(values[Self.third])), unit: "min"), of: "support-l3-record"),
                .present("escalation-notice"),
            ]))
    }
}

// MARK: Triggers

extension Trigger {
    // Functional escalation: the ticket moves to the next tier.

    fileprivate static func timeSpent(_ tier: SupportTier, minutes: Int) -> Trigger {
        Trigger(
            tier.timeSpent, "Tier \(tier.rawValue) has used up its time", needs: [tier.record],
            bound: Bound(tier.minutes, .atLeast(Double(minutes)), unit: "min"))
    }

    fileprivate static func skillMissing(_ tier: SupportTier) -> Trigger {
        Trigger(
            tier.skillMissing, "Tier \(tier.rawValue) lacks a skill or an authority", needs: [tier.record],
            bound: Bound("missing-skills", .atLeast(1)))
    }

    fileprivate static func severe(upTo severity: Int) -> Trigger {
        Trigger(
            "ticket-severe", "The ticket is too severe for the first tier alone", needs: [SupportTier.first.record],
            bound: Bound("severity", .within(1...Double(severity))))
    }

    fileprivate static func repeated(_ count: Int) -> Trigger {
        Trigger(
            "ticket-repeated", "Tickets of the same kind keep coming", needs: [SupportTier.first.record],
            bound: Bound("repetitions", .atLeast(Double(count))))
    }

    // Hierarchical escalation: management is told, and the ticket stays where it is.

    fileprivate static let critical = Trigger(
        "ticket-critical", "The ticket has the gravest severity", needs: [SupportTier.first.record],
        bound: Bound("severity", .exactly(1)))

    fileprivate static func targetNear(_ share: Double) -> Trigger {
        Trigger(
            "target-near", "The time agreed for the ticket is nearly used up", needs: [SupportTier.first.record],
            bound: Bound("target-share", .atLeast(share)))
    }
}
