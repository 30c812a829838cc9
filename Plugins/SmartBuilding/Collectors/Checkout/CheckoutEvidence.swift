import BuildingPoints
import PhaseLoom

/// What a sheet is as evidence: its files, its measurements, and a finding for each deficiency.
struct CheckoutEvidence {
    /// The most findings that evidence itself carries; the sheet has all of them.
    private static let findingLimit = 200
    private let sheet: CheckoutSheet
    /// How many points the design has; the sheet may have fewer.
    private let planned: Int

    /// Makes evidence of a sheet.
    ///
    /// - Parameters:
    ///   - sheet: the points that were checked.
    ///   - planned: how many points the matrix of the engagement has; 0 when nobody counted them.
    init(_ sheet: CheckoutSheet, planned: Int = 0) {
        self.sheet = sheet
        self.planned = max(planned, sheet.rows.count)
    }

    /// The share of the design's points that agree: a sheet of some of them does not stand for all.
    private var share: Double? {
        guard planned > sheet.rows.count else { return sheet.agreeingShare }
        return Double(sheet.rows.count { $0.result == .agrees }) / Double(planned)
    }

    /// Writes the sheet for programs, for spreadsheets and for paper.
    ///
    /// - Throws: `CollectorError` when a file cannot be written, `CancellationError` when the task is cancelled.
    func report(in context: CollectorContext) throws -> CollectorReport {
        let table = try context.write("point-checkout.csv", Array(sheet.csv.utf8))
        let page = try context.write("point-checkout.html", Array(sheet.html.utf8))
        let record = try context.write("point-checkout.json", sheet.json.canonicalBytes)
        return CollectorReport(
            evidence: [
                CollectedEvidence("point-checkout", table), CollectedEvidence("point-checkout", page),
                CollectedEvidence("point-checkout", record, measurements: measurements, findings: findings),
            ],
            verdict: share == 1 ? .met : .unmet)
    }

    private var measurements: [Measurement] {
        [Measurement("checked-share", share), Measurement("points", Double(sheet.rows.count))]
            + sheet.counts.compactMap { entry in
                (try? ID(entry.result.rawValue + "-points")).map { Measurement($0, Double(entry.count)) }
            }
    }

    private var findings: [CollectedFinding] {
        let all = sheet.rows.flatMap { row in row.deficiencies.map { ($0, row.source) } }
        var found: [CollectedFinding] = []
        if planned > sheet.rows.count {
            found.append(
                CollectedFinding(
                    "missing-points", .error,
                    "the sheet has \(sheet.rows.count) points, the matrix of the engagement \(planned)",
                    subject: "point-checkout.json", hint: "check all points; '--sheet' goes on from an earlier sheet"))
        }
        for (deficiency, point) in all.prefix(Self.findingLimit) {
            guard let code = try? ID(deficiency.kind.rawValue) else { continue }
            found.append(
                CollectedFinding(
                    code, deficiency.kind == .nothingExpected ? .warning : .error, deficiency.message,
                    subject: "\(point)", hint: deficiency.hint))
        }
        let more = all.count - Self.findingLimit
        if more > 0 {
            found.append(
                CollectedFinding(
                    "more-findings", .note, "\(more) more deficiencies", subject: "point-checkout.json",
                    hint: "see the sheet, which has all of them"))
        }
        return found
    }
}
