public import PhaseLoom

/// Breach notification: the plan with its earliest clock before execution, and a response that runs beside any phase.
///
/// The response floats: it opens when a breach is found, whatever phase the engagement is in, and is skipped when it is
/// decided that there was none.
public struct BreachNotification: ConfigurableOverlay, Regulation {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "breach-notification", title: "Breach notification",
        summary: "Personal data: a plan with the clock of each law before execution, and a response beside any phase.",
        cites: ["How Technology Services Works", "Process Framework for Technology Services"])

    static let laws = OverlayOption<String>.text(
        "laws", help: "laws whose clocks count, joined with '+', such as 'hipaa+us-tx'; 'us' is any state",
        default: "us")

    /// The options that it takes: `laws`.
    public static let options = [laws.descriptor]

    /// The collector of the overlay: `breach-notification/clocks`.
    public static var collectors: [any Collector.Type] { [NotificationClocks.self] }

    static let classes: [RequirementClass: [ID]] = [
        .documentation: ["breach-clock-planned", "breach-plan-released"],
        .accessControl: ["breach-data-known"],
        .auditTrail: ["breach-stores-logged"],
    ]

    private let chosen: [NotificationLaw]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values.
    ///
    /// - Throws: `InvalidValue` when a law is not known.
    public init(_ values: OptionValues) throws(InvalidValue) {
        chosen = try NotificationLaw.list(values[Self.laws])
        self.values = values
    }

    /// What it changes: the amendment, what is known before execution, the plan, and the response.
    public var body: OverlayBody {
        Self.amendment
        inventory
        plan
        response
    }
}

// MARK: Before execution

extension BreachNotification {
    @OverlayBuilder private var inventory: OverlayBody {
        Artifact("breach-data-inventory", "Stores of personal data: whose, where they live, who has access")
        Produce("breach-data-inventory", in: .assessment)
        Expect(
            "breach-data-known", "It is known whose data are where, and who can get at them", atGateOf: .assessment
        ).needing("breach-data-inventory")
        Expect(
            "breach-stores-logged", "Logs can show whose data someone reached, for every store", atGateOf: .design
        ).needing("breach-data-inventory").measured("breach-unlogged-stores", .exactly(0))
    }

    @OverlayBuilder private var plan: OverlayBody {
        Artifact("breach-notification-plan", "Breach notification plan: laws, addressees, clocks, contents and roles")
        Produce("breach-notification-plan", in: .design)
        Consume("breach-data-inventory", in: .design)
        Expect(
            "breach-clock-planned", "The plan notifies within the earliest of the clocks that count",
            atGateOf: .design
        ).needing("breach-notification-plan").measured("notification-hours", .atMost(earliest), unit: "h").mandated()
            .citing(citations)
        Require(
            "breach-plan-released", "A plan for notices of breaches is released before execution begins",
            toEnter: .execution
        ).signed("breach-notification-plan", by: "privacy-official")
    }

    private var duties: [NotificationDuty] { chosen.flatMap(\.duties) }
    private var citations: [String] { duties.map(\.citation) }
    private var earliest: Double { Double(duties.map(\.leastHours).min() ?? 0) }
}

// MARK: Beside any phase

extension BreachNotification {
    @OverlayBuilder private var response: OverlayBody {
        Track("breach-response", "Breach response")
        Artifact("breach-clock-report", "Clocks of the breach: law, addressee, start and deadline of each notice")
        Artifact("breach-notices", "Notices sent, each with its addressee and time")
        Artifact("breach-record", "Record of the breach: facts, effects, risk and remedies")
        Insert("breach-response", "Breach response").onTrack("breach-response")
            .producing("breach-clock-report", "breach-notices", "breach-record")
            .when(
                Trigger(
                    "data-breach",
                    "Personal data may have been disclosed; no is said only when the engagement ends, for an answer stays"
                ))
        Perform("contain-breach", "Contain the breach and keep its traces", during: "breach-response")
        Perform("assess-breach", "Assess whose data were reached and start the clocks", during: "breach-response")
        Perform("notify", "Send the notices", during: "breach-response").after("assess-breach")
        Expect("breach-notified-in-time", "Each notice went out before its deadline", atGateOf: "breach-response")
            .needing("breach-clock-report", "breach-notices").measured("breach-missed-deadlines", .exactly(0))
            .citing(citations)
        Expect(
            "breach-recorded", "Facts, effects and remedies of the breach are recorded", atGateOf: "breach-response"
        ).needing("breach-record")
    }
}
