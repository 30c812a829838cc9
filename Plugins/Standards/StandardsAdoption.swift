public import PhaseLoom

/// The adoption of a standard beside an engagement: adopt, implement, assess, improve, and again.
public struct StandardsAdoption: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "standards-adoption", title: "Standards adoption",
        summary: "The cycle in which a standard is adopted, as a track of its own beside the engagement.",
        cites: ["Industry Standards and Best Practices"])

    static let assessment = OverlayOption<AssessmentKind>.choice(
        "assessment", help: "who measures conformance", default: .thirdParty)
    static let rounds = OverlayOption<Int>.integer(
        "rounds", help: "how often improvement may lead back to adoption", default: 3, in: 1...10)

    /// The options that it takes: `assessment` and `rounds`.
    public static let options = [assessment.descriptor, rounds.descriptor]

    /// The reasons for which it applies: a clause that asks for a standard.
    public static let applicability: [Applicability] = [
        .byContract(
            "A contract or a policy asks for a standard",
            when: Fact.clauses.includes("iso-20000-1", "iso-27001", "itil-4", "nist-csf", "pci-dss"))
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: a track of four phases with a loop, which ends before the engagement does.
    public var body: OverlayBody {
        Track("standards", "Standards adoption")
        adoption
        implementation
        conformance
        improvement
    }
}

// MARK: The cycle

extension StandardsAdoption {
    @OverlayBuilder private var adoption: OverlayBody {
        Artifact("standard-selection", "Selection of the standard: sector, obligations and scope that make it apply")
        Insert("adopt-standard", "Adoption of the standard").after(.intake).before(.closeout).onTrack("standards")
            .consuming("qualified-request").producing("standard-selection")
        Expect("standard-selected", "A sponsor has signed which standard applies, and why", atGateOf: "adopt-standard")
            .signed("standard-selection", by: "sponsor")
    }

    @OverlayBuilder private var implementation: OverlayBody {
        Artifact("standard-alignment-record", "Alignment of processes, tools, documents and staff, each with its state")
        Insert("implement-standard", "Implementation of the standard").after("adopt-standard").before(.closeout)
            .onTrack("standards").consuming("standard-selection").producing("standard-alignment-record")
        for (id, title) in [
            ("standard-align-processes", "Align the processes"), ("standard-align-tools", "Align the tools"),
            ("standard-align-documents", "Align the documents"), ("standard-train-staff", "Train the staff"),
        ] as [(ID, String)] {
            Perform(id, title, during: "implement-standard")
        }
        Expect(
            "standard-areas-aligned", "Processes, tools, documents and staff are aligned with the standard",
            atGateOf: "implement-standard"
        ).needing("standard-alignment-record").measured("unaligned-areas", .exactly(0))
    }

    @OverlayBuilder private var conformance: OverlayBody {
        Artifact("conformance-assessment", "Assessment of conformance: scope, method and graded findings")
        Insert("assess-conformance", "Assessment of conformance").after("implement-standard").before(.closeout)
            .onTrack("standards").consuming("standard-alignment-record").producing("conformance-assessment")
        Expect(
            "standard-assessed", "Someone who did not implement the standard has assessed it",
            atGateOf: "assess-conformance"
        ).signed("conformance-assessment", by: values[Self.assessment].role, separately: true)
        Expect("standard-findings-graded", "Every finding has its grade", atGateOf: "assess-conformance")
            .needing("conformance-assessment").measured("ungraded-findings", .exactly(0))
    }

    @OverlayBuilder private var improvement: OverlayBody {
        Artifact("standard-improvement-record", "Indicators over time, and remedies with owners and dates")
        Insert("improve-conformance", "Continuous improvement").after("assess-conformance").before(.closeout)
            .onTrack("standards").consuming("conformance-assessment").producing("standard-improvement-record")
        Expect("standard-indicators-tracked", "Key indicators are tracked", atGateOf: "improve-conformance")
            .needing("standard-improvement-record").measured("tracked-indicators", .atLeast(1))
        Expect(
            "standard-remedies-owned", "Every finding has a remedy with an owner and a date",
            atGateOf: "improve-conformance"
        )
        .needing("conformance-assessment", "standard-improvement-record")
        .measured("findings-without-remedy", .exactly(0))
        Expect(
            "standard-targets-reached", "Indicators reach the targets that were set", atGateOf: "improve-conformance"
        )
        .needing("standard-improvement-record").measured("missed-standard-targets", .exactly(0))
        LoopBack(
            "standard-cycle", from: "improve-conformance", to: "adopt-standard", while: "standard-targets-reached",
            atMost: values[Self.rounds])
    }
}
