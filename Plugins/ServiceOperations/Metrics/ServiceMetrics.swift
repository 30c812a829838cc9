public import PhaseLoom

/// The figures of a service, in each period and at the end: a threshold for each, and a decision where one is missed.
///
/// A figure beyond its threshold holds up the gate until someone in authority waives it, which is the decision that the
/// figure was computed for.
public struct ServiceMetrics: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "metrics", title: "Service metrics",
        summary: "Computed figures of service levels, rework, changes, lead times, quality and satisfaction.",
        cites: [Source.processes])

    /// The options that it takes: a threshold for each figure, by its name.
    public static let options = ServiceMetric.allCases.map(\.threshold.descriptor)

    /// What computes the figures: `metrics/service`.
    public static let collectors: [any Collector.Type] = [MetricsCollector.self]

    /// The reasons for which it applies: every engagement is measured.
    public static let applicability: [Applicability] = [
        .byChoice("What is not measured is not steered", when: .always).citing(Source.processes)
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: one criterion for each figure and the decisions, in operations and at closeout.
    public var body: OverlayBody {
        Artifact("metrics-report", "Report of the figures, with what they were computed from")
        Artifact("metrics-decisions", "Decisions on figures that missed their threshold, with owners and dates")
        for place in Target.periodsAndEnd {
            Produce("metrics-report", "metrics-decisions", in: place)
            for metric in ServiceMetric.allCases { figure(metric, at: place) }
            decisions(at: place)
        }
    }

    private func figure(_ metric: ServiceMetric, at place: Target) -> Change {
        let threshold = values[metric.threshold]
        let good = Bound(
            metric.measure, metric.isBetterLarge ? .atLeast(threshold) : .atMost(threshold), unit: metric.unit)
        let criterion = Expect(metric.criterion, metric.statement, atGateOf: place).needing("metrics-report")
        // Where no change failed there was nothing to roll back, which is better than any share of it.
        let decided =
            metric == .rollback
            ? criterion.proven(by: .any([.measured(good, of: "metrics-report"), Self.nothingFailed]))
            : criterion.measured(good)
        return decided.citing(metric.sources)
    }

    private static let nothingFailed = Proof.measured(Bound("failed-changes", .exactly(0)), of: "metrics-report")

    private func decisions(at place: Target) -> Expect {
        Expect("metric-decisions", "Each figure beyond its threshold has a decision and an owner", atGateOf: place)
            .needing("metrics-report", "metrics-decisions").measured("undecided-figures", .exactly(0))
    }
}
