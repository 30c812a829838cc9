public import PhaseLoom

/// The authorisation of a cloud service for federal agencies: assessed independently, then watched every month.
public struct FedRAMP: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "fedramp", title: "FedRAMP",
        summary: "A cloud service for federal agencies: baseline, independent assessment, authorisation, monitoring.",
        cites: ["FedRAMP Rev. 5 baselines"])

    static let part = OverlayOption<FedRAMPPart>.choice(
        "part", help: "whether the engagement brings the cloud service or uses it", default: .provider)
    static let baseline = OverlayOption<FedRAMPBaseline>.choice(
        "baseline", help: "baseline of controls, by the highest impact of a loss", default: .moderate)
    static let months = OverlayOption<Int>.integer(
        "months", help: "months of continuous monitoring that a provider covers", default: 12, in: 2...120)

    /// The options that it takes: `part`, `baseline` and `months`.
    public static let options = [part.descriptor, baseline.descriptor, months.descriptor]

    /// The reasons for which it applies: an agency buys or uses a cloud, a clause, or a defence contractor's data.
    ///
    /// A provider's reason stands before a customer's: whoever brings the service is also moved into it. High impact
    /// stands before the moderate baseline of the clause on defence, which stands before the lower impacts.
    public static let applicability: [Applicability] =
        FedRAMPBaseline.rated.map { level in
            .byStatute(
                "The agency's loss would have \(level.rawValue) impact",
                when: (agencyBuys || agencyMoves) && Fact.impactLevel.includes(level.impact)
            ).choosing(["baseline": level.rawValue]).citing("FIPS 199")
        } + [
            .byStatute("A federal agency buys the cloud service", when: agencyBuys)
                .choosing(["part": "provider"]).citing("44 U.S.C. 3613"),
            .byStatute("A federal agency moves into a cloud service", when: agencyMoves)
                .choosing(["part": "customer"]).citing("44 U.S.C. 3613"),
            byClause(.high),
            .byContract(
                "A cloud that holds covered defence information meets the moderate baseline or its equivalent",
                when: defenceData && Fact.targetLocations.includes("cloud")
            ).choosing(["baseline": "moderate", "part": "customer"]).citing("DFARS 252.204-7012(b)(2)(ii)(D)"),
            byClause(.moderate), byClause(.low),
            .byContract("The contract asks for it", when: Fact.clauses.includes("fedramp")),
        ]

    private static let agencyBuys =
        Fact.client.includes("federal-agency") && Fact.deliverables.includes("cloud-service")
    private static let agencyMoves =
        Fact.client.includes("federal-agency") && Fact.targetLocations.includes("cloud")
    private static let defenceData =
        Fact.clauses.includes("dfars-7012") || (Fact.sector.includes("defence") && Fact.dataClasses.includes("cui"))

    private static func byClause(_ level: FedRAMPBaseline) -> Applicability {
        .byContract(
            "The contract asks for it, and a loss would have \(level.rawValue) impact",
            when: Fact.clauses.includes("fedramp") && Fact.impactLevel.includes(level.impact)
        ).choosing(["baseline": level.rawValue]).citing("FIPS 199")
    }

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: for a provider boundary and plan, independent assessment, authorisation before transfer and
    /// monthly monitoring; for a customer the evidence that the service is authorised, and the duties left to it.
    public var body: OverlayBody {
        FrameworkAmendment.body
        categorisation
        boundary
        switch values[Self.part] {
        case .provider:
            plan
            assessment
            authorisation
            monitoring
            monitoringCriteria
        case .customer:
            evidence
            duties
        }
        records
        cloudMigration
    }

    private var controls: Interval { .atLeast(Double(values[Self.baseline].controls)) }
}

extension FedRAMPBaseline {
    /// The baselines that an impact decides on, the strictest first.
    fileprivate static let rated: [FedRAMPBaseline] = [.high, .moderate, .low]

    fileprivate var impact: ID { self == .tailored ? "low" : "\(rawValue)" }
}

// MARK: Before execution

extension FedRAMP {
    @OverlayBuilder private var categorisation: OverlayBody {
        Artifact("fedramp-categorisation", "Categorisation: impact on confidentiality, integrity and availability")
        Produce("fedramp-categorisation", in: .assessment)
        Expect("fedramp-impact-rated", "The highest of the three impacts decides the baseline", atGateOf: .assessment)
            .needing("fedramp-categorisation").mandated().citing("FIPS 199", "FIPS 200")
    }

