public import PhaseLoom

/// The collector `contract/sla-lint`: finds service levels that leave open how they are measured.
public struct ServiceLevelLint: Collector {
    /// The name by which it is asked for.
    public static let id: ID = "sla-lint"
    /// What it does.
    public static let help = "Finds service levels that leave open how they are measured."
    /// The options that it takes.
    public static let options = [file.descriptor]
    static let file = OverlayOption.file(
        "file", help: "the table: metric, target, unit, period, calendar, exclusions, source, rounding")

    private let values: OptionValues

    /// Makes the collector of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What has to be said of each service level, and why.
    private static let parts = [
        ("target", "the value that counts as met"), ("unit", "'%', 'min' or another unit"),
        ("period", "the period over which it is counted, such as a calendar month with its time zone"),
        ("calendar", "the hours and holidays that count, or '24x7'"),
        ("exclusions", "what does not count, such as maintenance, or 'none'"),
        ("source", "where the figures come from"), ("rounding", "how figures are rounded, or 'none'"),
    ]

    /// Reads the table and counts what is missing.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        let table = try Table(values[Self.file], columns: ["metric"] + Self.parts.map(\.0), in: context)
        var metrics: Set<String> = []
        let findings = try table.map { row in Self.findings(&row, &metrics) }.flatMap(\.self)
        let evidence = CollectedEvidence(
            "service-level-definitions", table.file,
            measurements: [
                Measurement("service-level-defects", Double(findings.count)),
                Measurement("service-levels", Double(metrics.count)),
            ],
            findings: findings)
        return CollectorReport(evidence: [evidence], verdict: findings.isEmpty ? .met : .unmet)
    }

    private static func findings(_ row: inout TableRow, _ metrics: inout Set<String>) -> [CollectedFinding] {
        let metric = row.text("metric")
        if !metrics.insert(metric).inserted {
            row.note("metric", "'\(metric)' stands twice", hint: "keep one row for each metric")
        }
        let place = "line \(row.line)"
        var found: [CollectedFinding] = []
        for (part, hint) in parts where row.optionalText(part) == nil {
            found.append(
                CollectedFinding(
                    "service-level-incomplete", .error, "'\(metric)' has no \(part)", subject: place,
                    hint: "say \(hint)"))
        }
        let target = row.optionalText("target") ?? ""
        for word in VagueWord.found(in: metric + " " + target) {
            found.append(
                CollectedFinding(
                    "service-level-vague", .error, "'\(word.word)' cannot be measured", subject: place,
                    hint: "say instead: \(word.instead)"))
        }
        return found + unclear(&row, metric, place)
    }

    /// Parts that are there and leave open what they mean; a vague target has been found already.
    private static func unclear(_ row: inout TableRow, _ metric: String, _ place: String) -> [CollectedFinding] {
        var faults: [(part: String, text: String, instead: String)] = []
        if let target = row.optionalText("target"), let unit = row.optionalText("unit"),
            VagueWord.found(in: target).isEmpty,
            let fault = ServiceLevelWords.fault(ofTarget: target, unit: unit)
        {
            faults.append(("target", target, "\(fault) for unit '\(unit)'"))
        }
        let checks: [(part: String, isClear: (String) -> Bool, instead: String)] = [
            ("period", ServiceLevelWords.isPeriod, "minute, hour, day, week, month, quarter or year"),
            ("calendar", ServiceLevelWords.isCalendar, "'24x7', working hours, or the name of a calendar"),
            ("rounding", ServiceLevelWords.isRounding, "'none', up, down or to the nearest, and to how many digits"),
        ]
        for check in checks {
            guard let text = row.optionalText(check.part), !check.isClear(text) else { continue }
            faults.append((check.part, text, check.instead))
        }
        return faults.map { fault in
            CollectedFinding(
                "service-level-unclear", .error, "'\(metric)' cannot have \(fault.part) '\(fault.text)'",
                subject: place, hint: "say \(fault.instead)")
        }
    }
}
