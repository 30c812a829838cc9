/// What the logs of many engagements say in numbers, taken together.
public struct PortfolioMetrics: Hashable, Sendable {
    /// How many engagements there are.
    public let count: Int
    /// How many stand where, in the order of the states, those with none left out.
    public let states: [StateCount]
    /// The median of the lead times of those that ended by the book; `nil` when none did.
    public let medianLeadTime: Duration?
    /// The median of the times that each phase was open, in order of identifiers.
    public let phases: [PhaseMedian]
    /// How long they were on hold.
    public let timeOnHold: Duration
    /// How long spent loop limits waited for decisions.
    public let timeBlocked: Duration
    /// How many openings of phases were not the first ones, of all openings.
    public let rework: EngagementMetrics.Share
    /// How often engagements went back by a loop.
    public let loopbacks: Int
    /// How often gates that had opened were shut again.
    public let reopenedGates: Int
    /// How many phases passed at the first decision of their gates, of those whose gates were asked.
    public let firstPasses: EngagementMetrics.Share
    /// The waivers.
    public let waivers: EngagementMetrics.Waivers
    /// The change orders.
    public let orders: EngagementMetrics.Orders
    /// The promised dates.
    public let targets: EngagementMetrics.Targets

    /// How many engagements stand somewhere.
    public struct StateCount: Hashable, Sendable {
        /// Where they stand.
        public let state: EngagementState
        /// How many there are.
        public let count: Int
    }

    /// The median of the times that a phase was open.
    public struct PhaseMedian: Hashable, Sendable {
        /// The phase.
        public let phase: ID
        /// The median over the engagements in which it was opened.
        public let median: Duration
    }

    /// Takes the metrics of engagements together.
    ///
    /// - Complexity: O(*n* log *n*) in the number of engagements and phases.
    public init(of all: [EngagementMetrics]) {
        count = all.count
        states = EngagementState.allCases.map { state in
            StateCount(state: state, count: all.count { $0.state == state })
        }.filter { $0.count > 0 }
        medianLeadTime = all.filter { $0.state == .closed }.map(\.leadTime).median
        let times = Dictionary(grouping: all.flatMap(\.phases), by: \.phase)
        phases = times.keys.sorted().compactMap { phase in
            times[phase]?.map(\.time).median.map { PhaseMedian(phase: phase, median: $0) }
        }
        timeOnHold = all.reduce(.zero) { $0 + $1.timeOnHold }
        timeBlocked = all.reduce(.zero) { $0 + $1.timeBlocked }
        rework = .sum(of: all.map(\.rework))
        loopbacks = all.reduce(0) { $0 + $1.loopbacks }
        reopenedGates = all.reduce(0) { $0 + $1.reopenedGates }
        firstPasses = .sum(of: all.map(\.firstPasses))
        waivers = .init(
            granted: all.reduce(0) { $0 + $1.waivers.granted }, inForce: all.reduce(0) { $0 + $1.waivers.inForce })
        orders = .init(
            pending: all.reduce(0) { $0 + $1.orders.pending }, approved: all.reduce(0) { $0 + $1.orders.approved },
            rejected: all.reduce(0) { $0 + $1.orders.rejected }, cost: all.reduce(0) { $0 + $1.orders.cost },
            days: all.reduce(0) { $0 + $1.orders.days })
        targets = .init(
            met: all.reduce(0) { $0 + $1.targets.met }, missed: all.reduce(0) { $0 + $1.targets.missed },
            open: all.reduce(0) { $0 + $1.targets.open })
    }
}

extension EngagementMetrics.Share {
    fileprivate static func sum(of shares: [Self]) -> Self {
        .init(shares.reduce(0) { $0 + $1.count }, of: shares.reduce(0) { $0 + $1.total })
    }
}

extension [Duration] {
    /// The middle one in order of length, or the mean of the two in the middle; `nil` when there are none.
    var median: Duration? {
        guard !isEmpty else { return nil }
        let sorted = sorted()
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
    }
}
