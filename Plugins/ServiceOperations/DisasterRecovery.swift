public import PhaseLoom

/// A tested recovery capability as the output: objectives first, then what recovers, then a test that measures it.
///
/// What was not tested was not delivered. There is no decision to go live, because nothing goes live.
public struct DisasterRecovery: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "disaster-recovery", title: "Disaster recovery",
        summary: "A tested recovery capability: objectives for time and data loss per system, measured in a test.",
        cites: [Source.delivery])

    static let rto = OverlayOption<Double>.number(
        "rto", help: "recovery time objective: hours from the start of the recovery to verified operation, at most",
        default: 4, in: 0.01...8760)
    static let rpo = OverlayOption<Double>.number(
        "rpo", help: "recovery point objective: hours of data before the failure that may be lost, at most",
        default: 1, in: 0...8760)
    static let interval = OverlayOption<Int>.integer(
        "interval", help: "months after which the recovery is tested again", default: 12, in: 1...60)

    /// The options that it takes: `rto`, `rpo`, `interval` and `binding`.
    public static let options = [rto.descriptor, rpo.descriptor, interval.descriptor, Binding.option.descriptor]

    /// The reasons for which it applies: recovery is what is delivered, or the contract sets objectives for it.
    public static let applicability: [Applicability] = [
        .byContract("The contract sets objectives for recovery", when: Fact.clauses.includes("recovery-objectives"))
            .choosing(["binding": "yes"]),
        .byChoice("The capability to recover is delivered", when: Fact.deliverables.includes("recovery-capability"))
            .citing(Source.delivery),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the objectives, the capability, its test, the repetition, and what other overlays add to it.
    public var body: OverlayBody {
        objectives
        capability
        test
        objectivesMet
        repetition
        company
    }

    private var isBinding: Bool { values[Binding.option] }
}

// MARK: Objectives and capability

extension DisasterRecovery {
    @OverlayBuilder private var objectives: OverlayBody {
        Artifact("recovery-objectives", "Recovery objectives: time and data loss, by system")
        Produce("recovery-objectives", in: .intake)
        Consume("recovery-objectives", in: .design)
        Expect("recovery-objectives-complete", "Each system has both objectives", atGateOf: .intake)
            .needing("recovery-objectives").measured("systems-without-objectives", .exactly(0))
            .mandated(if: isBinding).citing("NIST SP 800-34 Rev. 1, 3.2")
        Require("recovery-objectives-agreed", "The client stands by the recovery objectives", toEnter: .assessment)
            .signed("recovery-objectives", by: "client").mandated(if: isBinding)
    }

    @OverlayBuilder private var capability: OverlayBody {
        Artifact("recovery-plan", "Recovery plan: order of systems, steps, people, sites and copies")
        Artifact("recovery-capability", "Recovery capability: sites, copies and automation, by system")
        Produce("recovery-plan", in: .design)
        Produce("recovery-capability", in: .execution)
        Perform("build-recovery", "Build what recovers each system", during: .execution)
        Expect("recovery-planned", "Each system has its place in the recovery plan", atGateOf: .design)
            .needing("recovery-plan").measured("systems-without-recovery", .exactly(0)).mandated(if: isBinding)
            .citing("NIST SP 800-34 Rev. 1, 4")
        Expect("recovery-built", "Each system has what the plan needs to recover it", atGateOf: .execution)
            .needing("recovery-capability").mandated(if: isBinding)
    }
}

// MARK: Test

extension DisasterRecovery {
    @OverlayBuilder private var test: OverlayBody {
        Artifact("recovery-test-report", "Recovery test: start, restored, verified and newest data, by system")
        Consume("recovery-capability", "recovery-plan", in: .validation)
        Produce("recovery-test-report", in: .validation)
        Perform("declare-test", "Declare the failure that is tested", during: .validation)
        Perform("recover-systems", "Recover each system by the plan", during: .validation).after("declare-test")
        Perform("verify-recovery", "Verify operation and find the newest data", during: .validation)
            .after("recover-systems")
        Expect("recovery-tested", "Each system was recovered and verified in the test", atGateOf: .validation)
            .needing("recovery-test-report").measured("untested-systems", .exactly(0)).mandated(if: isBinding)
            .citing("NIST SP 800-34 Rev. 1, 3.5")
    }

    @OverlayBuilder private var objectivesMet: OverlayBody {
        Expect("recovery-time-met", "No system took longer than its objective allows", atGateOf: .validation)
            .needing("recovery-test-report")
            .measured("recovery-time", .atMost(values[Self.rto]), unit: "h").mandated(if: isBinding)
        Expect("recovery-point-met", "No system lost more data than its objective allows", atGateOf: .validation)
            .needing("recovery-test-report")
            .measured("data-loss", .atMost(values[Self.rpo]), unit: "h").mandated(if: isBinding)
    }

    /// Where no service goes on, the test before the end is recent enough.
    @OverlayBuilder private var repetition: OverlayBody {
        Expect("recovery-test-current", "The last recovery test is not older than agreed", atGateOf: .operations)
            .needing("recovery-test-report")
            .measured("months-since-recovery-test", .atMost(Double(values[Self.interval])), unit: "months")
            .mandated(if: isBinding).citing("NIST SP 800-53 Rev. 5, CP-4")
    }
}

// MARK: In company

extension DisasterRecovery {
    @OverlayBuilder private var company: OverlayBody {
        Together(with: "managed-services") {
            Produce("recovery-test-report", in: .operations)
            Perform("repeat-recovery-test", "Test the recovery again when it is due", during: .operations)
        }
        Together(with: "cloud-migration") {
            Expect("moved-systems-recover", "Systems that moved to the cloud recover from there", atGateOf: .validation)
                .needing("recovery-test-report").measured("moved-systems-untested", .exactly(0))
                .citing("NIST SP 800-34 Rev. 1, 3.6")
        }
        Together(with: "hipaa") {
            Expect(
                "protected-data-recover", "Lost electronic health information is restored in the test",
                atGateOf: .validation
            ).needing("recovery-test-report").measured("protected-systems-unrestored", .exactly(0)).mandated()
                .citing("45 CFR 164.308(a)(7)(ii)(B)")
        }
    }
}
