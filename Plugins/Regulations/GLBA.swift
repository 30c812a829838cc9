public import PhaseLoom

/// The Safeguards Rule of the Gramm-Leach-Bliley Act: the ten paragraphs of 16 CFR 314.4.
///
/// An institution with information on fewer than 5,000 consumers is spared the written risk assessment, the continuous
/// monitoring or periodic testing, the incident response plan and the report to the board (16 CFR 314.6).
public struct GLBA: ConfigurableOverlay, Regulation {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "glba", title: "GLBA Safeguards Rule",
        summary:
            "Customer information of financial institutions: the ten paragraphs of an information security program.",
        cites: ["15 U.S.C. 6801", "16 CFR 314.4", "Process Framework for Technology Services"])

    static let consumers = OverlayOption<ConsumerCount>.choice(
        "consumers", help: "of how many consumers information is held; fewer than 5,000 owe less",
        default: .limitOrMore)

    /// The options that it takes: `consumers`.
    public static let options = [consumers.descriptor]

    /// When it applies: to customer information of institutions that the Federal Trade Commission oversees.
    public static let applicability: [Applicability] = [
        .byStatute("The Safeguards Rule protects customer information", when: customerInformation)
            .citing("16 CFR 314.1(b)"),
        .byStatute(
            "Information on fewer than 5,000 consumers leaves the smaller program",
            when: customerInformation && !Fact.consumers.isAtLeast(5000)
        ).citing("16 CFR 314.6").choosing(["consumers": "fewer"]),
        .excluded("The banking agencies' guidelines bind a bank instead", when: bankInformation)
            .citing("12 CFR part 30, appendix B"),
    ]

    private static let customerInformation =
        Fact.dataClasses.includes("customer-financial") && Fact.ftcJurisdiction.holds && .underUSLaw

    private static let bankInformation =
        Fact.dataClasses.includes("customer-financial") && Fact.sector.includes("finance")
        && !Fact.ftcJurisdiction.holds && .underUSLaw

    static let classes: [RequirementClass: [ID]] = [
        .documentation: ["glba-risk-assessed", "glba-risk-assessment-written"],
        .accessControl: ["glba-access-limited", "glba-multi-factor-used"],
        .auditTrail: ["glba-activity-logged"],
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the amendment, and the ten paragraphs at the gates where they are shown.
    public var body: OverlayBody {
        Self.amendment
        qualifiedIndividual
        riskAssessment
        if owesAll { writtenAssessment }
        safeguards
        disposal
        testing
        if owesAll { monitoring }
        peopleAndProviders
        if owesAll { responsePlan }
        notification
        adjustment
        if owesAll { boardReport }
        cloud
        breachClock
        security
    }

    private var owesAll: Bool { values[Self.consumers].owesAll }
}

// MARK: Before design

extension GLBA {
    @OverlayBuilder private var qualifiedIndividual: OverlayBody {
        Artifact("glba-qualified-individual", "Appointment of the qualified individual")
        Produce("glba-qualified-individual", in: .intake)
        Expect(
            "glba-program-led", "One qualified individual answers for the security program", atGateOf: .intake
        ).needing("glba-qualified-individual").mandated().citing("16 CFR 314.4(a)")
    }

    @OverlayBuilder private var riskAssessment: OverlayBody {
        Artifact("glba-risk-assessment", "Assessment of the risks to customer information")
        Produce("glba-risk-assessment", in: .assessment)
        Expect(
            "glba-risks-treated", "Each risk to customer information is mitigated or accepted", atGateOf: .scoping
        ).needing("glba-risk-assessment").measured("glba-untreated-risks", .exactly(0)).mandated()
            .citing("16 CFR 314.4(b)")
        Expect(
            "glba-risk-assessed", "Risks to customer information are assessed, inside and outside",
            atGateOf: .assessment
        ).needing("glba-risk-assessment").mandated().citing("16 CFR 314.4(b)")
    }

    @OverlayBuilder private var writtenAssessment: OverlayBody {
        Expect(
            "glba-risk-assessment-written", "The risk assessment is written and states its criteria",
            atGateOf: .assessment
        ).signed("glba-risk-assessment", by: "qualified-individual").mandated().citing("16 CFR 314.4(b)(1)")
    }

