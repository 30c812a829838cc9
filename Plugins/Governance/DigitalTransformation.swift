public import PhaseLoom

/// The change of an organisation beside the change of its technology, joined before anything goes live.
///
/// Technical readiness alone opens nothing: staff are trained, processes are signed off and support has its people.
public struct DigitalTransformation: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "digital-transformation", title: "Digital transformation",
        summary: "Organisational change runs beside the technical work; business readiness gates going live.",
        cites: [Source.delivery])

    static let trained = OverlayOption<Int>.integer(
        "trained", help: "per cent of the people affected who must be trained before going live", default: 90,
        in: 1...100)

    /// The options that it takes: `trained`.
    public static let options = [trained.descriptor]

    /// The reasons for which it applies.
    public static let applicability: [Applicability] = [
        .byChoice("Roles, processes or the organisation change", when: Fact.organisationalChange.holds)
            .citing(Source.delivery),
        .excluded("A single ticket changes no organisation", when: Fact.delivery.includes("ticket")),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: three inputs, a track of three phases, and what joins it to the technical work.
    public var body: OverlayBody {
        Track("organisational-change", "Organisational change")
        inputs
        prepare
        align
        enable
        businessReadiness
        // Who decides on going live sees whether the business is ready.
        Together(with: "enterprise") {
            Order("enable-change", before: "go-live-board")
            Consume("readiness-milestones", in: "go-live-board")
        }
    }
}

extension DigitalTransformation {
    @OverlayBuilder private var inputs: OverlayBody {
        Artifact("process-documentation", "Documentation of the processes that change").broughtToTheEngagement()
        Artifact("role-map", "Map of the roles today, with the people who hold them").broughtToTheEngagement()
        Artifact("sponsor-mandate", "Mandate of the executive who sponsors the change").broughtToTheEngagement()
        Require("processes-documented", "The processes that change are documented", toEnter: .assessment)
            .needing("process-documentation")
        Require("roles-mapped", "The roles that change are mapped to people", toEnter: .assessment).needing("role-map")
        Require("sponsor-named", "An executive sponsors the change by name", toEnter: .assessment)
            .signed("sponsor-mandate", by: "sponsor")
    }

    @OverlayBuilder private var prepare: OverlayBody {
        Artifact("change-impact-analysis", "Analysis of who is affected, how, and what each group needs")
        Insert("prepare-change", "Prepare the organisation").after(.intake).before(.transfer)
            .onTrack("organisational-change")
            .consuming("process-documentation", "role-map", "sponsor-mandate").producing("change-impact-analysis")
        Expect(
            "stakeholders-analysed", "Each group that is affected has someone to speak for it",
            atGateOf: "prepare-change"
        )
        .needing("change-impact-analysis").measured("unrepresented-groups", .exactly(0))
    }

    @OverlayBuilder private var align: OverlayBody {
        Artifact("role-transition-plan", "Plan from the roles of today to those after the change")
        Insert("align-change", "Align roles and processes").after("prepare-change").before(.transfer)
            .onTrack("organisational-change")
            .consuming("change-impact-analysis").producing("role-transition-plan")
        Expect("roles-transition-planned", "Each role of today leads to one afterwards", atGateOf: "align-change")
            .needing("role-transition-plan").measured("unmapped-roles", .exactly(0))
    }

    @OverlayBuilder private var enable: OverlayBody {
        Artifact("readiness-milestones", "Milestones of the business: training, sign-off of processes, support staff")
        Insert("enable-change", "Enable the people").after("align-change").before(.transfer)
            .onTrack("organisational-change")
            .consuming("role-transition-plan").producing("readiness-milestones")
        Expect(
            "readiness-milestones-recorded", "Each milestone of the business has a date and an owner",
            atGateOf: "enable-change"
        ).needing("readiness-milestones").measured("milestones-without-owner", .exactly(0))
    }

    @OverlayBuilder private var businessReadiness: OverlayBody {
        Require("staff-trained", "Enough of the people affected are trained", toEnter: .transfer).proven(
            by: .measured(
                Bound("trained-share", .atLeast(Double(values[Self.trained])), unit: "%"), of: "readiness-milestones"))
        Require("processes-signed-off", "The owner of the processes has signed them off", toEnter: .transfer)
            .signed("readiness-milestones", by: "process-owner")
        Require("support-staffed", "Support has its people before anything goes live", toEnter: .transfer)
            .proven(by: .measured(Bound("unfilled-support-posts", .exactly(0)), of: "readiness-milestones"))
    }
}
