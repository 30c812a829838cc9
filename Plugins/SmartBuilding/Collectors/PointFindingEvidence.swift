import BuildingPoints
import PhaseLoom

extension [PointFinding] {
    /// The findings as evidence carries them: the gravest two hundred, because the report has all of them.
    func collected(in report: String) -> [CollectedFinding] {
        let limit = 200
        let findings = prefix(limit).compactMap(\.collected)
        guard count > limit else { return findings }
        let rest = CollectedFinding(
            "more-findings", .note, "there are \(count - limit) more findings", subject: report,
            hint: "see the report, which has all of them")
        return findings + [rest]
    }
}

extension PointFinding {
    /// The finding as evidence carries it; `nil` for a rule whose name is no identifier, of which there is none.
    var collected: CollectedFinding? {
        let place = evidence.first?.place ?? ""
        return (try? ID(rule.id)).map { code in
            CollectedFinding(
                code, rule.severity.collected, message, subject: place.isEmpty ? subject : "\(place) \(subject)",
                hint: hint)
        }
    }
}

extension PointSeverity {
    fileprivate var collected: Finding.Severity {
        switch self {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }
}
