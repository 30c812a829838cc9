public import PhaseLoom

/// Assurance by a third party beside the engagement: a certificate over three years, or a report on a period.
public struct Assurance: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "assurance", title: "Assurance",
        summary: "A certificate with its surveillance, or an attestation report on a period, as the contract asks.",
        cites: ["Industry Standards and Best Practices"])

    static let form = OverlayOption<AssuranceForm>.choice(
        "form", help: "what the third party gives", default: .certificate)
    static let asked = OverlayOption<AskedForm>.choice(
        "asked", help: "what the contract asks for", default: .either)
    static let years = OverlayOption<Int>.integer(
        "years", help: "years of the certificate's cycle that the engagement covers", default: 3, in: 1...3)
    static let period = OverlayOption<Int>.integer(
        "period", help: "months that the attestation report covers at most", default: 12, in: 6...12)
    static let bridge = OverlayOption<Int>.integer(
        "bridge", help: "days since the last report that a bridge letter may cover", default: 90, in: 0...366)

    /// The options that it takes: `form`, `asked`, `years`, `period` and `bridge`.
    public static let options = [
        form.descriptor, asked.descriptor, years.descriptor, period.descriptor, bridge.descriptor,
    ]

    /// The reasons for which it applies: a clause asks for a certificate or a report.
    public static let applicability: [Applicability] = [
        .byContract("The contract asks for a certificate", when: Fact.clauses.includes("certificate"))
            .choosing(["form": "certificate", "asked": "certificate"]),
        .byContract("The contract asks for an attestation report", when: Fact.clauses.includes("attestation"))
            .choosing(["form": "attestation", "asked": "attestation"]),
    ]

    /// The collector that computes the status from the dates.
    public static var collectors: [any Collector.Type] { [AssuranceStatus.self] }

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values.
    ///
    /// - Throws: `InvalidValue` when the contract asks for the other form.
    public init(_ values: OptionValues) throws(InvalidValue) {
        let form = values[Self.form]
        guard values[Self.asked].accepts(form) else {
            throw InvalidValue(
                "option 'form' cannot be '\(form.rawValue)' where the contract asks for '\(values[Self.asked].rawValue)'",
                hint: "give the form that is asked for, or let the contract accept 'either'")
        }
        self.values = values
    }

    /// What it changes: a track with the audits of a certificate or the period of a report, and the status at the end.
    public var body: OverlayBody {
        Track("assurance", "Assurance")
        agreement
        switch values[Self.form] {
        case .certificate: certificate
        case .attestation: attestation
        }
        status
    }

    @OverlayBuilder private var agreement: OverlayBody {
        Artifact("assurance-agreement", "Agreement on assurance: form, standard or criteria, scope and dates")
        Produce("assurance-agreement", in: .scoping)
        Expect("assurance-form-agreed", "The form asked for is the form that is given", atGateOf: .scoping)
            .signed("assurance-agreement", by: "client")
    }

    @OverlayBuilder private var status: OverlayBody {
        Artifact("assurance-status", "Status of the assurance on a day, as computed from its dates")
        Produce("assurance-status", in: .closeout)
        Expect("assurance-in-force", "No day is left uncovered and no surveillance is overdue", atGateOf: .closeout)
            .needing("assurance-status").measured("uncovered-days", .exactly(0), unit: "d")
    }
}

// MARK: A certificate

extension Assurance {
    @OverlayBuilder private var certificate: OverlayBody {
        Artifact("assurance-certificate", "Certificate: accredited body, scope, dates of audit, issue and expiry")
        Insert("certification-audit", "Certification audit").after(.scoping).before(.closeout).onTrack("assurance")
            .consuming("assurance-agreement").producing("assurance-certificate").citing("ISO/IEC 17021-1:2015, 9.3")
        Expect(
            "assurance-certified", "An accredited body has audited first and issued the certificate then",
            atGateOf: "certification-audit"
        ).signed("assurance-certificate", by: "certification-body", separately: true)
            .measured("days-from-audit-to-certificate", .atLeast(0), unit: "d")
            .citing("ISO/IEC 17021-1:2015, 9.5")
        for year in 1..<3 where year <= values[Self.years] { surveillance(year) }
        if values[Self.years] == 3 { recertification }
    }

