public import PhaseLoom

/// The collector `readiness/assess`: compares the results of an assessment with the items of readiness packs.
///
/// Of each item the table says `yes`, `no` or `n-a` with a reason, on which day, and who said so. What the table leaves
/// out is open, as is what failed.
public struct ReadinessAssessment: Collector {
    /// The name by which it is asked for.
    public static let id: ID = "assess"
    /// What it does.
    public static let help = "Compares the results of an assessment with the items of a readiness pack."
    /// The options that it takes.
    public static let options = [pack.descriptor, file.descriptor]
    static let pack = OverlayOption<ReadinessChoice>.choice(
        "pack", help: "the pack that was assessed, or 'all'", default: .infrastructure)
    static let file = OverlayOption.file(
        "file", help: "the table of results: item, result (yes, no, n-a), date, by, and reason for n-a")

    private let values: OptionValues

    /// Makes the collector of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    private enum Answer: String, CaseIterable {
        case yes
        case no
        case notApplicable = "n-a"
    }

    private struct Result {
        let item: String
        let answer: Answer
        let reason: String?
        let line: Int
    }

    /// Reads the results and counts what is open.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        let table = try Table(
            values[Self.file], columns: ["item", "result", "date", "by"], optional: ["reason"], in: context)
        let today = Day(context.now)
        var seen: Set<String> = []
        let results = try table.map { row in Self.result(&row, today, &seen) }
        let packs = values[Self.pack].packs
        let items = packs.flatMap(\.items)
        let findings = items.compactMap { Self.finding(on: $0, results) } + Self.strangers(results, items)
        let open = findings.filter { $0.severity == .error }.count
        let evidence = CollectedEvidence(
            "readiness-report", table.file,
            measurements: [
                Measurement("open-items", Double(open)), Measurement("assessed-items", Double(items.count)),
            ],
            findings: packs.map(Self.remark) + findings)
        return CollectorReport(evidence: [evidence], verdict: open == 0 ? .met : .unmet)
    }

    private static func result(_ row: inout TableRow, _ today: Day, _ seen: inout Set<String>) -> Result {
        let item = row.text("item")
        if !seen.insert(item).inserted {
            row.note("item", "'\(item)' has two results", hint: "keep the later one")
        }
        let date = row.day("date")
        if date > today {
            row.note("date", "'\(date)' lies in the future", hint: "give the day on which the item was checked")
        }
        _ = row.text("by")
        let answer: Answer = row.choice("result")
        let reason = row.optionalText("reason")
        if answer == .notApplicable, reason == nil {
            row.note("result", "'\(item)' does not apply for no reason", hint: "give the reason")
        }
        return Result(item: item, answer: answer, reason: reason, line: row.line)
    }

    private static func finding(on item: ReadinessItem, _ results: [Result]) -> CollectedFinding? {
        let result = results.first { $0.item == item.id }
        switch result?.answer {
        case .yes?, .notApplicable?: return nil
        case .no?:
            return CollectedFinding(
                "readiness-failed", .error, "'\(item.id)' is not met: \(item.statement.lowercasedFirst)",
                subject: "line \(result?.line ?? 0)", hint: "mend it, then check again: \(item.check)")
        case nil:
            return CollectedFinding(
                "readiness-missing", .error, "'\(item.id)' has no result: \(item.statement.lowercasedFirst)",
                subject: item.id, hint: "check it: \(item.check)")
        }
    }

    private static func strangers(_ results: [Result], _ items: [ReadinessItem]) -> [CollectedFinding] {
        results.filter { result in !items.contains { $0.id == result.item } }.map { result in
            CollectedFinding(
                "readiness-unknown", .warning, "'\(result.item)' is no item of the pack",
                subject: "line \(result.line)",
                hint: "the items are " + items.map { "'\($0.id)'" }.joined(separator: ", "))
        }
    }

    private static func remark(_ pack: ReadinessPack) -> CollectedFinding {
        CollectedFinding(
            "readiness-pack", .note, "compared with the pack '\(pack.name)', version \(pack.version)",
            subject: pack.name, hint: "assess again when the version changes")
    }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
