public import PhaseLoom

/// Security across every layer and phase: no phase of its own, but a requirement at each gate.
///
/// Its four groups of controls (identity management, encryption, vulnerability monitoring, incident response) each stand
/// where their work is done, and one register of risks goes through all gates.
public struct Cybersecurity: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "cybersecurity", title: "Cybersecurity",
        summary: "Security at every gate: identities, encryption, vulnerabilities, incidents, audit trails.",
        cites: ["NIST SP 800-53 Rev. 5"])

    static let controls = OverlayOption<ControlSelection>.choice(
        "controls", help: "baseline of NIST SP 800-53B from which controls are chosen", default: .none)
    static let penetrationTest = OverlayOption<Bool>.flag(
        "penetration-test", help: "whether someone independent attacks the result before it is handed over",
        default: false)

    /// The options that it takes: `controls` and `penetration-test`.
    public static let options = [controls.descriptor, penetrationTest.descriptor]

    /// The reasons for which it applies: always, the more the higher the impact of a loss.
    public static let applicability: [Applicability] =
        ["low", "moderate", "high"].map { (impact: ID) in
            .byChoice("A loss would have \(impact) impact", when: Fact.impactLevel.includes(impact))
                .choosing(["controls": impact.text]).citing("NIST SP 800-53B")
        } + [.byChoice("Every service has something to protect", when: .always)]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: a requirement at every gate, those of each phase, and those of other domains.
    public var body: OverlayBody {
        everyGate
        beforeDesign
        layers
        identities
        encryption
        execution
        vulnerabilities
        if values[Self.penetrationTest] { attack }
        incidents
        operations
        network
        devices
        models
    }

    /// Controls by their identifiers, as sources.
    static func sources(_ ids: String...) -> [String] { ids.map { "NIST SP 800-53 Rev. 5, \($0)" } }
}

// MARK: Every gate

extension Cybersecurity {
    /// The register exists before the first gate, whichever phases an engagement has.
    @OverlayBuilder private var everyGate: OverlayBody {
        Artifact("security-risk-register", "Register of security risks: rating, owner, date and treatment")
            .broughtToTheEngagement()
        Expect("security-risks-owned", "No serious security risk is without an owner and a date", atGateOf: .every)
            .needing("security-risk-register").measured("unowned-serious-risks", .exactly(0))
            .citing(Self.sources("PM-9", "RA-7"))
    }
}

// MARK: Before execution

extension Cybersecurity {
    @OverlayBuilder private var beforeDesign: OverlayBody {
        Artifact("security-contacts", "Security contacts of client and provider, with a way to prove who calls")
        Artifact("security-asset-register", "Register of assets and data, each with its impact")
        Artifact("security-responsibilities", "Table of security duties: client, provider and third parties")
        Produce("security-contacts", in: .intake)
        Produce("security-asset-register", in: .assessment)
        Produce("security-responsibilities", in: .scoping)
        Expect("security-contacts-named", "Both sides can be reached about security, and recognised", atGateOf: .intake)
            .needing("security-contacts").citing(Self.sources("IR-6", "IR-7"))
        Expect("security-assets-rated", "Every asset and class of data has its impact", atGateOf: .assessment)
            .needing("security-asset-register").measured("unrated-assets", .exactly(0))
            .citing(Self.sources("CM-8", "RA-2"))
        Expect("security-duties-assigned", "Every security duty belongs to one party", atGateOf: .scoping)
            .needing("security-responsibilities").measured("unassigned-security-duties", .exactly(0))
            .citing(Self.sources("PS-7", "SA-9"))
    }

    @OverlayBuilder private var layers: OverlayBody {
        Artifact("security-control-matrix", "Control matrix: controls by layer, with where each is implemented")
        Produce("security-control-matrix", in: .design)
        Consume("security-asset-register", "security-responsibilities", in: .design)
        Expect(
            "security-layers-covered", "Client, provider, infrastructure and governance each have controls",
            atGateOf: .design
        ).proven(by: .all(ServiceLayer.allCases.map { .measured($0.bound, of: "security-control-matrix") }))
            .citing(Self.sources("PL-8"))
        if let count = values[Self.controls].controls {
            Expect(
                "security-baseline-tailored",
                "Every control of the baseline is taken, tailored or left out with a reason", atGateOf: .design
            )
            .needing("security-control-matrix").measured("decided-controls", .atLeast(Double(count)))
            .citing(["NIST SP 800-53B"] + Self.sources("PL-10", "PL-11"))
        }
    }

