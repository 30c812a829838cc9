public import PhaseLoom

/// The collector `acceptance-criteria/lint`: finds requirements without a criterion and criteria that say nothing.
public struct CriteriaLint: Collector {
    /// The name by which it is asked for.
    public static let id: ID = "lint"
    /// What it does.
    public static let help = "Finds requirements without a criterion, and criteria that nobody can verify."
    /// The options that it takes.
    public static let options = [file.descriptor]
    static let file = OverlayOption.file(
        "file", help: "the table: requirement, criterion, metric, operator, value, unit, method")

    private let values: OptionValues

    /// Makes the collector of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    private enum Comparison: String, CaseIterable {
        case less = "<"
        case atMost = "<="
        case equal = "="
        case atLeast = ">="
        case more = ">"
        case unequal = "!="

        var isOfOrder: Bool { self != .equal && self != .unequal }
    }

    private struct Row {
        let requirement: String?
        let criterion: String?
        let metric: String?
        let comparison: Comparison?
        let value: String?
        let unit: String?
        let method: String?
        let line: Int

        var place: String { "line \(line)" }
    }

    /// Reads the table and counts what it finds.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        let table = try Table(
            values[Self.file], columns: ["requirement", "criterion", "metric", "operator", "value", "unit", "method"],
            in: context)
        let rows = try table.map { row in Self.row(&row) }
        let tested = Set(rows.filter { $0.criterion != nil }.compactMap(\.requirement))
        let all = Set(rows.compactMap(\.requirement))
        let orphans = rows.filter { $0.criterion != nil && $0.requirement == nil }
        let vague = rows.filter { $0.criterion != nil }.map(Self.findings).filter { !$0.isEmpty }
        let untested = all.subtracting(tested).sorted()
        let counts: [(ID, Int)] = [
            ("orphan-criteria", orphans.count), ("untested-requirements", untested.count),
            ("vague-criteria", vague.count),
        ]
        let evidence = CollectedEvidence(
            "criteria-trace", table.file, measurements: counts.map { Measurement($0.0, Double($0.1)) },
            findings: untested.map(Self.untested) + orphans.map(Self.orphan) + vague.joined())
        return CollectorReport(
            evidence: [evidence], verdict: counts.contains { $0.1 > 0 } ? .unmet : .met)
    }

    private static func row(_ row: inout TableRow) -> Row {
        let result = Row(
            requirement: row.optionalText("requirement"), criterion: row.optionalText("criterion"),
            metric: row.optionalText("metric"), comparison: row.optionalChoice("operator"),
            value: row.optionalText("value"), unit: row.optionalText("unit"), method: row.optionalText("method"),
            line: row.line)
        if result.requirement == nil, result.criterion == nil {
            row.note("requirement", "the row has neither requirement nor criterion", hint: "give one of the two")
        }
        if result.comparison?.isOfOrder == true, result.value != nil { _ = row.number("value") }
        return result
    }

    // MARK: findings

    private static func findings(_ row: Row) -> [CollectedFinding] {
        let parts = [
            ("metric", row.metric), ("operator", row.comparison?.rawValue), ("value", row.value),
            ("method", row.method),
        ]
        let missing = parts.filter { $0.1 == nil }.map { "'\($0.0)'" }
        var found = VagueWord.found(in: row.criterion ?? "").map { word in
            CollectedFinding(
                "vague-word", .error, "'\(word.word)' cannot be measured", subject: row.place,
                hint: "say instead: \(word.instead)")
        }
        if !missing.isEmpty {
            found.append(
                CollectedFinding(
                    "unverifiable-criterion", .error, "the criterion lacks \(missing.joined(separator: ", "))",
                    subject: row.place, hint: "say what is measured, how, and which value is good enough"))
        }
        if row.comparison?.isOfOrder == true, row.value != nil, row.unit == nil {
            found.append(
                CollectedFinding(
                    "missing-unit", .error, "the value has no unit", subject: row.place,
                    hint: "give the unit, '1' for a plain number"))
        }
        return found + hollow(row)
    }

    private static func hollow(_ row: Row) -> [CollectedFinding] {
        let parts = [
            ("metric", row.metric, row.metric.map(Substance.names)),
            ("value", row.value, row.value.map { Substance.isValue($0, of: row.method) }),
            ("method", row.method, row.method.map(Substance.names)),
        ]
        return parts.filter { $0.2 == false }.map { name, text, _ in
            CollectedFinding(
                "hollow-part", .error, "the \(name) '\(text ?? "")' says nothing that can be checked",
                subject: row.place, hint: "name what is measured, a value to compare with, and how it is found out")
        }
    }

    private static func untested(_ requirement: String) -> CollectedFinding {
        CollectedFinding(
            "untested-requirement", .error, "'\(requirement)' has no criterion", subject: requirement,
            hint: "write a criterion, or drop the requirement")
    }

    private static func orphan(_ row: Row) -> CollectedFinding {
        CollectedFinding(
            "orphan-criterion", .error, "the criterion belongs to no requirement", subject: row.place,
            hint: "name the requirement that it verifies, or drop it")
    }
}
