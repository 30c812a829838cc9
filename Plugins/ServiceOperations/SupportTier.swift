import PhaseLoom

/// One of the tiers that can hand a ticket on, with the names of its record, measures and triggers.
enum SupportTier: Int {
    case first = 1
    case second = 2

    var record: ID { self == .first ? "support-l1-record" : "support-l2-record" }
    var minutes: ID { self == .first ? "l1-minutes" : "l2-minutes" }
    var timeSpent: ID { self == .first ? "l1-time-spent" : "l2-time-spent" }
    var skillMissing: ID { self == .first ? "l1-skill-missing" : "l2-skill-missing" }
}