    /// The first surveillance is due within twelve months of the decision, later ones once a calendar year.
    @OverlayBuilder private func surveillance(_ year: Int) -> OverlayBody {
        let report: ID = "surveillance-audit-report-\(year)"
        let phase: ID = "surveillance-audit-\(year)"
        Artifact(report, "Report of the surveillance audit in year \(year)")
        Insert(phase, "Surveillance audit in year \(year)")
            .after(year == 1 ? "certification-audit" : "surveillance-audit-1").before(.closeout).onTrack("assurance")
            .consuming("assurance-certificate").producing(report).citing("ISO/IEC 17021-1:2015, 9.6.2")
        Expect(
            "assurance-surveillance-\(year)-passed", "The surveillance of year \(year) was in time and passed",
            atGateOf: .phase(phase)
        )
        .signed(report, by: "certification-body", separately: true)
        .measured(
            year == 1 ? "months-since-certification" : "calendar-years-since-surveillance",
            .atMost(year == 1 ? 12 : 1), unit: year == 1 ? "mo" : "a"
        )
        .citing("ISO/IEC 17021-1:2015, 9.1.3.3")
    }

    @OverlayBuilder private var recertification: OverlayBody {
        Artifact("recertification-report", "Report of the recertification audit, with the decision")
        Insert("recertification-audit", "Recertification audit").after("surveillance-audit-2").before(.closeout)
            .onTrack("assurance").consuming("assurance-certificate").producing("recertification-report")
            .citing("ISO/IEC 17021-1:2015, 9.6.3")
        Expect(
            "assurance-renewed-in-time", "The decision to recertify came before the certificate expired",
            atGateOf: "recertification-audit"
        ).signed("recertification-report", by: "certification-body", separately: true)
            .measured("months-since-certification", .atMost(36), unit: "mo")
            .citing("ISO/IEC 17021-1:2015, 9.6.3")
    }
}

// MARK: An attestation report

extension Assurance {
    @OverlayBuilder private var attestation: OverlayBody {
        Artifact("observation-record", "Record of the controls in operation over the period")
        Insert("observation-period", "Observation period").after(.scoping).before(.closeout).onTrack("assurance")
            .consuming("assurance-agreement").producing("observation-record")
        Expect(
            "assurance-period-observed", "The period has at least six months and no more than agreed",
            atGateOf: "observation-period"
        ).needing("observation-record")
            .measured("observed-months", .within(6...Double(values[Self.period])), unit: "mo")
        report
    }

    @OverlayBuilder private var report: OverlayBody {
        Artifact("attestation-report", "Attestation report, type II: period, criteria, tests and exceptions")
        Artifact("bridge-letter", "Bridge letter: what changed since the period of the last report")
        Insert("attestation", "Attestation").after("observation-period").before(.closeout).onTrack("assurance")
            .consuming("observation-record").producing("attestation-report", "bridge-letter")
        Expect("assurance-attested", "An independent accountant has signed the report", atGateOf: "attestation")
            .signed("attestation-report", by: "service-auditor", separately: true).citing("AICPA AT-C 205")
        Expect(
            "assurance-gap-bridged", "No day between two reports is uncovered, or a letter bridges it",
            atGateOf: "attestation"
        )
        .proven(
            by: .any([
                .measured(Bound("report-gap", .exactly(0), unit: "d"), of: "attestation-report"),
                .all([
                    .present("bridge-letter"),
                    .measured(
                        Bound("report-gap", .atMost(Double(values[Self.bridge])), unit: "d"),
                        of: "attestation-report"),
                ]),
            ]))
    }
}