    @OverlayBuilder private var boundary: OverlayBody {
        Artifact("fedramp-boundary", "Authorisation boundary: components, data flows and outside services")
        Produce("fedramp-boundary", in: .design)
        Consume("fedramp-categorisation", in: .design)
        Expect(
            "fedramp-boundary-drawn", "Every component and outside service is inside or outside the boundary",
            atGateOf: .design
        ).needing("fedramp-boundary").measured("fedramp-unplaced-components", .exactly(0)).mandated()
            .citing("NIST SP 800-37 Rev. 2, P-11")
    }

    @OverlayBuilder private var plan: OverlayBody {
        Artifact("fedramp-security-plan", "System security plan: how each control of the baseline is implemented")
        Produce("fedramp-security-plan", in: .design)
        Expect("fedramp-controls-described", "The plan describes every control of the baseline", atGateOf: .design)
            .needing("fedramp-security-plan").measured("described-controls", controls).mandated()
            .citing("NIST SP 800-53 Rev. 5, PL-2")
    }
}

// MARK: A customer

extension FedRAMP {
    /// The marketplace is where the programme lists what is authorised; an equivalent comes with a body of evidence.
    @OverlayBuilder private var evidence: OverlayBody {
        let level = values[Self.baseline].rawValue
        Artifact("fedramp-service-evidence", "Evidence of the marketplace: each service used, baseline and date")
        Produce("fedramp-service-evidence", in: .design)
        Expect(
            "fedramp-service-authorised",
            "Each cloud service used is authorised at the \(level) baseline or above, or is its equivalent",
            atGateOf: .design
        ).needing("fedramp-service-evidence").measured("fedramp-services-below-baseline", .exactly(0)).mandated()
            .citing("44 U.S.C. 3613", "DFARS 252.204-7012(b)(2)(ii)(D)")
        Require(
            "fedramp-service-still-authorised", "The authorisation stands when the service is first used",
            toEnter: .transfer
        ).proven(
            by: .measured(Bound("fedramp-services-below-baseline", .exactly(0)), of: "fedramp-service-evidence")
        ).mandated().citing("44 U.S.C. 3613")
    }

    @OverlayBuilder private var duties: OverlayBody {
        Artifact("fedramp-duty-matrix", "Matrix of duties: each control by provider, customer or both")
        Artifact("fedramp-duty-record", "Record of how the customer meets the duties left to it")
        Produce("fedramp-duty-matrix", in: .design)
        Produce("fedramp-duty-record", in: .validation)
        Consume("fedramp-duty-matrix", in: .validation)
        Expect("fedramp-duties-divided", "Each control is the provider's, the customer's or both's", atGateOf: .design)
            .needing("fedramp-duty-matrix").measured("fedramp-undivided-controls", .exactly(0)).mandated()
            .citing("NIST SP 800-53 Rev. 5, SA-9")
        Expect("fedramp-duties-met", "The customer meets the duties that are left to it", atGateOf: .validation)
            .needing("fedramp-duty-record").measured("fedramp-unmet-duties", .exactly(0)).mandated()
            .citing("NIST SP 800-53 Rev. 5, SA-9")
    }
}

// MARK: Execution and validation

extension FedRAMP {
    @OverlayBuilder private var records: OverlayBody {
        Artifact("fedramp-access-record", "Record of accounts and of what each may do")
        Artifact("fedramp-audit-record", "Record of the events that are audited, and of their retention")
        Produce("fedramp-access-record", "fedramp-audit-record", in: .execution)
        Expect("fedramp-access-enforced", "Accounts are managed and access is enforced", atGateOf: .execution)
            .needing("fedramp-access-record").mandated()
            .citing("NIST SP 800-53 Rev. 5, AC-2", "NIST SP 800-53 Rev. 5, AC-3")
        Expect("fedramp-events-audited", "Events of the plan are recorded and kept", atGateOf: .execution)
            .needing("fedramp-audit-record").mandated()
            .citing("NIST SP 800-53 Rev. 5, AU-2", "NIST SP 800-53 Rev. 5, AU-11")
    }

    @OverlayBuilder private var assessment: OverlayBody {
        Artifact("fedramp-assessment-report", "Assessment report of an independent assessor, control by control")
        Artifact("fedramp-remediation-plan", "Plan of action and milestones: each weakness with owner and date")
        Produce("fedramp-assessment-report", "fedramp-remediation-plan", in: .validation)
        Consume("fedramp-security-plan", "fedramp-boundary", in: .validation)
        Expect(
            "fedramp-controls-assessed", "An independent assessor has assessed every control of the baseline",
            atGateOf: .validation
        ).signed("fedramp-assessment-report", by: "independent-assessor", separately: true)
            .measured("assessed-controls", controls).mandated()
            .citing("44 U.S.C. 3611", "NIST SP 800-53 Rev. 5, CA-2(1)")
        Expect(
            "fedramp-findings-tracked", "Every finding of the assessment is in the plan of action",
            atGateOf: .validation
        ).needing("fedramp-remediation-plan", "fedramp-assessment-report")
            .measured("fedramp-untracked-findings", .exactly(0)).mandated().citing("NIST SP 800-53 Rev. 5, CA-5")
    }

