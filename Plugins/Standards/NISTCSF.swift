public import PhaseLoom

/// The NIST Cybersecurity Framework: where the client stands, where it wants to be, and what closes the gap.
///
/// The framework is voluntary. A contract or a grant that incorporates it makes it binding; then a gap without a plan
/// blocks the gate of design for good.
public struct NISTCSF: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "nist-csf", title: "NIST Cybersecurity Framework",
        summary: "Current and target profile over the outcomes of the framework, with a plan for each gap.",
        cites: ["NIST CSF 2.0"])

    static let binding = Binding.option
    static let tier = OverlayOption<Int>.integer(
        "tier", help: "tier of rigour to reach: 1 partial, 2 risk informed, 3 repeatable, 4 adaptive", default: 2,
        in: 1...4)

    /// The options that it takes: `binding` and `tier`.
    public static let options = [binding.descriptor, tier.descriptor]

    /// The reasons for which it applies: an executive order, a clause, or critical infrastructure.
    public static let applicability: [Applicability] = [
        .byStatute(
            "Federal agencies manage the risk of cybersecurity by the framework",
            when: Fact.client.includes("federal-agency")
        ).choosing(["binding": "yes"]).citing("Executive Order 13800, 1(c)(ii)"),
        .byContract("A contract or a grant incorporates it", when: Fact.clauses.includes("nist-csf"))
            .choosing(["binding": "yes"]),
        .byChoice(
            "It was made for critical infrastructure, where it is voluntary", when: Fact.criticalInfrastructure.holds
        ).citing("15 U.S.C. 272(c)(15)"),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: profiles before design, a plan for the gaps, and what became of them at validation.
    public var body: OverlayBody {
        if isBinding { FrameworkAmendment.body }
        currentProfile
        targetProfile
        gapPlan
        records
        outcome
        company
    }

    private var isBinding: Bool { values[Self.binding] }
}

// MARK: Profiles and gaps

extension NISTCSF {
    @OverlayBuilder private var currentProfile: OverlayBody {
        Artifact("csf-current-profile", "Current profile: how far each outcome of the framework is achieved")
        Produce("csf-current-profile", in: .assessment)
        for function in CSFFunction.allCases {
            Perform(
                function.activity, "Profile the outcomes of \(function.rawValue.uppercased())", during: .assessment)
        }
        Expect(
            "csf-outcomes-profiled", "The current profile says of every outcome how far it is achieved",
            atGateOf: .assessment
        ).measured("csf-profiled-outcomes", .exactly(Double(CSFFunction.allOutcomes)))
            .proven(by: .all(CSFFunction.allCases.map { .measured($0.bound, of: "csf-current-profile") }))
            .mandated(where: isBinding).citing("NIST CSF 2.0, 3.1")
    }

    @OverlayBuilder private var targetProfile: OverlayBody {
        Artifact("csf-target-profile", "Target profile: the outcomes wanted, with their priority")
        Produce("csf-target-profile", in: .scoping)
        Consume("csf-current-profile", in: .scoping)
        Expect("csf-target-agreed", "Whoever owns the risk has signed the target profile", atGateOf: .scoping)
            .signed("csf-target-profile", by: "risk-owner").mandated(where: isBinding).citing("NIST CSF 2.0, 3.1")
    }

    @OverlayBuilder private var gapPlan: OverlayBody {
        Artifact("csf-gap-plan", "Gap plan: each gap with its measure, owner and date")
        Produce("csf-gap-plan", in: .design)
        Consume("csf-current-profile", "csf-target-profile", in: .design)
        Perform("csf-compare-profiles", "Compare the current with the target profile", during: .design)
        Expect(
            "csf-gaps-planned", "Every gap between the profiles has a measure, an owner and a date", atGateOf: .design
        )
        .needing("csf-gap-plan").measured("csf-unplanned-gaps", .exactly(0)).mandated(where: isBinding)
        .citing("NIST CSF 2.0, 3.1")
    }
}

// MARK: What was built

extension NISTCSF {
    @OverlayBuilder private var records: OverlayBody {
        Artifact("csf-access-record", "Record of permissions, each with its reason and its last review")
        Artifact("csf-log-record", "Record of the logs that are kept and who watches them")
        Produce("csf-access-record", "csf-log-record", in: .execution)
        Expect("csf-access-managed", "Permissions follow a policy, are minimal and are reviewed", atGateOf: .execution)
            .needing("csf-access-record").mandated(where: isBinding).citing("NIST CSF 2.0, PR.AA-05")
        Expect("csf-events-logged", "Logs are kept and reach whoever monitors", atGateOf: .execution)
            .needing("csf-log-record").mandated(where: isBinding).citing("NIST CSF 2.0, PR.PS-04")
    }

    @OverlayBuilder private var outcome: OverlayBody {
        Artifact("csf-outcome-report", "Outcome report: what became of each gap, and the tier that is reached")
        Produce("csf-outcome-report", in: .validation)
        Consume("csf-gap-plan", in: .validation)
        Expect("csf-gaps-closed", "Every gap is closed, or accepted by whoever owns the risk", atGateOf: .validation)
            .needing("csf-outcome-report").measured("csf-open-gaps", .exactly(0)).mandated(where: isBinding)
            .citing("NIST CSF 2.0, 3.1")
        Expect("csf-tier-reached", "Governance and management of risk reach the tier wanted", atGateOf: .validation)
            .needing("csf-outcome-report").measured("csf-tier", .within(Double(values[Self.tier])...4))
            .mandated(where: isBinding).citing("NIST CSF 2.0, 3.2")
    }

    @OverlayBuilder private var company: OverlayBody {
        Together(with: "itil-4") {
            Perform(
                "csf-layer-on-practices", "Assign each outcome of the target to the practice that delivers it",
                during: .design
            ).after("csf-compare-profiles").citing("Industry Standards and Best Practices")
        }
        Together(with: "small-business") {
            Perform(
                "csf-fit-to-size", "Fit the effort to a small business without dropping what regulated data need",
                during: .design
            ).after("csf-compare-profiles").citing("NIST SP 1300")
        }
    }
}
