public import PhaseLoom

/// The Cybersecurity Maturity Model Certification: a status by level, affirmed every year.
///
/// Level 1 has the 15 requirements of FAR 52.204-21, level 2 the 110 of NIST SP 800-171 revision 2, level 3 adds 24 of
/// NIST SP 800-172 to a final status of level 2.
public struct CMMC: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "cmmc", title: "Cybersecurity Maturity Model Certification",
        summary: "Contracts of the Department of Defense: requirements of a level, score, status, yearly affirmation.",
        cites: ["32 CFR 170"])

    static let level = OverlayOption<Int>.integer(
        "level", help: "level of the contract: 1 for federal contract information, 2 or 3 for controlled information",
        default: 2, in: 1...3)
    static let assessor = OverlayOption<CMMCAssessor>.choice(
        "assessor", help: "who assesses; by default whoever the level asks for", default: .byLevel)
    static let conditional = OverlayOption<Bool>.flag(
        "conditional", help: "whether a conditional status with open items is enough at first", default: false)
    static let years = OverlayOption<Int>.integer(
        "years", help: "years of the contract, each with its affirmation", default: 3, in: 1...10)

    /// The options that it takes: `level`, `assessor`, `conditional` and `years`.
    public static let options = [level.descriptor, assessor.descriptor, conditional.descriptor, years.descriptor]

    /// The reasons for which it applies: information of the Department of Defense, or a clause.
    public static let applicability: [Applicability] = [
        .byStatute(
            "A contractor of defence handles controlled unclassified information",
            when: Fact.sector.includes("defence") && Fact.dataClasses.includes("cui")
        ).choosing(["level": "2"]).citing("32 CFR 170.3"),
        .byStatute(
            "A contractor of defence handles federal contract information",
            when: Fact.sector.includes("defence") && Fact.dataClasses.includes("fci")
        ).choosing(["level": "1"]).citing("32 CFR 170.3"),
        .byContract("The contract names a level", when: Fact.clauses.includes("cmmc"))
            .citing("DFARS 252.204-7021"),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values.
    ///
    /// - Throws: `InvalidValue` when the level knows no such assessor, or no conditional status.
    public init(_ values: OptionValues) throws(InvalidValue) {
        try Self.check(values)
        self.values = values
    }

    /// What it changes: scope and plan, the assessed score, the status before transfer, the affirmation of each year.
    public var body: OverlayBody {
        FrameworkAmendment.body
        scope
        plan
        if level > 1 { postedScore }
        if level > 1 { incidentReports }
        records
        assessment
        if isConditional { openItems }
        status
        affirmation
        affirmationCriteria
        if level > 1 { cloud }
    }
}

// MARK: Options that go together

extension CMMC {
    private static func check(_ values: OptionValues) throws(InvalidValue) {
        let level = values[level]
        let allowed = CMMCAssessor.allowed(at: level)
        guard values[assessor] == .byLevel || allowed.contains(values[assessor]) else {
            throw InvalidValue(
                "option 'assessor' cannot be '\(values[assessor].rawValue)' at level \(level)",
                hint: "use " + allowed.map { "'\($0.rawValue)'" }.joined(separator: " or "))
        }
        guard level > 1 || !values[conditional] else {
            throw InvalidValue(
                "option 'conditional' cannot be 'yes' at level 1", hint: "level 1 allows no open items (32 CFR 170.21)")
        }
    }

    private var level: Int { values[Self.level] }
    private var isConditional: Bool { values[Self.conditional] }

    private var assessor: CMMCAssessor {
        values[Self.assessor] == .byLevel ? CMMCAssessor.allowed(at: level)[0] : values[Self.assessor]
    }

    /// What the assessment has to find; four fifths are enough for a conditional status.
    private var result: Bound {
        switch level {
        case 1: Bound("cmmc-met-requirements", .exactly(15))
        case 2: Bound("cmmc-score", .within((isConditional ? 88 : 110)...110))
        default: Bound("cmmc-met-enhanced-requirements", .within((isConditional ? 20 : 24)...24))
        }
    }
}

// MARK: Before execution

