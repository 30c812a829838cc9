public import PhaseLoom

/// The abbreviated workflow of an incident: one triage in place of discovery and planning, and what they owed later.
///
/// Validation is never skipped, and what other overlays demand of the phases that triage takes in stays at its gate.
public struct IncidentResponse: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "incident", title: "Incident response",
        summary: "Phase compression for a declared incident: triage, repair, validation, and then what was put off.",
        cites: [Source.framework])

    static let severity = OverlayOption<Int>.integer(
        "severity", help: "least grave severity that justifies it, where 1 is the gravest", default: 2, in: 1...4)
    static let response = OverlayOption<Int>.integer(
        "response", help: "minutes from the declaration to the response, at most", default: 15, in: 1...1440)
    static let resolution = OverlayOption<Int>.integer(
        "resolution", help: "minutes from the declaration to the restored service, at most", default: 240,
        in: 1...10080)
    static let through = OverlayOption<PlanningEnd>.choice(
        "through", help: "last point that triage takes in; 'scoping' where one phase designs and builds",
        default: .design)

    /// The options that it takes: `severity`, `response`, `resolution` and `through`.
    public static let options = [
        severity.descriptor, response.descriptor, resolution.descriptor, through.descriptor,
    ]

    /// The reasons for which it applies: a system failed or an emergency was declared.
    public static let applicability: [Applicability] = [
        .byChoice(
            "On a green field one phase designs and builds, so triage ends with the scope",
            when: Fact.situation.includes("outage", "emergency") && Fact.greenfield.holds
                && Fact.relation.includes("external")
        ).choosing(["through": "scoping"]).citing(Source.framework),
        .byChoice(
            "A system in production failed or an emergency was declared",
            when: Fact.situation.includes("outage", "emergency")
        ).citing(Source.framework),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values.
    ///
    /// - Throws: `InvalidValue` when the service would have to be restored before anybody responds.
    public init(_ values: OptionValues) throws(InvalidValue) {
        let (response, resolution) = (values[Self.response], values[Self.resolution])
        guard response <= resolution else {
            throw InvalidValue(
                "a resolution within '\(resolution)' minutes comes before a response within '\(response)'",
                hint: "let 'resolution' be at least 'response'")
        }
        self.values = values
    }

    /// What it changes: the entry, triage in place of planning, the targets and the review of what was put off.
    public var body: OverlayBody {
        declaration
        triage
        restoration
        deferredReview
    }
}

// MARK: Triage

extension IncidentResponse {
    @OverlayBuilder private var declaration: OverlayBody {
        Artifact("incident-record", "Incident record: severity, who declared it and when").broughtToTheEngagement()
        Require(
            "incident-declared", "An incident is declared, with its severity, by someone named", toEnter: .assessment
        )
        .signed("incident-record", by: "incident-manager")
        .proven(
            by: .measured(
                Bound("severity", .within(1...Double(values[Self.severity]))), of: "incident-record"))
    }

    @OverlayBuilder private var triage: OverlayBody {
        Artifact("triage-record", "Triage record: impact, urgency, hypothesis, action and who approved it")
        Produce("triage-record", in: .assessment)
        compression
        Perform("incident-assess", "State impact, urgency and a hypothesis", during: .assessment)
        Perform("incident-decide", "Choose the action and have it approved", during: .assessment)
            .after("incident-assess")
        Expect("incident-triaged", "Impact, urgency and action are recorded and approved", atGateOf: .assessment)
            .signed("triage-record", by: "incident-manager")
        Expect("incident-responded", "The response came within the minutes agreed", atGateOf: .assessment)
            .needing("triage-record")
            .measured("response-minutes", .atMost(Double(values[Self.response])), unit: "min")
            .citing("ISO/IEC 20000-1:2018, 8.6.1")
    }

    private var compression: Compress {
        let end = values[Self.through]
        return end.deferrable.reduce(
            Compress(from: .assessment, through: end.anchor, into: "triage", "Triage")
        ) { compression, obligation in
            compression.deferring(obligation, to: "deferred-review")
        }
    }
}

// MARK: After the repair

extension IncidentResponse {
    @OverlayBuilder private var restoration: OverlayBody {
        Artifact("incident-timeline", "Timeline of the incident: declared, responded, restored, verified")
        Consume("triage-record", in: .execution)
        Produce("incident-timeline", in: .execution)
        Consume("incident-timeline", in: .validation)
        Expect("incident-restored", "The service was restored within the minutes agreed", atGateOf: .validation)
            .needing("incident-timeline")
            .measured("restoration-minutes", .atMost(Double(values[Self.resolution])), unit: "min")
            .citing("ISO/IEC 20000-1:2018, 8.6.1")
    }

    /// Discovery and planning as far as they were put off; the transfer hands over what is known by then.
    @OverlayBuilder private var deferredReview: OverlayBody {
        Artifact("incident-review", "Review of the incident: cause, what was put off, actions with owners")
        Insert("deferred-review", "Deferred discovery and review").after(.validation).before(.transfer)
            .consuming("triage-record", "incident-timeline")
            .producing("baseline-record", "statement-of-work", "design-specification", "design-review")
            .producing("incident-review")
        Perform("incident-discover", "Record the environment as the repair left it", during: "deferred-review")
        Perform("incident-review-cause", "Find the cause and agree on actions", during: "deferred-review")
            .after("incident-discover")
        Expect("incident-reviewed", "Each action against the cause has an owner", atGateOf: "deferred-review")
            .needing("incident-review").measured("actions-without-owner", .exactly(0))
            .citing(Source.processes)
    }
}