    @OverlayBuilder private var peopleAndProviders: OverlayBody {
        Artifact("glba-provider-oversight", "Selection, contracts and periodic assessment of service providers")
        Produce("glba-provider-oversight", in: .scoping)
        Expect(
            "glba-providers-overseen", "Providers are chosen, bound and assessed for their safeguards",
            atGateOf: .scoping
        ).needing("glba-provider-oversight").mandated().citing("16 CFR 314.4(f)")
        Artifact("glba-training-record", "Record of security training, with the roles that it is for")
        Produce("glba-training-record", in: .transfer)
        Expect("glba-staff-trained", "The staff are trained for the program and its risks", atGateOf: .transfer)
            .needing("glba-training-record").mandated().citing("16 CFR 314.4(e)")
    }
}

// MARK: Safeguards

extension GLBA {
    /// The safeguards of paragraph (c) that are designed, each with its subparagraph.
    private static let designed: [(id: ID, statement: String, paragraph: String)] = [
        ("glba-access-limited", "Access is given to those who need it, and reviewed", "314.4(c)(1)"),
        ("glba-assets-known", "Data, people, devices, systems and places are inventoried by importance", "314.4(c)(2)"),
        ("glba-development-secure", "Applications are developed and bought by secure practices", "314.4(c)(4)"),
        ("glba-changes-managed", "Changes go through a procedure", "314.4(c)(7)"),
        ("glba-activity-logged", "Activity of users is logged, and misuse is detected", "314.4(c)(8)"),
    ]

    @OverlayBuilder private var safeguards: OverlayBody {
        Artifact("glba-safeguards-plan", "Plan of the safeguards, each with its owner and its risk")
        Produce("glba-safeguards-plan", in: .design)
        Consume("glba-risk-assessment", in: .design)
        for safeguard in Self.designed {
            Expect(safeguard.id, safeguard.statement, atGateOf: .design).needing("glba-safeguards-plan").mandated()
                .citing("16 CFR \(safeguard.paragraph)")
        }
        compensable
    }

    /// The two safeguards for which the qualified individual may approve others in writing.
    @OverlayBuilder private var compensable: OverlayBody {
        Expect(
            "glba-data-encrypted",
            "Customer information is encrypted at rest and on its way, or other controls approved",
            atGateOf: .design
        ).proven(by: Self.counted("glba-unencrypted-stores")).mandated().citing("16 CFR 314.4(c)(3)")
        Expect(
            "glba-multi-factor-used", "Whoever gets at a system proves it by more than one factor, or controls as good",
            atGateOf: .design
        ).proven(by: Self.counted("glba-single-factor-systems")).mandated().citing("16 CFR 314.4(c)(5)")
    }

    /// The plan counts nothing that lacks the safeguard, or the qualified individual has approved other controls.
    private static func counted(_ lacking: ID) -> Proof {
        .any([
            .measured(Bound(lacking, .exactly(0)), of: "glba-safeguards-plan"),
            .signed("glba-safeguards-plan", by: "qualified-individual", separately: false),
        ])
    }

    @OverlayBuilder private var disposal: OverlayBody {
        Artifact("glba-disposal-record", "Record of customer information disposed of, with what is kept and why")
        Produce("glba-disposal-record", in: .closeout)
        Expect(
            "glba-unused-data-disposed", "Customer information goes two years after its last use, or a reason is kept",
            atGateOf: .closeout
        ).proven(
            by: .any([
                .measured(Bound("glba-unused-years", .atMost(2), unit: "years"), of: "glba-disposal-record"),
                .measured(Bound("glba-unexplained-records", .exactly(0)), of: "glba-disposal-record"),
            ])
        ).mandated().citing("16 CFR 314.4(c)(6)")
    }
}

// MARK: Testing, response and report

extension GLBA {
    @OverlayBuilder private var testing: OverlayBody {
        Artifact("glba-testing-report", "Report on tests and monitoring of the safeguards")
        Produce("glba-testing-report", in: .validation)
        Expect("glba-safeguards-tested", "The key safeguards are tested and work", atGateOf: .validation)
            .needing("glba-testing-report").measured("glba-failed-safeguards", .exactly(0)).mandated()
            .citing("16 CFR 314.4(d)(1)")
    }

