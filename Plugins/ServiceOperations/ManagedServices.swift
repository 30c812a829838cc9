public import PhaseLoom

/// Operation without an end date: a period of service with its review, again and again until the term ends.
public struct ManagedServices: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "managed-services", title: "Managed services",
        summary: "Continuous operation in reviewed periods, measured against service levels, with an exit at the end.",
        cites: [Source.delivery])

    static let period = OverlayOption<ServicePeriod>.choice(
        "period", help: "calendar period, in the contract's time zone, that is reported and reviewed", default: .month)
    static let term = OverlayOption<Int>.integer(
        "term", help: "months that the contract lasts", default: 12, in: 1...120)
    static let availability = OverlayOption<Double>.number(
        "availability", help: "share of the agreed service time, in percent, that the service is up", default: 99.9,
        in: 0...100)
    static let repair = OverlayOption<Double>.number(
        "repair", help: "mean hours from a failure to its repair, at most", default: 4, in: 0.01...720)
    static let drift = OverlayOption<Int>.integer(
        "drift", help: "items outside the contracted baseline that a period may leave", default: 0, in: 0...10000)

    /// The options that it takes: `period`, `term`, `availability`, `repair`, `drift` and `binding`.
    public static let options = [
        period.descriptor, term.descriptor, availability.descriptor, repair.descriptor, drift.descriptor,
        Binding.option.descriptor,
    ]

    /// What computes service levels: `managed-services/availability`.
    public static let collectors: [any Collector.Type] = [AvailabilityCollector.self]

    /// The reasons for which it applies: the service has no end date.
    public static let applicability: [Applicability] = [
        .byContract(
            "The contract agrees on service levels and audit rights for a service without an end date",
            when: serviceLevels && Fact.clauses.includes("audit-rights")
        ).choosing(["binding": "yes"]),
        .byContract("The contract agrees on service levels for a service without an end date", when: serviceLevels),
        .byChoice("The service goes on without an end date", when: Fact.delivery.includes("continuous"))
            .citing(Source.delivery),
    ]

    private static let serviceLevels =
        Fact.delivery.includes("continuous") && Fact.clauses.includes("service-levels")

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the decision and the clauses, the periods of service, and the exit.
    public var body: OverlayBody {
        sourcing
        clauses
        servicePeriod
        reports
        serviceLevels
        review
        ExitWork(isBinding: values[Binding.option]).body
        Order("service-period", before: .phase(ExitWork.phase))
    }

    private var periods: Int { values[Self.period].count(inMonths: values[Self.term]) }
    private var isBinding: Bool { values[Binding.option] }
}

// MARK: Scoping

extension ManagedServices {
    @OverlayBuilder private var sourcing: OverlayBody {
        Artifact("sourcing-decision", "Sourcing decision: outsourced or in-house, with the answers that led to it")
        Artifact("responsibility-list", "List of the systems for which the provider is responsible")
        Produce("sourcing-decision", in: .assessment)
        Produce("responsibility-list", in: .scoping)
        Require("managed-sourcing-decided", "The client has decided to have the service managed", toEnter: .scoping)
            .signed("sourcing-decision", by: "client")
        Expect("managed-systems-listed", "Each system has one party that is responsible for it", atGateOf: .scoping)
            .needing("responsibility-list").measured("systems-without-owner", .exactly(0))
            .mandated(if: isBinding)
    }

    @OverlayBuilder private var clauses: OverlayBody {
        Artifact("managed-service-agreement", "Managed service agreement with its clauses")
        Produce("managed-service-agreement", in: .scoping)
        Expect("managed-audit-rights", "Third parties may audit the service", atGateOf: .scoping)
            .needing("managed-service-agreement").measured("audit-right-clauses", .atLeast(1))
            .mandated(if: isBinding)
        Expect("managed-monitoring", "Continuous monitoring is agreed", atGateOf: .scoping)
            .needing("managed-service-agreement").measured("monitoring-clauses", .atLeast(1))
            .mandated(if: isBinding)
        Expect("managed-breach-notice", "Notice of breaches is agreed for each law that counts", atGateOf: .scoping)
            .needing("managed-service-agreement").measured("laws-without-notice-clause", .exactly(0))
            .mandated(if: isBinding)
    }
}

// MARK: Periods

extension ManagedServices {
    @OverlayBuilder private var servicePeriod: OverlayBody {
        Insert("service-period", "Service period").after(.transfer).before(.closeout).holding(.operations)
            .consuming("runbook", "responsibility-list", "managed-service-agreement")
            .producing("sla-report", "drift-report", "operations-report", "period-review", "shortfall-record")
        Perform("operate-service", "Operate and watch the service", during: "service-period")
        Perform("report-period", "Report service levels, streams and drift", during: "service-period")
            .after("operate-service")
        Perform("review-period", "Review the period with the client", during: "service-period").after("report-period")
    }

    @OverlayBuilder private var reports: OverlayBody {
        Artifact("operations-report", "Uptime, security events, use of capacity and incidents of the period")
        Artifact("drift-report", "Drift report: what the period added to or took from the contracted baseline")
        Expect("managed-streams", "Uptime, events, capacity and incidents are reported", atGateOf: "service-period")
            .needing("operations-report").measured("missing-streams", .exactly(0)).mandated(if: isBinding)
        Expect("managed-drift", "What was added to the baseline is within what may be left", atGateOf: "service-period")
            .needing("drift-report").measured("items-outside-baseline", .atMost(Double(values[Self.drift])))
            .citing(Source.framework)
    }

    /// Service levels that are missed do not hold up the service: the shortfall and its remedy are on record.
    @OverlayBuilder private var serviceLevels: OverlayBody {
        Artifact("sla-report", "Service level report of a calendar period in the contract's time zone")
        Artifact("shortfall-record", "Record of service levels missed, with credit and remedy")
        Expect("managed-availability", "Availability is met, or the shortfall has a remedy", atGateOf: "service-period")
            .needing("sla-report").proven(by: metOrRemedied("availability", .atLeast(values[Self.availability]), "%"))
            .mandated(if: isBinding).citing("ISO/IEC 20000-1:2018, 8.7.1")
        Expect("managed-repair-time", "Mean time to repair is met, or remedied", atGateOf: "service-period")
            .needing("sla-report").proven(by: repairMet).mandated(if: isBinding)
    }

    /// Without failures there is no mean time to repair; it is undefined, not zero.
    private var repairMet: Proof {
        .any([
            metOrRemedied("mean-time-to-repair", .atMost(values[Self.repair]), "h"),
            .measured(Bound("failures", .exactly(0)), of: "sla-report"),
        ])
    }

    private func metOrRemedied(_ measure: ID, _ interval: Interval, _ unit: String) -> Proof {
        .any([
            .measured(Bound(measure, interval, unit: unit), of: "sla-report"),
            .signed("shortfall-record", by: "client", separately: false),
        ])
    }

    /// The loop leads back while the term has not ended.
    @OverlayBuilder private var review: OverlayBody {
        Artifact("period-review", "Review of the period, with the periods that remain")
        Expect("managed-review", "Client and provider have reviewed the period", atGateOf: "service-period")
            .signed("period-review", by: "client").signed("period-review", by: "provider")
        Expect("managed-term-ended", "No period of the term remains", atGateOf: "service-period")
            .needing("period-review").measured("remaining-periods", .exactly(0))
        if periods > 1 {
            LoopBack(
                "service-periods", from: "service-period", to: "service-period", while: "managed-term-ended",
                atMost: periods - 1)
        }
    }
}
