public import PhaseLoom

/// The modernisation of a legacy system in stages: design, build and test, again and again, until nothing is left.
///
/// A stage is one pass from design to validation. While stages remain, validation leads back to design, a bounded
/// number of times; a plan of one piece or of another length than usual has to say why.
public struct LegacyModernisation: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "legacy-modernisation", title: "Legacy modernisation",
        summary: "A legacy system replaced in 3 to 5 stages over 12 to 36 months, its behaviour kept at each of them.",
        cites: ["Technology Services: Frequently Asked Questions"])

    static let stages = OverlayOption<Int>.integer(
        "stages", help: "number of stages, each from design to validation", default: 3, in: 3...5)
    static let months = OverlayOption<Int>.integer(
        "months", help: "months that the modernisation may take", default: 24, in: 12...36)

    /// The options that it takes: `stages` and `months`.
    public static let options = [stages.descriptor, months.descriptor]

    /// When it applies: a legacy system is replaced.
    public static let applicability: [Applicability] = [
        .byChoice("A legacy system is replaced", when: Fact.deliverables.includes("modernisation"))
            .citing("Technology Services: Frequently Asked Questions")
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the map of what is there, the plan of stages, the loop and the end of the old system.
    public var body: OverlayBody {
        legacyMap
        plan
        parallelRun
        stageGate
        retirement
    }
}

// MARK: Before the first stage

extension LegacyModernisation {
    @OverlayBuilder private var legacyMap: OverlayBody {
        Artifact("legacy-map", "Map of the legacy system: functions, data, interfaces, jobs and who knows them")
        Produce("legacy-map", in: .assessment)
        Perform("map-legacy", "Map functions, data and interfaces of the legacy system", during: .assessment)
        Expect(
            "legacy-interfaces-mapped", "Each interface in use has an owner and a description", atGateOf: .assessment
        )
        .needing("legacy-map").measured("unmapped-interfaces", .exactly(0))
    }

    /// Plans outside of what is usual are not wrong, but somebody has to have thought about them.
    @OverlayBuilder private var plan: OverlayBody {
        Artifact("modernisation-plan", "Plan of stages: milestones, work, and what becomes of the legacy system")
        Artifact("modernisation-span-reason", "Reason for a number of stages or months that is not usual")
        Produce("modernisation-plan", "modernisation-span-reason", in: .scoping)
        Consume("legacy-map", in: .scoping)
        Perform("plan-stages", "Cut the modernisation into stages that each can be used", during: .scoping)
        Expect(
            "modernisation-staged", "The plan has 3 to 5 stages over 12 to 36 months, or a reason", atGateOf: .scoping
        ).needing("modernisation-plan").proven(
            by: .any([
                .all([
                    .measured(Bound("planned-stages", .within(3...5)), of: "modernisation-plan"),
                    .measured(Bound("planned-months", .within(12...36)), of: "modernisation-plan"),
                ]),
                .present("modernisation-span-reason"),
            ])
        ).citing("GAO-19-471")
    }
}

// MARK: Each stage

extension LegacyModernisation {
    @OverlayBuilder private var parallelRun: OverlayBody {
        Artifact("parallel-run-report", "Report of the parallel run: results of the old and the new system compared")
        Consume("modernisation-plan", "legacy-map", in: .design)
        Produce("parallel-run-report", in: .execution)
        Perform("run-in-parallel", "Run old and new system on the same input", during: .execution)
        Expect(
            "legacy-behaviour-kept", "Each difference between old and new system is explained", atGateOf: .validation
        )
        .needing("parallel-run-report").measured("unexplained-differences", .exactly(0))
    }

    @OverlayBuilder private var stageGate: OverlayBody {
        Artifact("modernisation-progress", "Progress: stages that remain, and months since the first one began")
        Produce("modernisation-progress", in: .validation)
        Expect("modernisation-stages-done", "No stage of the plan remains", atGateOf: .validation)
            .needing("modernisation-progress", "modernisation-plan").measured("remaining-stages", .exactly(0))
        Expect("modernisation-in-time", "The modernisation keeps within its months", atGateOf: .validation)
            .needing("modernisation-progress")
            .measured("elapsed-months", .atMost(Double(values[Self.months])), unit: "months")
        LoopBack(
            "next-stage", from: .validation, to: .design, while: "modernisation-stages-done",
            atMost: values[Self.stages] - 1)
    }

    @OverlayBuilder private var retirement: OverlayBody {
        Artifact("legacy-retirement-record", "Record of the end of the legacy system: data, interfaces, contracts")
        Produce("legacy-retirement-record", in: .closeout)
        Expect("legacy-retired", "The legacy system is switched off, or its rest has an owner", atGateOf: .closeout)
            .needing("legacy-retirement-record").citing("GAO-19-471")
    }
}
