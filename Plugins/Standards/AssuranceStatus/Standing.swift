import PhaseLoom

/// Where an assurance stands on a day.
struct Standing {
    /// The standing in a word or two.
    var word: Word
    /// The days for which nothing vouches: since expiry, since surveillance was due, since the end of the report.
    var uncovered: Int64 = 0
    /// The days for which it still holds.
    var remaining: Int64 = 0
    /// The first day on which it will stand differently, if it holds now.
    var until: Day?
    /// What is measured beside.
    var measurements: [Measurement] = []
    /// What was found; an error means that the assurance does not hold.
    var findings: [CollectedFinding] = []

    /// The ways in which an assurance stands.
    enum Word: String {
        case valid
        case notYetIssued = "not yet issued"
        case surveillanceOverdue = "surveillance overdue"
        case expired
        case periodNotOver = "period not over"
        case lapsed
    }

    /// Whether the assurance holds.
    var verdict: Verdict { findings.contains { $0.severity == .error } ? .unmet : .met }

    mutating func find(_ code: ID, _ severity: Finding.Severity, _ message: String, about day: Day, hint: String) {
        findings.append(CollectedFinding(code, severity, message, subject: day.date, hint: hint))
    }
}
