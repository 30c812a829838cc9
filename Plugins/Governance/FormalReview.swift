public import PhaseLoom

/// A formal review when one of four things happened, and the remediation of what it or an audit found.
///
/// The review stands before transfer: whatever happened until then is decided before anyone else has to live with it.
public struct FormalReview: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "formal-review", title: "Formal review and remediation",
        summary:
            "Failures, disputes, incidents and demands of authorities are reviewed; findings are closed by severity.",
        cites: [Source.questions])

    static let critical = OverlayOption<Int>.integer(
        "critical", help: "days in which a critical finding has to be closed", default: 15, in: 1...365)
    static let high = OverlayOption<Int>.integer(
        "high", help: "days in which a high finding has to be closed", default: 30, in: 1...365)
    static let moderate = OverlayOption<Int>.integer(
        "moderate", help: "days in which a moderate finding has to be closed", default: 90, in: 1...365)
    static let low = OverlayOption<Int>.integer(
        "low", help: "days in which a low finding has to be closed", default: 180, in: 1...730)
    static let retests = OverlayOption<Int>.integer(
        "retests", help: "how often remediation may be taken up again", default: 5, in: 1...50)
    static let federal = OverlayOption<Bool>.flag(
        "federal", help: "whether the contract is a federal one, whose deviations go on the contractor's record",
        default: false)

    /// The options that it takes: days by severity, `retests` and `federal`.
    public static let options = [
        critical.descriptor, high.descriptor, moderate.descriptor, low.descriptor, retests.descriptor,
        federal.descriptor,
    ]

    /// The collectors that do its work: `formal-review/findings`.
    public static let collectors: [any Collector.Type] = [RemediationFindings.self]

    /// The reasons for which it applies.
    public static let applicability: [Applicability] = [
        .byContract(
            "A federal contract puts deviations on the contractor's record",
            when: Fact.client.includes("federal-agency")
                && Fact.situation.includes("compliance-failure", "scope-dispute")
        ).citing("FAR 42.1502").choosing(["federal": "yes"]),
        .byChoice(
            "An obligation was not met, the scope is in dispute, security was breached, or an authority demands something",
            when: Fact.situation.includes(
                "compliance-failure", "scope-dispute", "security-incident", "regulatory-demand")
        ).citing(Source.questions),
        .byChoice(
            "An audit, a penetration test or a risk assessment found something",
            when: Fact.situation.includes("audit-finding")
        ).citing(Source.questions),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values.
    ///
    /// - Throws: `InvalidValue` when a graver finding may stay open longer than a lesser one.
    public init(_ values: OptionValues) throws(InvalidValue) {
        let order = [Self.critical, Self.high, Self.moderate, Self.low]
        for (graver, lesser) in zip(order, order.dropFirst()) where values[graver] > values[lesser] {
            throw InvalidValue(
                "option '\(graver.descriptor.name)' cannot be '\(values[graver])'",
                hint: "'\(lesser.descriptor.name)' allows \(values[lesser]) days, and a graver finding no more")
        }
        self.values = values
    }

    /// What it changes: the review, the remediation behind it, and the way back until findings are closed.
    public var body: OverlayBody {
        notices
        review
        remediation
        deadlines
        LoopBack(
            "remediate-again", from: "remediation", to: "remediation", while: "findings-closed", "findings-retested",
            atMost: values[Self.retests])
        if values[Self.federal] { contractorRecord }
    }
}

extension FormalReview {
    private static let triggers = [
        Trigger("compliance-failed", "An obligation was not met", needs: ["compliance-failure-notice"]),
        Trigger("scope-disputed", "The parties disagree on the scope", needs: ["scope-dispute-notice"]),
        Trigger("security-breached", "Security was breached", needs: ["security-incident-notice"]),
        Trigger("regulator-demands", "An authority demands something", needs: ["regulator-demand"]),
    ]

    @OverlayBuilder private var notices: OverlayBody {
        Artifact("compliance-failure-notice", "Notice that an obligation was not met").broughtToTheEngagement()
        Artifact("scope-dispute-notice", "Notice that a party disputes the scope").broughtToTheEngagement()
        Artifact("security-incident-notice", "Notice that security was breached").broughtToTheEngagement()
        Artifact("regulator-demand", "Demand of an authority").broughtToTheEngagement()
        Artifact("security-findings", "Findings of an audit, a penetration test or a risk assessment")
            .broughtToTheEngagement()
    }

    @OverlayBuilder private var review: OverlayBody {
        Artifact("formal-review-record", "Record of the review: trigger, facts, decision, findings")
        Insert("formal-review", "Formal review").after(.validation).before(.transfer)
            .producing("formal-review-record").when(Self.triggers)
        Expect(
            "review-concluded", "Someone who was not involved decided, and client and provider know",
            atGateOf: "formal-review"
        ).signed("formal-review-record", by: "reviewer", separately: true)
            .signed("formal-review-record", by: "client").signed("formal-review-record", by: "provider")
    }

    @OverlayBuilder private var remediation: OverlayBody {
        Artifact("remediation-register", "Findings: severity, owner, due date, retest, closure")
        Insert("remediation", "Remediation").after("formal-review").before(.transfer)
            .producing("remediation-register")
            .when(
                Self.triggers + [
                    Trigger("findings-reported", "An audit or a test found something", needs: ["security-findings"])
                ])
        for (id, statement, measure) in [
            ("findings-owned", "Each finding has an owner and a due date", "unowned-findings"),
            ("findings-retested", "Each closed finding was tested again", "untested-closures"),
            ("findings-closed", "No finding is open", "open-findings"),
        ] as [(ID, String, ID)] {
            Expect(id, statement, atGateOf: "remediation").needing("remediation-register")
                .measured(measure, .exactly(0))
        }
    }

    @OverlayBuilder private var deadlines: OverlayBody {
        for (name, option, sources) in [
            ("critical", Self.critical, ["BOD 19-02", Source.questions]),
            ("high", Self.high, ["BOD 19-02", Source.questions]), ("moderate", Self.moderate, [Source.questions]),
            ("low", Self.low, [Source.questions]),
        ] {
            Expect(
                "\(name)-findings-in-time", "No \(name) finding was open longer than agreed", atGateOf: "remediation"
            )
            .needing("remediation-register")
            .measured("\(name)-finding-days", .atMost(Double(values[option])), unit: "d").citing(sources)
        }
    }

    @OverlayBuilder private var contractorRecord: OverlayBody {
        Artifact("cpars-note", "Note for the contractor's performance record: deviation, cause, remedy")
        Produce("cpars-note", in: "formal-review")
        Expect(
            "deviation-on-record", "What deviates from agreed service levels is noted for the contractor's record",
            atGateOf: "formal-review"
        ).needing("cpars-note").citing("FAR 42.1502", "FAR 42.1503")
    }
}
