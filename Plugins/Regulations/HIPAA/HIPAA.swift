public import PhaseLoom

/// The HIPAA Security Rule: its 18 standards at the gates of the engagement, each specification with its record.
///
/// What is required is mandated. An addressable specification is mandated as the choice that the rule leaves:
/// implemented, or an alternative that the security official signs.
public struct HIPAA: ConfigurableOverlay, Regulation {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "hipaa", title: "HIPAA Security Rule",
        summary: "Electronic health information: 18 standards, 14 required and 22 addressable specifications.",
        cites: ["45 CFR 164 subpart C", "Process Framework for Technology Services"])

    static let role = OverlayOption<Role>.choice(
        "role", help: "the part that the provider of the engagement plays", default: .coveredEntity)
    static let retention = OverlayOption<Int>.integer(
        "retention", help: "years that policies and records are kept at least", default: 6, in: 6...50)

    /// The options that it takes: `role` and `retention`.
    public static let options = [role.descriptor, retention.descriptor]

    /// When it applies: to electronic health information by statute, elsewhere when a contract says so.
    public static let applicability: [Applicability] = [
        .byStatute(
            "The Security Rule protects electronic health information", when: healthInformation
        ).citing("45 CFR 164.302"),
        .byStatute(
            "Another organisation that handles health information is a business associate",
            when: healthInformation && Fact.relation.includes("external")
        ).citing("45 CFR 160.103").choosing(["role": "business-associate"]),
        .byContract("The contract adopts the Security Rule", when: Fact.clauses.includes("hipaa")),
    ]

    private static let healthInformation = Fact.dataClasses.includes("ephi") && .underUSLaw

    static let classes: [RequirementClass: [ID]] = [
        .documentation: ["hipaa-documentation-kept"],
        .accessControl: ["hipaa-access-policy-approved", "hipaa-unique-user-identification-in-place"],
        .auditTrail: ["hipaa-audit-log-design-in-place", "hipaa-activity-review-in-place"],
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the amendment, the standards, four documents before execution, and the index that is kept.
    public var body: OverlayBody {
        Self.amendment
        for specification in SecurityStandard.all.flatMap(\.specifications) { specification.changes }
        contractSigned
        accessPolicy
        breachProcedure
        beforeExecution
        documentation
        recordings
        cloud
        breachClock
        models
        building
    }
}

// MARK: Beyond the standards

extension HIPAA {
    private var chosenRole: Role { values[Self.role] }

    @OverlayBuilder private var contractSigned: OverlayBody {
        Expect(
            "hipaa-contract-signed", "Both parties have signed the business associate contract", atGateOf: .scoping
        ).signed("hipaa-business-associate-contract", by: "client")
            .signed("hipaa-business-associate-contract", by: "provider").mandated()
            .citing("45 CFR 164.308(b)(1)", "45 CFR 164.314(a)", "45 CFR 164.504(e)")
    }

    @OverlayBuilder private var accessPolicy: OverlayBody {
        Artifact("hipaa-access-policy", "Access control policy for health information")
        Produce("hipaa-access-policy", in: .design)
        Expect(
            "hipaa-access-policy-approved", "The security official has approved the access control policy",
            atGateOf: .design
        ).signed("hipaa-access-policy", by: "security-official").mandated()
            .citing("45 CFR 164.308(a)(4)(i)", "45 CFR 164.312(a)(1)")
    }

    @OverlayBuilder private var breachProcedure: OverlayBody {
        Artifact("hipaa-breach-procedure", "Breach notification procedure: assessment, addressees, content and clocks")
        Produce("hipaa-breach-procedure", in: .design)
        Expect(
            "hipaa-breach-procedure-ready", "A breach is notified in time, first of all to \(chosenRole.addressee)",
            atGateOf: .design
        ).needing("hipaa-breach-procedure").measured("hipaa-notification-days", .atMost(60), unit: "d").mandated()
            .citing(chosenRole.clock)
    }

