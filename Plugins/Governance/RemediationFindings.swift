public import PhaseLoom

/// The collector `formal-review/findings`: reads a register of findings and counts what is open, unowned or untested.
///
/// Of each severity it measures the longest time from the day on which a finding was found to the day on which it was
/// closed, or to today while it is open; 0 where there is none.
public struct RemediationFindings: Collector {
    /// The name by which it is asked for.
    public static let id: ID = "findings"
    /// What it does.
    public static let help = "Reads a register of findings and counts what is open, unowned, untested or late."
    /// The options that it takes.
    public static let options = [file.descriptor]
    static let file = OverlayOption.file(
        "file", help: "the table: finding, severity, found, and owner, due, retested, closed where they are known")

    private let values: OptionValues

    /// Makes the collector of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    private struct Entry {
        let name: String
        let severity: FindingSeverity
        let found: Day
        let owner: String?
        let due: Day?
        let retested: Day?
        let closed: Day?
        let line: Int

        var isUnowned: Bool { owner == nil || due == nil }
        /// A test before the remedy says nothing on the remedy, but the one that led to the closure does.
        var isUntested: Bool { closed != nil && retested == nil }

        func days(on today: Day) -> Int { max(0, (closed ?? today).days(since: found)) }

        func isLate(on today: Day) -> Bool { due.map { (closed ?? today) > $0 } ?? false }
    }

    /// Reads the register.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        let table = try Table(
            values[Self.file], columns: ["finding", "severity", "found"],
            optional: ["owner", "due", "retested", "closed"], mayBeEmpty: true, in: context)
        let today = Day(context.now)
        var names: Set<String> = []
        let entries = try table.map { row in Self.entry(&row, &names) }
        let open = entries.filter { $0.closed == nil }.count
        let unowned = entries.filter(\.isUnowned).count
        let untested = entries.filter(\.isUntested).count
        let counts = [
            Measurement("open-findings", Double(open)), Measurement("unowned-findings", Double(unowned)),
            Measurement("untested-closures", Double(untested)),
        ]
        let times = FindingSeverity.allCases.map { severity in
            let days = entries.filter { $0.severity == severity }.map { $0.days(on: today) }.max() ?? 0
            return Measurement("\(severity.rawValue)-finding-days", Double(days), unit: "d")
        }
        let evidence = CollectedEvidence(
            "remediation-register", table.file, measurements: counts + times,
            findings: entries.flatMap { Self.findings(on: $0, today) })
        return CollectorReport(evidence: [evidence], verdict: open + unowned + untested == 0 ? .met : .unmet)
    }

    private static func entry(_ row: inout TableRow, _ names: inout Set<String>) -> Entry {
        let entry = Entry(
            name: row.text("finding"), severity: row.choice("severity"), found: row.day("found"),
            owner: row.optionalText("owner"), due: row.optionalDay("due"), retested: row.optionalDay("retested"),
            closed: row.optionalDay("closed"), line: row.line)
        if !names.insert(entry.name).inserted {
            row.note("finding", "'\(entry.name)' stands twice", hint: "keep one row for each finding")
        }
        for (column, day) in [("due", entry.due), ("retested", entry.retested), ("closed", entry.closed)] {
            if let day, day < entry.found {
                row.note(column, "'\(day)' lies before the finding", hint: "see which of the two days is wrong")
            }
        }
        if let closed = entry.closed, let retested = entry.retested, closed < retested {
            row.note("closed", "it was closed before it was tested again", hint: "close it when the test passed")
        }
        return entry
    }

    private static func findings(on entry: Entry, _ today: Day) -> [CollectedFinding] {
        let kinds: [(Bool, ID, String, String)] = [
            (entry.closed == nil, "finding-open", "is open", "mend it and test it again"),
            (entry.isUnowned, "finding-unowned", "lacks an owner or a due date", "give it to someone, with a day"),
            (entry.isUntested, "finding-untested", "was closed without a test", "test it again"),
            (entry.isLate(on: today), "finding-late", "is or was late", "escalate it, or agree on another day"),
        ]
        return kinds.filter(\.0).map { _, code, state, hint in
            CollectedFinding(
                code, code == "finding-late" ? .warning : .error,
                "'\(entry.name)' (\(entry.severity.rawValue)) \(state)",
                subject: "line \(entry.line)", hint: hint)
        }
    }
}
