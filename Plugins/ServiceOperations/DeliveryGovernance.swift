public import PhaseLoom

/// Project governance: roles, rituals, risks, communication and change control, with four detectors of trouble.
///
/// All of it is ceremony that a small client may do without; nothing is mandated.
public struct DeliveryGovernance: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "governance", title: "Delivery governance",
        summary: "Roles, rituals, risks, communication and change control, and figures that tell trouble early.",
        cites: [Source.processes])

    static let cadence = OverlayOption<Int>.integer(
        "cadence", help: "days between two status reports, at most", default: 7, in: 1...92)
    static let rework = OverlayOption<Int>.integer(
        "rework", help: "pieces of work that may be reopened, at most", default: 0, in: 0...10000)
    static let recurring = OverlayOption<Int>.integer(
        "recurring", help: "incidents that may happen again after they were closed, at most", default: 0,
        in: 0...10000)

    /// The options that it takes: `cadence`, `rework` and `recurring`.
    public static let options = [cadence.descriptor, rework.descriptor, recurring.descriptor]

    /// The reasons for which it applies: the engagement is more than a single ticket.
    public static let applicability: [Applicability] = [
        .byChoice(
            "A project or a continuous service is steered",
            when: Fact.delivery.includes("project", "continuous")
                && !Fact.client.includes("small-business", "household")
        ).citing(Source.processes),
        .excluded("A single ticket needs no rituals", when: Fact.delivery.includes("ticket")),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: five documents before the work, the known risks, and detectors while and after it.
    public var body: OverlayBody {
        rolesAndRituals
        communicationAndChange
        risks
        Artifact("governance-log", "Log of governance: reports, approvals, reopened work, repeated incidents")
        for place in Target.periodsAndEnd { detectors(place) }
    }
}

// MARK: Before the work

extension DeliveryGovernance {
    @OverlayBuilder private var rolesAndRituals: OverlayBody {
        Artifact("governance-role-matrix", "Roles: who decides, who does, who is asked, who is told")
        Artifact("governance-calendar", "Calendar of rituals: what, how often, with whom")
        Produce("governance-role-matrix", "governance-calendar", in: .scoping)
        Expect("governance-roles", "Each decision has one role that makes it", atGateOf: .scoping)
            .needing("governance-role-matrix").measured("decisions-without-role", .exactly(0))
            .citing("ISO/IEC 20000-1:2018, 5.3")
        Expect("governance-rituals", "Reports, reviews and committees have their dates", atGateOf: .scoping)
            .needing("governance-calendar").measured(
                "report-interval", .atMost(Double(values[Self.cadence])), unit: "d")
    }

    @OverlayBuilder private var communicationAndChange: OverlayBody {
        Artifact("governance-communication-plan", "Communication plan: who is told what, when, by whom")
        Artifact("governance-change-plan", "Change control: who may ask, who decides, what it takes")
        Produce("governance-communication-plan", "governance-change-plan", in: .scoping)
        Expect("governance-communication", "Each party is told what concerns it", atGateOf: .scoping)
            .needing("governance-communication-plan").measured("parties-without-channel", .exactly(0))
            .citing("ISO/IEC 20000-1:2018, 7.4")
        Expect("governance-change-control", "Client and provider agree on how scope changes", atGateOf: .scoping)
            .signed("governance-change-plan", by: "client").signed("governance-change-plan", by: "provider")
    }

    /// The five issues that engagements document most; those of the engagement itself come on top.
    @OverlayBuilder private var risks: OverlayBody {
        Artifact("governance-risk-register", "Risk register: the five known risks and those of the engagement")
        Produce("governance-risk-register", in: .scoping)
        for risk in KnownRisk.allCases {
            Perform(risk.activity, risk.title, during: .scoping).citing(risk.sources)
        }
        Expect("governance-risks", "The five known risks are assessed and have owners", atGateOf: .scoping)
            .proven(by: .measured(Bound("risks-without-owner", .exactly(0)), of: "governance-risk-register"))
            .measured("known-risks-assessed", .exactly(Double(KnownRisk.allCases.count)))
            .citing(Source.questions, "ISO/IEC 20000-1:2018, 6.1")
    }
}

// MARK: While and after it

extension DeliveryGovernance {
    @OverlayBuilder private func detectors(_ place: Target) -> OverlayBody {
        Produce("governance-log", in: place)
        Expect("governance-approvals", "No change went without approval", atGateOf: place)
            .needing("governance-log").measured("unapproved-changes", .exactly(0))
        Expect("governance-reports", "No status report is missing", atGateOf: place)
            .needing("governance-log").measured("missed-status-reports", .exactly(0))
        Expect("governance-rework", "No more work was reopened than agreed", atGateOf: place)
            .needing("governance-log").measured("reopened-work", .atMost(Double(values[Self.rework])))
        Expect("governance-recurrence", "No more incidents came back than agreed", atGateOf: place)
            .needing("governance-log").measured("repeat-incidents", .atMost(Double(values[Self.recurring])))
    }
}
