/// What the log of an engagement says in numbers.
///
/// Everything is computed from the log alone. A rate of which nothing is known yet is `nil`, never zero.
public struct EngagementMetrics: Hashable, Sendable {
    /// The engagement.
    public let engagement: ID
    /// Where it stands as a whole.
    public let state: EngagementState
    /// When it started.
    public let started: Timestamp
    /// The moment up to which time is counted: its end, or while it runs the moment of asking.
    public let until: Timestamp
    /// How long it was on hold.
    public let timeOnHold: Duration
    /// How long a spent loop limit waited for a decision.
    public let timeBlocked: Duration
    /// The phases that were opened, in order of their first opening.
    public let phases: [PhaseTime]
    /// How often the engagement went back by a loop.
    public let loopbacks: Int
    /// How often a gate that had opened was shut again, by a loop, a change order or an amendment.
    public let reopenedGates: Int
    /// How many phases passed at the first decision of their gates, of those whose gates were asked.
    public let firstPasses: Share
    /// The waivers.
    public let waivers: Waivers
    /// The change orders.
    public let orders: Orders
    /// The promised dates: of phases, of deferred work after incidents, and of what is owed.
    public let targets: Targets

    /// How long it took from the start to the end, or has taken so far.
    public var leadTime: Duration { until.duration(since: started) }
    /// How many openings of phases were not the first ones, of all openings.
    public var rework: Share {
        let openings = phases.reduce(0) { $0 + $1.openings }
        return Share(openings - phases.count, of: openings)
    }

    /// How long a phase was open, all attempts taken together.
    public struct PhaseTime: Hashable, Sendable {
        /// The phase.
        public let phase: ID
        /// How often it was opened.
        public internal(set) var openings: Int
        /// How long it was open.
        public internal(set) var time: Duration
    }

    /// How many of some had a quality.
    public struct Share: Hashable, Sendable {
        /// How many had it.
        public let count: Int
        /// How many there were.
        public let total: Int

        init(_ count: Int, of total: Int) {
            self.count = count
            self.total = total
        }

        /// The share as a number from 0 to 1; `nil` when there were none.
        public var rate: Double? { total == 0 ? nil : Double(count) / Double(total) }
    }

    /// Waivers, counted.
    public struct Waivers: Hashable, Sendable {
        /// How many were granted.
        public let granted: Int
        /// How many of them still hold.
        public let inForce: Int
    }

    /// Change orders, counted, and what they change.
    public struct Orders: Hashable, Sendable {
        /// How many nobody has decided.
        public let pending: Int
        /// How many were approved.
        public let approved: Int
        /// How many were rejected.
        public let rejected: Int
        /// By how much the approved ones changed the cost of the scope, in the currency of the contract.
        public let cost: Double
        /// By how much the approved ones changed the time of the scope, in days.
        public let days: Double

        /// How many were raised.
        public var raised: Int { pending + approved + rejected }
    }

    /// Promised dates, counted.
    public struct Targets: Hashable, Sendable {
        /// How many were kept.
        public let met: Int
        /// How many passed before the work was done.
        public let missed: Int
        /// How many are still to come.
        public let open: Int

        /// How many were kept, of those that are decided.
        public var attainment: Share { Share(met, of: met + missed) }
    }
}

extension Timestamp {
    /// The time from an earlier moment to this one; negative if it is later.
    public func duration(since earlier: Timestamp) -> Duration { .milliseconds(milliseconds(since: earlier)) }
}
