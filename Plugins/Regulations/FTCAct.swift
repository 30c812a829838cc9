public import PhaseLoom

/// Section 5 of the FTC Act: every claim about the product or service rests on evidence, from proposal to validation.
public struct FTCAct: ConfigurableOverlay, Regulation {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "ftc-act", title: "FTC Act section 5",
        summary:
            "Commercial claims are registered with evidence and date; AI on personal data gives notice and deletes.",
        cites: ["15 U.S.C. 45", "Process Framework for Technology Services"])

    static let personalData = OverlayOption<Bool>.flag(
        "personal-data", help: "whether AI works on personal data, which adds a privacy notice and a deletion path",
        default: false)

    /// The options that it takes: `personal-data`.
    public static let options = [personalData.descriptor]

    /// When it applies: to commercial claims, and to AI services on personal data.
    public static let applicability: [Applicability] = [
        .byStatute(
            "Claims to customers or the public must not deceive",
            when: Fact.claims.holds && Fact.ftcJurisdiction.holds && .underUSLaw
        ).citing("15 U.S.C. 45(a)"),
        .byStatute(
            "AI on personal data must keep what is said about those data",
            when: aiOnPersonalData && Fact.ftcJurisdiction.holds && .underUSLaw
        ).citing("15 U.S.C. 45(a)").choosing(["personal-data": "yes"]),
        .byChoice("Claims that rest on evidence last longer", when: Fact.claims.holds),
    ]

    private static let aiOnPersonalData =
        Fact.dataClasses.includes("personal", "ephi", "customer-financial", "recordings")
        && Fact.deliverables.includes("ai-service", "ml-model")

    static let classes: [RequirementClass: [ID]] = [
        .documentation: ["ftc-claims-registered"],
        .accessControl: ["ftc-claims-released"],
        .auditTrail: ["ftc-claims-traced"],
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the amendment, the register of claims, its two checks, and what personal data ask for.
    public var body: OverlayBody {
        Self.amendment
        register
        substantiation
        if values[Self.personalData] {
            privacy
            deletion
        }
        models
        services
    }
}

// MARK: Claims

extension FTCAct {
    @OverlayBuilder private var register: OverlayBody {
        Artifact("ftc-claims-register", "Claims register: statement, evidence and date of each claim")
        Produce("ftc-claims-register", in: .scoping)
        Expect(
            "ftc-claims-registered", "Each claim of the proposal is registered with its evidence and date",
            atGateOf: .scoping
        ).needing("ftc-claims-register").measured("ftc-claims-without-evidence", .exactly(0)).mandated()
            .citing("15 U.S.C. 45(a)", "FTC Policy Statement Regarding Advertising Substantiation (1984)")
        Expect("ftc-claims-released", "Only a claim that someone named has released is made", atGateOf: .scoping)
            .signed("ftc-claims-register", by: "claims-reviewer", separately: true)
    }

    @OverlayBuilder private var substantiation: OverlayBody {
        Artifact("ftc-substantiation", "Substantiation: each claim with the results that bear it out")
        Consume("ftc-claims-register", in: .validation)
        Produce("ftc-substantiation", in: .validation)
        Expect(
            "ftc-claims-substantiated", "What was built bears out every claim that is made of it",
            atGateOf: .validation
        ).needing("ftc-claims-register", "ftc-substantiation").measured("ftc-unsubstantiated-claims", .exactly(0))
            .mandated().citing("15 U.S.C. 45(a)", "FTC Policy Statement Regarding Advertising Substantiation (1984)")
        Expect(
            "ftc-claims-traced", "The history says when each claim was made, changed and withdrawn, and by whom",
            atGateOf: .closeout
        ).needing("ftc-substantiation").measured("ftc-undated-claims", .exactly(0))
    }
}

// MARK: AI on personal data

extension FTCAct {
    @OverlayBuilder private var privacy: OverlayBody {
        Artifact("ftc-privacy-notice", "Privacy notice: data, purposes, training, recipients and retention")
        Produce("ftc-privacy-notice", in: .design)
        Expect("ftc-notice-true", "The privacy notice says what the service does with the data", atGateOf: .design)
            .needing("ftc-privacy-notice").measured("ftc-undisclosed-uses", .exactly(0)).mandated()
            .citing("15 U.S.C. 45(a)")
    }

    /// Good practice: the section gives nobody a right to have data deleted.
    @OverlayBuilder private var deletion: OverlayBody {
        Artifact("ftc-deletion-path", "Deletion path: from the request to data, copies and models made of them")
        Artifact("ftc-deletion-test", "Test of the deletion path")
        Produce("ftc-deletion-path", in: .design)
        Produce("ftc-deletion-test", in: .validation)
        Expect("ftc-deletion-planned", "Personal data can be deleted, from models too", atGateOf: .design)
            .needing("ftc-deletion-path")
        Expect("ftc-deletion-works", "A deletion leaves nothing that it should have taken", atGateOf: .validation)
            .needing("ftc-deletion-test").measured("ftc-undeleted-records", .exactly(0))
    }
}

// MARK: In the company of others

extension FTCAct {
    private var models: Together {
        Together(with: "ml-feedback") {
            Expect(
                "ftc-model-claims-measured", "No claim about a model goes beyond its measured results",
                atGateOf: .validation
            ).needing("ftc-claims-register", "model-evaluation").measured("ftc-claims-beyond-model", .exactly(0))
                .mandated().citing("15 U.S.C. 45(a)")
        }
    }

    private var services: Together {
        Together(with: "ai-services") {
            Expect(
                "ftc-service-claims-measured", "No claim about an AI service goes beyond what was tested",
                atGateOf: .validation
            ).needing("ftc-substantiation", "test-report").measured("ftc-claims-beyond-test", .exactly(0))
                .mandated().citing("15 U.S.C. 45(a)")
        }
    }
}
