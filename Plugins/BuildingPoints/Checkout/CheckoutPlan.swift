/// The points to check: those of a matrix, with what they should show.
public struct CheckoutPlan: Sendable {
    /// The points in the order of the matrix, none of them read yet.
    public private(set) var rows: [CheckoutRow] = []
    /// What keeps the plan from being carried out, in the order in which it was found; empty when nothing does.
    ///
    /// A line that cannot be read is a point that nobody would check, so it counts here.
    public private(set) var problems: [PointFinding]

    private struct Ends: Hashable {
        let source: PointReference
        let target: PointReference
    }

    /// Makes a plan.
    ///
    /// - Parameters:
    ///   - matrix: the points.
    ///   - expectations: what they should show; each line names the source or the target of points.
    /// - Complexity: O(*n*) in the number of rows and lines.
    public init(_ matrix: IntegrationMatrix, _ expectations: CheckoutExpectations = .none) {
        problems = (matrix.findings + expectations.findings).filter {
            $0.rule.severity == .error && $0.rule != .unknownColumn
        }
        addRows(of: matrix)
        var sources: [PointReference: [Int]] = [:]
        var targets: [PointReference: [Int]] = [:]
        for (place, row) in rows.enumerated() {
            sources[row.source, default: []].append(place)
            targets[row.target, default: []].append(place)
        }
        var seen: Set<PointReference> = []
        for entry in expectations.entries {
            if !seen.insert(entry.point).inserted {
                note(.doublePoint, entry, "'\(entry.point)' stands twice", "keep one of the lines")
            } else if let places = sources[entry.point] {
                for place in places { take(entry, at: .source, into: place) }
            } else if let places = targets[entry.point] {
                for place in places { take(entry, at: .target, into: place) }
            } else {
                note(
                    .unknownPoint, entry, "the matrix has no point '\("\(entry.point)".clipped)'",
                    "name a source or a target of the matrix")
            }
        }
    }

    private mutating func addRows(of matrix: IntegrationMatrix) {
        var seen: Set<Ends> = []
        for (row, line) in zip(matrix.rows, matrix.lines) {
            guard seen.insert(Ends(source: row.source, target: row.target)).inserted else {
                problems.append(
                    PointFinding(
                        .doublePoint, subject: "line \(line)",
                        "'\("\(row.source)".clipped)' becomes '\("\(row.target)".clipped)' a second time",
                        hint: "keep one of the lines", evidence: [PointEvidence(file: matrix.file, line: line)]))
                continue
            }
            var planned = CheckoutRow(source: row.source, target: row.target, conversion: row.conversion)
            planned.sourceUnits = row.sourceUnits
            planned.targetUnits = row.targetUnits
            rows.append(planned)
        }
    }

    private mutating func take(
        _ entry: CheckoutExpectations.Entry, at end: CheckoutExpectation.End, into place: Int
    ) {
        rows[place].expectation = CheckoutExpectation(
            entry.value, at: end, tolerance: entry.tolerance, stateText: entry.stateText)
        rows[place].tester = entry.tester
        rows[place].remark = entry.remark
        guard !entry.units.isEmpty else { return }
        let known = end == .source ? rows[place].sourceUnits : rows[place].targetUnits
        if known.isEmpty {
            if end == .source { rows[place].sourceUnits = entry.units } else { rows[place].targetUnits = entry.units }
        } else if known != entry.units,
            UnitText.units(known) == nil || UnitText.units(known) != UnitText.units(entry.units)
        {
            note(
                .unitsDisputed, entry,
                "'\(entry.point)' is expected in '\(entry.units.clipped)', and the matrix has '\(known.clipped)'",
                "give both the units that the point has")
        }
    }

    private mutating func note(
        _ rule: PointRule, _ entry: CheckoutExpectations.Entry, _ message: String, _ hint: String
    ) {
        problems.append(
            PointFinding(
                rule, subject: entry.evidence.line.map { "line \($0)" } ?? entry.evidence.file, message, hint: hint,
                evidence: [entry.evidence]))
    }
}