    /// The four documents of which the framework says that they stand before execution.
    @OverlayBuilder private var beforeExecution: OverlayBody {
        Require(
            "hipaa-safeguards-documented",
            "Risk analysis, access policy, audit logs and breach procedure are documented", toEnter: .execution
        ).needing(
            "hipaa-risk-analysis", "hipaa-access-policy", "hipaa-audit-log-design", "hipaa-breach-procedure"
        ).mandated().citing("45 CFR 164.316(b)(1)", "Industry Standards and Best Practices")
    }

    @OverlayBuilder private var documentation: OverlayBody {
        Artifact("hipaa-documentation-index", "Index of policies and records by section of the rule, with retention")
        Produce("hipaa-documentation-index", in: .closeout)
        Expect(
            "hipaa-documentation-kept", "Policies, actions and assessments are in writing and kept", atGateOf: .closeout
        ).needing("hipaa-documentation-index")
            .measured("hipaa-retention-years", .atLeast(Double(values[Self.retention])), unit: "years").mandated()
            .citing("45 CFR 164.316(b)(1)", "45 CFR 164.316(b)(2)(i)")
    }
}

// MARK: In the company of others

extension HIPAA {
    private var recordings: Together {
        Together(with: "cctv") {
            Artifact("hipaa-recording-safeguards", "Access to, retention and disposal of recordings that show patients")
            Produce("hipaa-recording-safeguards", in: .design)
            Expect(
                "hipaa-recordings-protected",
                "Recordings that show patients have limited access, a retention and a disposal", atGateOf: .design
            ).needing("hipaa-recording-safeguards").mandated()
                .citing("45 CFR 160.103", "45 CFR 164.310(d)(2)(i)", "45 CFR 164.312(a)(1)")
        }
    }

    private var cloud: Together {
        Together(with: "cloud-migration") {
            Artifact("hipaa-cloud-contract", "Business associate contract with the cloud provider")
            Produce("hipaa-cloud-contract", in: .design)
            Require(
                "hipaa-cloud-provider-bound", "The cloud provider is bound by contract before data move",
                toEnter: .execution
            ).signed("hipaa-cloud-contract", by: "cloud-provider").mandated()
                .citing(chosenRole.contract, "45 CFR 164.314(a)")
            Expect(
                "hipaa-transfers-encrypted", "No wave moves health information in the clear", atGateOf: .design
            ).needing("wave-plan", "hipaa-transmission-encryption")
                .measured("hipaa-unencrypted-transfers", .exactly(0)).citing("45 CFR 164.312(e)(1)")
        }
    }

    private var breachClock: Together {
        Together(with: "breach-notification") {
            Limit("breach-clock-planned", to: .atMost(1440)).citing(chosenRole.clock)
        }
    }

    /// Whatever learns from health information, it learns from data that are de-identified or may be used.
    @OverlayBuilder private var models: OverlayBody {
        for company in ["ml-feedback", "ai-services"] as [ID] {
            Together(with: company) {
                Artifact("hipaa-deidentification", "De-identification of the data that models learn from")
                Produce("hipaa-deidentification", in: .design)
                Expect(
                    "hipaa-data-deidentified",
                    "Models learn from data without identifiers, or by an authorisation that permits it",
                    atGateOf: .design
                ).proven(by: Self.deidentified).mandated().citing("45 CFR 164.502(a)", "45 CFR 164.514(b)")
            }
        }
    }

    private static let deidentified = Proof.any([
        .measured(Bound("hipaa-identifiers-left", .exactly(0)), of: "hipaa-deidentification"),
        .signed("hipaa-deidentification", by: "statistician", separately: true),
        .signed("hipaa-deidentification", by: "privacy-official", separately: true),
    ])

    private var building: Together {
        Together(with: "smart-building") {
            Require(
                "hipaa-building-apart", "Controllers of the building cannot reach systems with health information",
                toEnter: .execution
            ).needing("building-network-plan", "hipaa-access-policy").citing("45 CFR 164.312(a)(1)")
        }
    }
}
