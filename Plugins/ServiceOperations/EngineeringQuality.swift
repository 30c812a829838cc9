public import PhaseLoom

/// Checks of engineering: standards, review, tests, versions, pipeline, acceptance criteria and dependencies.
public struct EngineeringQuality: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "quality", title: "Engineering quality",
        summary: "Checks of development work and of what it depends on, and the defects that releases still have.",
        cites: [Source.processes])

    static let coverage = OverlayOption<Double>.number(
        "coverage", help: "share of the code, in percent, that tests run", default: 80, in: 0...100)
    static let defects = OverlayOption<Double>.number(
        "defects", help: "defects per release, on average, at most", default: 2, in: 0...1000)

    static let loadTest = OverlayOption<Bool>.flag(
        "load-test", help: "whether the result is tried under the load that it must bear before it goes live",
        default: false)

    /// The options that it takes: `coverage`, `defects` and `load-test`.
    public static let options = [coverage.descriptor, defects.descriptor, loadTest.descriptor]

    /// The reasons for which it applies: something is developed.
    public static let applicability: [Applicability] = [
        .byChoice(
            "Something is developed",
            when: Fact.deliverables.includes(
                "software", "serverless", "ai-service", "ml-model", "data-platform", "modernisation")
        ).citing(Source.processes)
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: checks where it is built and where it is validated, and a figure at the end.
    public var body: OverlayBody {
        written
        built
        dependencies
        accepted
        if values[Self.loadTest] { loaded }
        released
    }

    @OverlayBuilder private var written: OverlayBody {
        Artifact("quality-record", "Quality record: standards, reviews, tests, versions and pipeline, by change")
        Produce("quality-record", in: .execution)
        Expect("quality-standards", "The code keeps the standards agreed", atGateOf: .execution)
            .needing("quality-record").measured("standard-violations", .exactly(0))
        Expect("quality-review", "Each change was reviewed by someone who did not write it", atGateOf: .execution)
            .signed("quality-record", by: "reviewer", separately: true).measured("unreviewed-changes", .exactly(0))
            .citing("NIST SP 800-53 Rev. 5, SA-11(4)")
        Expect(
            "quality-versions", "Everything built comes from a version that can be found again", atGateOf: .execution
        )
        .needing("quality-record").measured("unversioned-artifacts", .exactly(0))
        .citing("ISO/IEC 20000-1:2018, 8.2.6")
    }

    @OverlayBuilder private var built: OverlayBody {
        Expect("quality-tests", "Tests run as much of the code as agreed, and pass", atGateOf: .execution)
            .proven(by: .measured(Bound("failed-tests", .exactly(0)), of: "quality-record"))
            .measured("test-coverage", .atLeast(values[Self.coverage]), unit: "%")
            .citing("NIST SP 800-53 Rev. 5, SA-11")
        Expect("quality-pipeline", "Builds and releases take no step by hand", atGateOf: .execution)
            .needing("quality-record").measured("manual-release-steps", .exactly(0))
    }

    @OverlayBuilder private var dependencies: OverlayBody {
        Artifact("quality-dependency-inventory", "Inventory of dependencies: version, conflicts, end of support")
        Produce("quality-dependency-inventory", in: .execution)
        Expect(
            "quality-dependencies", "No dependency conflicts with another or is out of support", atGateOf: .execution
        )
        .needing("quality-dependency-inventory").measured("unsound-dependencies", .exactly(0))
        .citing(Source.questions, "NIST SP 800-53 Rev. 5, SA-22")
    }

    @OverlayBuilder private var loaded: OverlayBody {
        Artifact("quality-load-test", "Load test: scope, tool, load, response times and failures, with date")
        Produce("quality-load-test", in: .validation)
        Expect("quality-load-borne", "The result bears the load agreed", atGateOf: .validation)
            .needing("quality-load-test").measured("missed-load-targets", .exactly(0)).citing(Source.delivery)
    }

    @OverlayBuilder private var accepted: OverlayBody {
        Artifact("quality-acceptance-trace", "Trace of acceptance criteria to the tests that decide them")
        Consume("quality-record", in: .validation)
        Produce("quality-acceptance-trace", in: .validation)
        Expect("quality-acceptance", "Each acceptance criterion is decided by a test", atGateOf: .validation)
            .needing("quality-acceptance-trace").measured("criteria-without-test", .exactly(0))
    }

    @OverlayBuilder private var released: OverlayBody {
        Artifact("quality-release-record", "Release record: defects and failures in production, by release")
        Produce("quality-release-record", in: .closeout)
        Expect("quality-defects", "Releases have no more defects than agreed", atGateOf: .closeout)
            .needing("quality-release-record").measured("defects-per-release", .atMost(values[Self.defects]))
    }
}
