public import PhaseLoom

/// The guard before a change to production: window, tested way back, approval by another person, and traceability.
public struct ChangeAndRelease: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "change-and-release", title: "Change and release",
        summary: "Changes to production inside their window, with a tested way back, approved and traceable.",
        cites: [Source.processes])

    static let attempts = OverlayOption<Int>.integer(
        "attempts", help: "times that a change may be backed out and tried again", default: 2, in: 1...20)
    static let failures = OverlayOption<Double>.number(
        "failures", help: "share of changes, in percent, that may fail", default: 15, in: 0...100)

    /// The options that it takes: `attempts`, `failures` and `binding`.
    public static let options = [attempts.descriptor, failures.descriptor, Binding.option.descriptor]

    /// The reasons for which it applies: production is changed, or the contract allows approved changes only.
    public static let applicability: [Applicability] = [
        .byContract("The contract allows approved changes only", when: Fact.clauses.includes("change-control"))
            .choosing(["binding": "yes"]),
        .byChoice("Systems in production are changed", when: Fact.productionChanges.holds).citing(Source.processes),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the change record, the guard of execution, the way back, and the figures at the end.
    public var body: OverlayBody {
        planned
        guarded
        traced
        verified
        counted
        company
    }

    private var isBinding: Bool { values[Binding.option] }
}

// MARK: Before the change

extension ChangeAndRelease {
    @OverlayBuilder private var planned: OverlayBody {
        Artifact("production-change-record", "Change record: what changes and why, window, risk, way back, links")
        Artifact("rollback-test", "Test of the way back: steps, duration and result")
        Produce("production-change-record", "rollback-test", in: .design)
        Consume("production-change-record", in: .execution)
        Perform("test-way-back", "Try the way back outside production", during: .design)
        Expect("change-recorded", "The change record has a window, a risk and a way back", atGateOf: .design)
            .needing("production-change-record").measured("missing-change-fields", .exactly(0)).mandated(if: isBinding)
            .citing("ISO/IEC 20000-1:2018, 8.5.1")
    }

    /// Whoever wrote the record implements the change; the approval is someone else's.
    @OverlayBuilder private var guarded: OverlayBody {
        Require("change-approved", "Someone other than its author has approved the change", toEnter: .execution)
            .signed("production-change-record", by: "change-authority", separately: true).mandated(if: isBinding)
            .citing("ISO/IEC 20000-1:2018, 8.5.1", "NIST SP 800-53 Rev. 5, CM-3")
        Require("change-in-window", "The change begins and ends inside its window", toEnter: .execution)
            .proven(
                by: .measured(Bound("minutes-outside-window", .exactly(0), unit: "min"), of: "production-change-record")
            )
            .mandated(if: isBinding)
        Require("way-back-tested", "Every step of the way back was tried", toEnter: .execution)
            .proven(by: .measured(Bound("untested-rollback-steps", .exactly(0)), of: "rollback-test"))
            .mandated(if: isBinding).citing("ISO/IEC 20000-1:2018, 8.5.3")
    }
}

// MARK: The change

extension ChangeAndRelease {
    @OverlayBuilder private var traced: OverlayBody {
        Artifact("production-change-log", "Change log: each change with request, approval, commits and result")
        Produce("production-change-log", in: .execution)
        Perform("release-change", "Release inside the window", during: .execution)
        Expect("change-traced", "Everything changed leads to an approved change record", atGateOf: .execution)
            .needing("production-change-log").measured("untraced-changes", .exactly(0)).mandated(if: isBinding)
            .citing("ISO/IEC 20000-1:2018, 8.2.6")
    }

    @OverlayBuilder private var verified: OverlayBody {
        Artifact("change-outcome", "Outcome of the change: checks passed and failed, and what was backed out")
        Consume("production-change-log", in: .validation)
        Produce("change-outcome", in: .validation)
        Perform("back-out", "Observe the change and back out what fails", during: .validation)
        Expect("change-works", "The change works in production", atGateOf: .validation)
            .needing("change-outcome").measured("failed-change-checks", .exactly(0)).mandated(if: isBinding)
        LoopBack(
            "change-back-out", from: .validation, to: .execution, while: "change-works", atMost: values[Self.attempts])
    }

    @OverlayBuilder private var counted: OverlayBody {
        Consume("production-change-log", in: .closeout)
        Expect("change-failures-few", "No more changes failed than agreed", atGateOf: .closeout)
            .needing("production-change-log").measured("change-failure-rate", .atMost(values[Self.failures]), unit: "%")
            .citing("DORA, change failure rate")
    }
}

// MARK: In company

extension ChangeAndRelease {
    @OverlayBuilder private var company: OverlayBody {
        Together(with: "managed-services") {
            Produce("production-change-log", in: .operations)
            Expect("change-period-approved", "No change of the period went without approval", atGateOf: .operations)
                .needing("production-change-log").measured("unapproved-changes", .exactly(0))
                .citing("ISO/IEC 20000-1:2018, 8.5.1")
        }
        Together(with: ["cloud-migration"], changes: cutOverWindows)
    }

    /// A cut-over is a change to production: each wave has its window, as far as there are waves.
    private var cutOverWindows: [Change] {
        (1...12).map { wave in
            Require(
                "cutover-approved", "The cut-over is approved for its window", toEnter: .phase("cutover-wave-\(wave)")
            )
            .signed("production-change-record", by: "change-authority", separately: true)
            .citing("ISO/IEC 20000-1:2018, 8.5.3").ifPresent()
        }
    }
}