extension CMMC {
    @OverlayBuilder private var scope: OverlayBody {
        Artifact("cmmc-scope-record", "Scope: assets by category, and where the information flows")
        Artifact("cmmc-flow-down-record", "Record of the clauses handed down, by subcontractor")
        Produce("cmmc-scope-record", in: .assessment)
        Produce("cmmc-flow-down-record", in: .scoping)
        Expect(
            "cmmc-assets-scoped", "Every asset has its category, and all that handle information are in scope",
            atGateOf: .assessment
        )
        .needing("cmmc-scope-record").measured("cmmc-uncategorised-assets", .exactly(0)).mandated()
        .citing("32 CFR 170.19")
        Expect(
            "cmmc-clauses-flow-down", "Each subcontractor that handles information has the clauses", atGateOf: .scoping
        )
        .needing("cmmc-flow-down-record").mandated().citing("32 CFR 170.23", "DFARS 252.204-7021")
    }

    @OverlayBuilder private var plan: OverlayBody {
        Artifact("cmmc-security-plan", "System security plan: how each requirement of the level is implemented")
        Produce("cmmc-security-plan", in: .design)
        Consume("cmmc-scope-record", in: .design)
        Expect(
            "cmmc-system-described", "System, boundary and implementation of each requirement are described",
            atGateOf: .design
        )
        .needing("cmmc-security-plan").measured("cmmc-described-requirements", described).mandated()
        .citing(level == 1 ? "FAR 52.204-21(b)(1)" : "NIST SP 800-171 Rev. 2, 3.12.4")
    }

    private var described: Interval { .atLeast(level == 1 ? 15 : level == 2 ? 110 : 110 + 24) }

    /// The score begins at 110 and may fall to −203; only a level with controlled information posts it.
    @OverlayBuilder private var postedScore: OverlayBody {
        Artifact("cmmc-score-record", "Posted summary score, with the date at which all requirements will be met")
        Produce("cmmc-score-record", in: .assessment)
        Require(
            "cmmc-score-posted", "A score of the last three years is posted before work begins", toEnter: .execution
        )
        .proven(by: .measured(Bound("cmmc-posted-score", .within(-203...110)), of: "cmmc-score-record"))
        .proven(by: .measured(Bound("cmmc-score-age", .atMost(1096), unit: "d"), of: "cmmc-score-record"))
        .mandated().citing("DFARS 252.204-7019", "DFARS 252.204-7020")
    }

    @OverlayBuilder private var incidentReports: OverlayBody {
        Artifact("cmmc-reporting-plan", "Plan for reports of cyber incidents: who, through what, how fast")
        Produce("cmmc-reporting-plan", in: .design)
        Expect(
            "cmmc-incidents-reportable", "Cyber incidents can be reported within 72 hours of discovery",
            atGateOf: .design
        )
        .needing("cmmc-reporting-plan").measured("cmmc-reporting-time", .atMost(72), unit: "h").mandated()
        .citing("DFARS 252.204-7012(c)")
    }
}

// MARK: Execution and validation

extension CMMC {
    /// Level 1 asks for no log of systems, but for one of physical access.
    @OverlayBuilder private var records: OverlayBody {
        Artifact("cmmc-access-record", "Record of users, processes and devices, and of what each may do")
        Artifact("cmmc-log-record", "Record of the logs that are kept and reviewed")
        Produce("cmmc-access-record", "cmmc-log-record", in: .execution)
        Expect("cmmc-access-limited", "Only authorised users, processes and devices have access", atGateOf: .execution)
            .needing("cmmc-access-record").mandated()
            .citing(level == 1 ? "FAR 52.204-21(b)(1)(i)" : "NIST SP 800-171 Rev. 2, 3.1.1")
        Expect("cmmc-activity-logged", "The logs that the level asks for are kept", atGateOf: .execution)
            .needing("cmmc-log-record").mandated()
            .citing(level == 1 ? "FAR 52.204-21(b)(1)(ix)" : "NIST SP 800-171 Rev. 2, 3.3.1")
    }

