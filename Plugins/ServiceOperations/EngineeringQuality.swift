public import PhaseLoom

/// Six checks of engineering: standards, review, tests, versions, pipeline and acceptance criteria.
public struct EngineeringQuality: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "quality", title: "Engineering quality",
        summary: "Six checks of development work, and the defects that releases still have.",
        cites: [Source.processes])

    static let coverage = OverlayOption<Double>.number(
        "coverage", help: "share of the code, in percent, that tests run", default: 80, in: 0...100)
    static let defects = OverlayOption<Double>.number(
        "defects", help: "defects per release, on average, at most", default: 2, in: 0...1000)

    /// The options that it takes: `coverage` and `defects`.
    public static let options = [coverage.descriptor, defects.descriptor]

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
        loaded
        accepted
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
        Artifact("dependency-inventory", "Inventory of dependencies: version, licence and end of support")
        Produce("dependency-inventory", in: .execution)
        Expect("quality-dependencies", "No dependency is used beyond the end of its support", atGateOf: .execution)
            .needing("dependency-inventory").measured("unsupported-dependencies", .exactly(0))
            .citing(Source.questions)
    }

    @OverlayBuilder private var loaded: OverlayBody {
        Artifact("load-test-report", "Load test report: scope, tool, load, times and failures")
        Produce("load-test-report", in: .validation)
        Expect("quality-load", "What is built bears the load agreed before it goes live", atGateOf: .validation)
            .needing("load-test-report").measured("load-targets-missed", .exactly(0)).citing(Source.delivery)
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
