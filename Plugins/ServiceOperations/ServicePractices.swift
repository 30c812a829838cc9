public import PhaseLoom

/// The six practices of a desk that operates a service: triage, targets, escalation, knowledge, incidents, problems.
public struct ServicePractices: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "service-operations", title: "Service operations",
        summary: "Six practices of a desk: triage, service levels, escalation, knowledge, incidents and problems.",
        cites: [Source.processes])

    static let desk = OverlayOption<Desk>.choice(
        "desk", help: "kind of desk: network operations, security operations or service desk", default: .service)
    static let recurrence = OverlayOption<Int>.integer(
        "recurrence", help: "incidents of one cause that make a problem", default: 2, in: 2...100)

    /// The options that it takes: `desk` and `recurrence`.
    public static let options = [desk.descriptor, recurrence.descriptor]

    /// The reasons for which it applies: a desk operates what is delivered.
    public static let applicability: [Applicability] = [
        .byChoice("People are supported", when: Fact.deliverables.includes("support"))
            .choosing(["desk": "service-desk"]).citing(Source.standards),
        .byChoice("A security service watches for attacks", when: Fact.deliverables.includes("security-service"))
            .choosing(["desk": "soc"]),
        .byChoice(
            "Networks or systems are operated without an end date",
            when: Fact.deliverables.includes("network", "infrastructure") && Fact.delivery.includes("continuous")
        ).choosing(["desk": "noc"]),
        .byChoice("The service goes on without an end date", when: Fact.delivery.includes("continuous")),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: what the desk takes over at the transfer, and what it keeps up in operations.
    public var body: OverlayBody {
        triageAndTargets
        escalationAndKnowledge
        incidentsAndProblems
        watch
    }
}

// MARK: Taken over

extension ServicePractices {
    @OverlayBuilder private var triageAndTargets: OverlayBody {
        Artifact("desk-priorities", "Priorities by impact and urgency, with the categories of tickets")
        Artifact("desk-targets", "Targets for response and resolution, by priority, with hours and pauses")
        Produce("desk-priorities", "desk-targets", in: .transfer)
        Expect("desk-triage", "Impact and urgency decide the priority of a ticket", atGateOf: .transfer)
            .needing("desk-priorities").measured("priorities-without-rule", .exactly(0))
            .citing("ISO/IEC 20000-1:2018, 8.6.1")
        Expect("desk-service-levels", "Each priority has its targets, hours and pauses", atGateOf: .transfer)
            .needing("desk-targets").measured("priorities-without-target", .exactly(0))
            .citing("ISO/IEC 20000-1:2018, 8.3.3")
    }

    @OverlayBuilder private var escalationAndKnowledge: OverlayBody {
        Artifact("desk-escalation-paths", "Paths of escalation: by skill and by authority, with contacts")
        Artifact("desk-known-errors", "Known errors with their workarounds")
        Produce("desk-escalation-paths", "desk-known-errors", in: .transfer)
        Expect("desk-escalation", "Each priority has a path by skill and one by authority", atGateOf: .transfer)
            .needing("desk-escalation-paths").measured("priorities-without-path", .exactly(0))
            .citing("ISO/IEC 20000-1:2018, 8.6.1")
        Expect("desk-knowledge", "Each known error has a workaround that the desk has tried", atGateOf: .transfer)
            .needing("desk-known-errors").measured("untried-workarounds", .exactly(0))
            .citing("ISO/IEC 20000-1:2018, 8.6.3")
    }
}

// MARK: Kept up

extension ServicePractices {
    /// An incident is restored; a problem is the cause that several incidents share.
    @OverlayBuilder private var incidentsAndProblems: OverlayBody {
        Artifact("desk-incident-log", "Incidents: priority, times, cause as far as known")
        Artifact("desk-problem-log", "Problems: incidents that share a cause, known error, remedy")
        Produce("desk-incident-log", "desk-problem-log", in: .operations)
        Perform("restore-incidents", "Restore what fails", during: .operations)
        Perform("find-problems", "Find the causes that incidents share", during: .operations)
            .after("restore-incidents")
        Expect(
            "desk-incidents", "Each incident has a priority, a time of restoration and a closure", atGateOf: .operations
        )
        .needing("desk-incident-log").measured("incomplete-incidents", .exactly(0))
        .citing("ISO/IEC 20000-1:2018, 8.6.1")
        Expect("desk-problems", "Incidents that share a cause are linked by a problem", atGateOf: .operations)
            .needing("desk-incident-log", "desk-problem-log").proven(by: linked)
            .citing("ISO/IEC 20000-1:2018, 8.6.3")
    }

    /// No cause recurs without a problem, and no problem stands for fewer incidents than make one.
    private var linked: Proof {
        let fewest = Bound("fewest-incidents-of-a-problem", .atLeast(Double(values[Self.recurrence])))
        return .all([
            .measured(Bound("recurring-causes-without-problem", .exactly(0)), of: "desk-problem-log"),
            .any([
                .measured(fewest, of: "desk-problem-log"),
                .measured(Bound("problems", .exactly(0)), of: "desk-problem-log"),
            ]),
        ])
    }

    @OverlayBuilder private var watch: OverlayBody {
        switch values[Self.desk] {
        case .noc:
            Expect("noc-devices-watched", "Each device that matters is watched and alerts", atGateOf: .operations)
                .needing("desk-incident-log").measured("unwatched-devices", .exactly(0))
        case .soc:
            Expect("soc-alerts-triaged", "Each security alert was looked at and decided", atGateOf: .operations)
                .needing("desk-incident-log").measured("untriaged-alerts", .exactly(0))
        case .service:
            Expect("desk-tickets-categorised", "Each ticket is in a queue of its category", atGateOf: .operations)
                .needing("desk-incident-log").measured("uncategorised-tickets", .exactly(0))
                .citing(Source.standards)
        }
    }
}