    /// Every system is monitored; or there was a penetration test within a year and an assessment within six months.
    @OverlayBuilder private var monitoring: OverlayBody {
        Expect(
            "glba-monitored-or-tested",
            "Systems are monitored without a break, or penetration and vulnerabilities are tested in turn",
            atGateOf: .validation
        ).proven(
            by: .any([
                .measured(Bound("glba-unmonitored-systems", .exactly(0)), of: "glba-testing-report"),
                .all([
                    .measured(Bound("glba-penetration-test-age", .atMost(366), unit: "d"), of: "glba-testing-report"),
                    .measured(
                        Bound("glba-vulnerability-assessment-age", .atMost(184), unit: "d"), of: "glba-testing-report"),
                ]),
            ])
        ).mandated().citing("16 CFR 314.4(d)(2)")
    }

    @OverlayBuilder private var responsePlan: OverlayBody {
        Artifact("glba-response-plan", "Incident response plan: goals, roles, communication, remedies, revision")
        Produce("glba-response-plan", in: .design)
        Expect("glba-response-planned", "A written plan says how incidents are met", atGateOf: .design)
            .needing("glba-response-plan").mandated().citing("16 CFR 314.4(h)")
    }

    @OverlayBuilder private var notification: OverlayBody {
        Artifact("glba-notification-procedure", "Procedure for notices of events that concern consumers")
        Produce("glba-notification-procedure", in: .design)
        Expect(
            "glba-notice-in-time", "The commission has notice in time of an event that concerns 500 consumers",
            atGateOf: .design
        ).needing("glba-notification-procedure").measured("glba-notification-days", .atMost(30), unit: "d").mandated()
            .citing("16 CFR 314.4(j)")
        Expect(
            "glba-notice-threshold-kept", "Events are counted towards a notice from 500 consumers on",
            atGateOf: .design
        ).needing("glba-notification-procedure")
            .measured("glba-notification-threshold", .atMost(500), unit: "consumers").mandated()
            .citing("16 CFR 314.4(j)")
    }

    @OverlayBuilder private var adjustment: OverlayBody {
        Artifact("glba-program-review", "Evaluation of the program after tests, changes and incidents")
        Produce("glba-program-review", in: .closeout)
        Expect("glba-program-adjusted", "The program is adjusted to what was learnt", atGateOf: .closeout)
            .needing("glba-program-review").mandated().citing("16 CFR 314.4(g)")
    }

    @OverlayBuilder private var boardReport: OverlayBody {
        Artifact("glba-board-report", "Written report on the program to the board or a senior officer")
        Produce("glba-board-report", in: .closeout)
        Expect(
            "glba-board-informed", "The qualified individual reports in writing, at least once a year",
            atGateOf: .closeout
        ).signed("glba-board-report", by: "qualified-individual")
            .mandated().citing("16 CFR 314.4(i)")
    }
}

// MARK: In the company of others

extension GLBA {
    private var cloud: Together {
        Together(with: "cloud-migration") {
            Expect(
                "glba-cloud-provider-overseen", "The cloud provider is bound to safeguards before data move",
                atGateOf: .design
            ).signed("glba-provider-oversight", by: "qualified-individual").mandated().citing("16 CFR 314.4(f)")
            Expect(
                "glba-transfers-encrypted",
                "No wave moves customer information in the clear, or other controls approved",
                atGateOf: .design
            ).proven(by: Self.counted("glba-unencrypted-transfers")).needing("wave-plan").mandated().citing(
                "16 CFR 314.4(c)(3)")
        }
    }

    private var breachClock: Together {
        Together(with: "breach-notification") {
            Limit("breach-clock-planned", to: .atMost(720)).citing("16 CFR 314.4(j)")
        }
    }

    private var security: Together {
        Together(with: "cybersecurity") {
            Expect(
                "glba-safeguards-in-design", "The design carries every safeguard of the program", atGateOf: .design
            ).needing("glba-safeguards-plan", "design-specification").measured("glba-missing-safeguards", .exactly(0))
                .citing("16 CFR 314.4(c)")
        }
    }
}