    @OverlayBuilder private var assessment: OverlayBody {
        Artifact("cmmc-assessment-report", "Assessment report with the verdict on each requirement")
        Produce("cmmc-assessment-report", in: .validation)
        Consume("cmmc-security-plan", in: .validation)
        Expect(
            "cmmc-requirements-assessed", "The assessment finds the requirements of the level met",
            atGateOf: .validation
        )
        .signed("cmmc-assessment-report", by: "cmmc-assessor", separately: assessor != .own)
        .measured(result).proven(by: finalLevelTwo).mandated()
        .citing(assessor.source(at: level), "32 CFR 170.24")
    }

    /// Level 3 builds on a final status of level 2, which has no open item.
    private var finalLevelTwo: Proof? {
        level < 3 ? nil : .measured(Bound("cmmc-score", .exactly(110)), of: "cmmc-assessment-report")
    }

    @OverlayBuilder private var openItems: OverlayBody {
        Artifact("cmmc-action-plan", "Plan of action and milestones: the open items, with dates")
        Produce("cmmc-action-plan", in: .validation)
        Expect("cmmc-open-items-allowed", "Only requirements that may stay open are open", atGateOf: .validation)
            .needing("cmmc-action-plan").measured("cmmc-barred-open-items", .exactly(0)).mandated()
            .citing("32 CFR 170.21(a)")
        Expect(
            "cmmc-items-closed", "Open items were closed within 180 days of the conditional status",
            atGateOf: "cmmc-affirmation"
        )
        .needing("cmmc-affirmation-record").measured("cmmc-closing-time", .atMost(180), unit: "d")
        .proven(by: .measured(Bound("cmmc-open-items", .exactly(0)), of: "cmmc-affirmation-record")).mandated()
        .citing("32 CFR 170.21(b)")
    }

    @OverlayBuilder private var status: OverlayBody {
        Artifact("cmmc-status-record", "Record of the status: level, date and identifier of the assessed system")
        Produce("cmmc-status-record", in: .validation)
        Require("cmmc-status-held", "The system has its status before it is used for the contract", toEnter: .transfer)
            .needing("cmmc-status-record").mandated().citing("DFARS 252.204-7021", assessor.source(at: level))
    }
}

// MARK: Every year

extension CMMC {
    @OverlayBuilder private var affirmation: OverlayBody {
        Artifact("cmmc-affirmation-record", "Affirmation of continuous compliance, and what it rests on")
        Insert("cmmc-affirmation", "Affirmation, a year").after(.transfer).before(.closeout)
            .consuming("cmmc-status-record").producing("cmmc-affirmation-record").citing("32 CFR 170.22")
        if values[Self.years] > 1 {
            LoopBack(
                "cmmc-years", from: "cmmc-affirmation", to: "cmmc-affirmation", while: "cmmc-years-affirmed",
                atMost: values[Self.years] - 1)
        }
    }

    /// Level 1 assesses itself every year, the others are assessed every three years.
    @OverlayBuilder private var affirmationCriteria: OverlayBody {
        Expect(
            "cmmc-affirmed", "A senior official affirms that the requirements are still met",
            atGateOf: "cmmc-affirmation"
        )
        .signed("cmmc-affirmation-record", by: "affirming-official").mandated().citing("32 CFR 170.22")
        Expect(
            "cmmc-assessment-current", "The assessment is not older than its level allows", atGateOf: "cmmc-affirmation"
        )
        .needing("cmmc-affirmation-record")
        .measured("cmmc-assessment-age", .atMost(level == 1 ? 366 : 1096), unit: "d").mandated()
        .citing(assessor.source(at: level))
        Expect("cmmc-years-affirmed", "Every year of the contract has its affirmation", atGateOf: "cmmc-affirmation")
            .needing("cmmc-affirmation-record").measured("cmmc-unaffirmed-years", .exactly(0)).mandated()
            .citing("32 CFR 170.22")
    }

    /// Controlled information may leave for a cloud only at the moderate baseline or its equivalent.
    private var cloud: Together {
        Together(with: "fedramp") {
            Expect(
                "cmmc-cloud-authorised", "Cloud services with controlled information meet the moderate baseline",
                atGateOf: .design
            ).needing("cmmc-scope-record", "fedramp-boundary").measured("cmmc-weak-cloud-services", .exactly(0))
                .mandated().citing("DFARS 252.204-7012(b)(2)(ii)(D)")
        }
    }
}
