import PhaseLoom

/// The sequences that the golden files show.
enum Samples {
    /// A sequence with everything in it: tracks, loops, conditions, waivers, deferrals, findings.
    static let rich = Sketch.sequence(
        [
            Sketch.phase(
                "intake", "Request intake and qualification", points: [.intake], consumes: ["service-request"],
                produces: ["qualified-request", "readiness-report", "licence-register"],
                gate: [
                    Sketch.obligation(
                        "capability-matched", "The request falls within the provider's capability",
                        needs: ["qualified-request"]),
                    Sketch.obligation(
                        "prerequisites-satisfied",
                        "Credentials, hardware and licensed software are ready before resources commit",
                        needs: ["readiness-report", "licence-register"]),
                ]),
            Sketch.phase(
                "assessment", "Needs assessment and baseline", after: ["intake"], points: [.assessment],
                consumes: ["qualified-request"], produces: ["baseline-record"],
                activities: [
                    Sketch.activity("walk-through", "Walk through the site", by: ["cctv"]),
                    Sketch.activity(
                        "interview", "Interview the people on duty", after: ["walk-through"],
                        by: ["cctv", "ml-feedback"]),
                ],
                entry: [
                    Sketch.obligation(
                        "environment-ready", "The operating environment can support the service",
                        needs: ["readiness-report"]),
                    Sketch.obligation(
                        "authority-documented", "The requesting party may commission the work",
                        needs: ["authority-proof"]),
                ],
                gate: [
                    Sketch.obligation(
                        "baseline-recorded", "The existing environment is recorded item by item",
                        needs: ["baseline-record"])
                ]),
            Sketch.phase(
                "camera-survey", "Camera placement survey", after: ["assessment"], on: "surveillance",
                produces: ["placement-plan"],
                gate: [
                    Sketch.obligation(
                        "coverage", "The field of view covers every door at identification density",
                        bound: Bound("pixel_density", .atLeast(250), unit: "px/m"), status: .mandated, by: ["cctv"],
                        cites: ["IEC 62676-4:2014, 6.7"])
                ], by: ["cctv"]),
            Sketch.phase(
                "design", "Design and architecture", after: ["assessment"], points: [.scoping, .design],
                entry: [
                    Sketch.obligation(
                        "board-approval", "The architecture board has approved the outline", status: .waived,
                        waivers: [
                            .init(
                                by: "ml-feedback", reason: "The pilot changes nothing that the board looks after",
                                authority: "Head of operations")
                        ])
                ]),
            Sketch.phase(
                "escalation", "Escalation to the vendor", after: ["camera-survey"], on: "surveillance",
                when: Condition(clauses: [
                    [
                        Trigger(
                            "vendor-fault", "The fault lies in the vendor's firmware",
                            bound: Bound("open_defects", .atLeast(1)))
                    ]
                ]), by: ["cctv"]),
            Sketch.phase(
                "execution", "Execution and implementation", after: ["camera-survey", "design"], points: [.execution],
                gate: [
                    Sketch.obligation(
                        "labelled", "Every record has a label that two people agree on", deferredTo: "closeout",
                        by: ["ml-feedback"])
                ]),
            Sketch.phase(
                "validation", "Testing and validation", after: ["escalation", "execution"], points: [.validation],
                gate: [
                    Sketch.obligation(
                        "model-accurate", "The model tells people from shadows",
                        bound: Bound("roc_auc", .atLeast(0.85)), by: ["ml-feedback"],
                        cites: ["ISO/IEC TS 4213:2022, 6.2"])
                ]),
            Sketch.phase(
                "closeout", "Closeout and review", after: ["validation"], points: [.transfer, .closeout, .operations]),
        ],
        overlays: [
            Sketch.overlay("cctv", "Surveillance systems"), Sketch.overlay("ml-feedback", "Feedback of a model in use"),
        ],
        loops: [
            ComposedLoop(
                id: "retrain", from: "validation", to: "design", criteria: ["model-accurate"], limit: 5,
                attribution: Attribution(by: ["ml-feedback"])),
            ComposedLoop(
                id: "review", from: "closeout", to: "closeout", criteria: ["term-over"], limit: 12,
                attribution: Attribution(by: ["ml-feedback"])),
        ],
        tracks: [ComposedTrack(id: "surveillance", title: "Surveillance", attribution: Attribution(by: ["cctv"]))],
        findings: [
            Finding(
                code: .artifactUnproduced, severity: .error,
                message: "'placement-plan' is consumed at 'execution' and nobody produces it before",
                subjects: ["execution", "placement-plan"], overlays: ["cctv"],
                hint: "let a phase before 'execution' produce it")
        ])
}