    @OverlayBuilder private var identities: OverlayBody {
        Artifact("security-identity-plan", "Identity plan: who and what signs in, with which factors and rights")
        Produce("security-identity-plan", in: .design)
        Expect(
            "security-identities-designed", "Every privileged way in asks for more than one factor", atGateOf: .design
        )
        .needing("security-identity-plan").measured("single-factor-privileged-ways", .exactly(0))
        .citing(Self.sources("AC-6", "IA-2(1)"))
        Artifact("security-credential-record", "Record of the credentials replaced at the handover")
        Produce("security-credential-record", in: .transfer)
        Expect(
            "security-credentials-handed-over", "No credential of the project still works after the handover",
            atGateOf: .transfer
        )
        .needing("security-credential-record").measured("surviving-project-credentials", .exactly(0))
        .citing(Self.sources("AC-2", "IA-5"))
    }

    @OverlayBuilder private var encryption: OverlayBody {
        Artifact("security-encryption-plan", "Encryption plan: data at rest and on the way, with keys and their owners")
        Produce("security-encryption-plan", in: .design)
        Expect("security-encryption-designed", "Sensitive data are encrypted at rest and on the way", atGateOf: .design)
            .needing("security-encryption-plan").measured("unencrypted-sensitive-flows", .exactly(0))
            .citing(Self.sources("SC-8", "SC-12", "SC-13", "SC-28"))
    }
}

// MARK: From execution on

extension Cybersecurity {
    @OverlayBuilder private var execution: OverlayBody {
        Artifact("security-event-record", "Record of the events that are logged, where they go and who reads them")
        Artifact("security-integrity-record", "Record of baselines, hardening and the changes since")
        Produce("security-event-record", "security-integrity-record", in: .execution)
        Expect(
            "security-events-recorded", "Each component leaves an audit trail that it cannot alter",
            atGateOf: .execution
        )
        .needing("security-event-record").measured("components-without-trail", .exactly(0))
        .citing(Self.sources("AU-2", "AU-9", "AU-12"))
        Expect(
            "security-integrity-kept", "Components stand as hardened, or the change was approved", atGateOf: .execution
        )
        .needing("security-integrity-record").measured("unapproved-differences", .exactly(0))
        .citing(Self.sources("CM-6", "SI-7"))
    }

    @OverlayBuilder private var vulnerabilities: OverlayBody {
        Artifact("security-scan-report", "Report of scans with credentials over every component")
        Produce("security-scan-report", in: .validation)
        Expect("security-vulnerabilities-resolved", "No critical vulnerability is open", atGateOf: .validation)
            .needing("security-scan-report").measured("open-critical-vulnerabilities", .exactly(0))
            .citing(Self.sources("RA-5", "SI-2"))
    }

    @OverlayBuilder private var attack: OverlayBody {
        Artifact("security-penetration-test", "Penetration test: scope, methods, findings by severity, retest")
        Produce("security-penetration-test", in: .validation)
        Expect(
            "security-penetration-tested", "Someone independent attacked the result, and no critical finding is open",
            atGateOf: .validation
        )
        .signed("security-penetration-test", by: "penetration-tester", separately: true)
        .measured("open-critical-findings", .exactly(0)).citing(Self.sources("CA-8", "CA-8(1)"))
    }

    @OverlayBuilder private var incidents: OverlayBody {
        Artifact("security-response-plan", "Incident response plan, with the record of its rehearsal")
        Produce("security-response-plan", in: .transfer)
        Expect(
            "security-response-rehearsed", "Whoever operates the service has rehearsed the response",
            atGateOf: .transfer
        )
        .signed("security-response-plan", by: "operator").citing(Self.sources("IR-3", "IR-4", "IR-8"))
    }

    @OverlayBuilder private var operations: OverlayBody {
        Artifact("security-watch-report", "Report of the watch over vulnerabilities and events in operation")
        Artifact("security-closure-record", "Record of the accounts and ways in that were closed")
        Produce("security-watch-report", in: .operations)
        Produce("security-closure-record", in: .closeout)
        Expect(
            "security-vulnerabilities-watched", "New vulnerabilities were treated within the time agreed",
            atGateOf: .operations
        )
        .needing("security-watch-report").measured("overdue-vulnerabilities", .exactly(0))
        .citing(Self.sources("CA-7", "RA-5"))
        Expect("security-accounts-closed", "No account or way in of the engagement is left open", atGateOf: .closeout)
            .needing("security-closure-record").measured("open-project-accounts", .exactly(0))
            .citing(Self.sources("AC-2", "PS-7"))
    }
}
