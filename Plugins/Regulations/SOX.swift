public import PhaseLoom

/// Sections 302 and 404 of the Sarbanes-Oxley Act: controls over the systems from which financial statements come.
///
/// Changes are approved and traced, access is least and reviewed, duties that conflict are apart, evidence is kept.
public struct SOX: ConfigurableOverlay, Regulation {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "sox", title: "SOX internal control",
        summary: "Financial reporting systems: change management, access, segregation of duties and kept evidence.",
        cites: ["15 U.S.C. 7241", "15 U.S.C. 7262", "How Technology Services Works"])

    static let attestation = OverlayOption<Bool>.flag(
        "attestation", help: "whether the auditor attests to the assessment, as for accelerated filers", default: false)
    static let retention = OverlayOption<Int>.integer(
        "evidence-retention", help: "years that evidence is kept; auditors keep their papers for seven", default: 7,
        in: 7...50)

    /// The options that it takes: `attestation` and `evidence-retention`.
    public static let options = [attestation.descriptor, retention.descriptor]

    /// When it applies: to systems of public companies from which financial statements are made.
    public static let applicability: [Applicability] = [
        .byStatute(
            "Management of a public company answers for the controls over its financial reporting",
            when: Fact.publicCompany.holds && Fact.dataClasses.includes("financial-reporting") && .underUSLaw
        ).citing("15 U.S.C. 7262(a)")
    ]

    static let classes: [RequirementClass: [ID]] = [
        .documentation: ["sox-systems-scoped", "sox-evidence-kept"],
        .accessControl: ["sox-access-least", "sox-duties-apart"],
        .auditTrail: ["sox-changes-traced"],
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the amendment, the controls from assessment to closeout, and what the officers rely on.
    public var body: OverlayBody {
        Self.amendment
        scope
        controls
        changes
        test
        evidence
        certification
        if values[Self.attestation] { auditorAttestation }
        changeAndRelease
        cloud
        enterprise
    }
}

// MARK: Design and execution

extension SOX {
    @OverlayBuilder private var scope: OverlayBody {
        Artifact("sox-system-inventory", "Systems, reports and interfaces on which financial statements rely")
        Produce("sox-system-inventory", in: .assessment)
        Expect(
            "sox-systems-scoped", "Every system on which financial statements rely is in scope", atGateOf: .assessment
        ).needing("sox-system-inventory").mandated().citing("15 U.S.C. 7262(a)")
    }

    @OverlayBuilder private var controls: OverlayBody {
        Artifact("sox-control-matrix", "Matrix of risks and controls: changes, access, duties, operation")
        Artifact("sox-duty-matrix", "Matrix of roles against duties that conflict")
        Produce("sox-control-matrix", "sox-duty-matrix", in: .design)
        Consume("sox-system-inventory", in: .design)
        Expect(
            "sox-changes-controlled", "A procedure says how changes are asked for, tested, approved and released",
            atGateOf: .design
        ).needing("sox-control-matrix").mandated().citing("15 U.S.C. 7262(a)")
        Expect("sox-access-least", "Each right of access is needed, approved and reviewed", atGateOf: .design)
            .needing("sox-control-matrix").measured("sox-unapproved-rights", .exactly(0)).mandated()
            .citing("15 U.S.C. 7262(a)")
        Expect("sox-duties-apart", "Nobody holds two duties that conflict", atGateOf: .design)
            .needing("sox-duty-matrix").measured("sox-duty-conflicts", .exactly(0)).mandated()
            .citing("15 U.S.C. 7262(a)")
    }

    @OverlayBuilder private var changes: OverlayBody {
        Artifact("sox-change-log", "Log of changes: request, test, approval, release, each with person and time")
        Produce("sox-change-log", in: .execution)
        Consume("sox-control-matrix", in: .execution)
        Expect(
            "sox-changes-traced", "Each change leads back to a request, a test and an approval", atGateOf: .execution
        ).signed("sox-change-log", by: "control-owner", separately: true)
            .measured("sox-untraced-changes", .exactly(0)).mandated().citing("15 U.S.C. 7262(a)")
    }
}

// MARK: Validation and closeout

extension SOX {
    @OverlayBuilder private var test: OverlayBody {
        Artifact("sox-control-test", "Test of the design and the operation of the controls, with deficiencies")
        Produce("sox-control-test", in: .validation)
        Consume("sox-change-log", in: .validation)
        Expect("sox-weaknesses-disclosed", "Every material weakness is disclosed", atGateOf: .validation)
            .signed("sox-control-test", by: "reviewer", separately: true)
            .measured("sox-undisclosed-weaknesses", .exactly(0)).mandated()
            .citing("15 U.S.C. 7262(a)", "17 CFR 229.308(a)(3)")
    }

    @OverlayBuilder private var evidence: OverlayBody {
        Artifact("sox-evidence-index", "Index of the evidence of the controls, with place and retention")
        Produce("sox-evidence-index", in: .transfer)
        // The section binds auditors; the company keeps its evidence as long so that they find it.
        Expect("sox-evidence-kept", "Evidence is kept as long as auditors keep their papers", atGateOf: .transfer)
            .needing("sox-evidence-index")
            .measured("sox-retention-years", .atLeast(Double(values[Self.retention])), unit: "years")
            .citing("17 CFR 210.2-06")
    }

    @OverlayBuilder private var certification: OverlayBody {
        Artifact("sox-officer-brief", "What the officers certify: changes of controls, deficiencies and fraud found")
        Produce("sox-officer-brief", in: .closeout)
        Expect(
            "sox-officers-informed", "The officers know every deficiency before they certify", atGateOf: .closeout
        ).signed("sox-officer-brief", by: "control-owner").measured("sox-undisclosed-deficiencies", .exactly(0))
            .mandated().citing("15 U.S.C. 7241(a)")
    }

    @OverlayBuilder private var auditorAttestation: OverlayBody {
        Artifact("sox-attestation", "The auditor's attestation to the assessment of the controls")
        Produce("sox-attestation", in: .closeout)
        Expect("sox-assessment-attested", "The auditor attests to management's assessment", atGateOf: .closeout)
            .signed("sox-attestation", by: "auditor").mandated().citing("15 U.S.C. 7262(b)")
    }
}

// MARK: In the company of others

extension SOX {
    private var changeAndRelease: Together {
        Together(with: "change-and-release") {
            Expect(
                "sox-approver-not-deployer", "Whoever approves a change does not deploy it", atGateOf: .execution
            ).needing("sox-change-log").measured("sox-self-deployed-changes", .exactly(0)).mandated()
                .citing("15 U.S.C. 7262(a)")
        }
    }

    private var cloud: Together {
        Together(with: "cloud-migration") {
            Artifact("sox-reconciliation", "Balances before and after the move, ledger by ledger")
            Produce("sox-reconciliation", in: .validation)
            Expect("sox-balances-reconciled", "Financial data are complete after the move", atGateOf: .validation)
                .needing("sox-reconciliation").measured("sox-unreconciled-balances", .exactly(0)).mandated()
                .citing("15 U.S.C. 7262(a)")
        }
    }

    private var enterprise: Together {
        Together(with: "enterprise") {
            Expect(
                "sox-committee-informed", "The audit committee hears of deficiencies and fraud", atGateOf: .closeout
            ).signed("sox-officer-brief", by: "audit-committee").mandated().citing("15 U.S.C. 7241(a)(5)")
        }
    }
}