    @OverlayBuilder private var authorisation: OverlayBody {
        Artifact("fedramp-authorisation-package", "Authorisation package: plan, assessment report and plan of action")
        Produce("fedramp-authorisation-package", in: .validation)
        Expect(
            "fedramp-package-complete", "The package holds plan, assessment report and plan of action",
            atGateOf: .validation
        ).needing(
            "fedramp-authorisation-package", "fedramp-security-plan", "fedramp-assessment-report",
            "fedramp-remediation-plan"
        ).mandated().citing("NIST SP 800-37 Rev. 2, R-1")
        Require(
            "fedramp-authorised", "An authorising official has accepted the risk before the service is used",
            toEnter: .transfer
        ).signed("fedramp-authorisation-package", by: "authorising-official", separately: true).mandated()
            .citing("NIST SP 800-53 Rev. 5, CA-6", "NIST SP 800-37 Rev. 2, R-4")
    }
}

// MARK: Monitoring

extension FedRAMP {
    /// A period of a month is one round of the phase, which leads back to itself until the term is covered.
    @OverlayBuilder private var monitoring: OverlayBody {
        Artifact("fedramp-monitoring-report", "Monthly report: scans, inventory and plan of action")
        Insert("fedramp-monitoring", "Continuous monitoring, a month").after(.transfer).before(.closeout)
            .consuming("fedramp-remediation-plan", "fedramp-authorisation-package")
            .producing("fedramp-monitoring-report").citing("NIST SP 800-53 Rev. 5, CA-7")
        Perform("fedramp-scan", "Scan the whole inventory with credentials", during: "fedramp-monitoring")
        Perform("fedramp-report", "Hand the month's report to the agency", during: "fedramp-monitoring")
            .after("fedramp-scan")
        LoopBack(
            "fedramp-months", from: "fedramp-monitoring", to: "fedramp-monitoring", while: "fedramp-term-covered",
            atMost: values[Self.months] - 1)
    }

    @OverlayBuilder private var monitoringCriteria: OverlayBody {
        Expect("fedramp-month-reported", "The month has its report", atGateOf: "fedramp-monitoring")
            .needing("fedramp-monitoring-report").measured("fedramp-report-interval", .atMost(31), unit: "d")
            .mandated().citing("FedRAMP Continuous Monitoring Strategy Guide")
        Expect(
            "fedramp-flaws-remedied", "No vulnerability is older than its severity allows",
            atGateOf: "fedramp-monitoring"
        )
        .proven(
            by: .all([
                Self.age("fedramp-oldest-high", 30), Self.age("fedramp-oldest-moderate", 90),
                Self.age("fedramp-oldest-low", 180),
            ])
        ).mandated().citing("FedRAMP Continuous Monitoring Strategy Guide")
        Expect("fedramp-assessed-yearly", "The last assessment is at most a year old", atGateOf: "fedramp-monitoring")
            .needing("fedramp-monitoring-report").measured("fedramp-assessment-age", .atMost(366), unit: "d")
            .mandated().citing("FedRAMP Continuous Monitoring Strategy Guide")
        Expect("fedramp-term-covered", "Every month of the term has its report", atGateOf: "fedramp-monitoring")
            .needing("fedramp-monitoring-report").measured("fedramp-unreported-months", .exactly(0)).mandated()
            .citing("NIST SP 800-53 Rev. 5, CA-7")
    }

    private static func age(_ measure: ID, _ days: Double) -> Proof {
        .measured(Bound(measure, .atMost(days), unit: "d"), of: "fedramp-monitoring-report")
    }

    /// A workload may only move to where the boundary says that an authorisation reaches.
    private var cloudMigration: Together {
        Together(with: "cloud-migration") {
            Expect(
                "fedramp-provider-authorised", "Workloads move only to services authorised at the baseline or above",
                atGateOf: .design
            ).needing("fedramp-boundary", "wave-plan").measured("fedramp-unauthorised-services", .exactly(0))
                .mandated().citing("44 U.S.C. 3613")
        }
    }
}
