public import PhaseLoom

/// Writes for people what became of many engagements that were amended at once.
public struct BulkAmendmentText: Sendable {
    /// Makes the writer.
    public init() {}

    /// Writes one entry for each engagement and the counts, with one newline at the end; a dry run says that nothing
    /// happened.
    public func render(_ amendments: [BulkAmendment], isDryRun: Bool, for surface: Surface) -> String {
        var sheet = Sheet(surface)
        for amendment in amendments { add(amendment, isDryRun, to: &sheet) }
        let counts = BulkAmendment.Outcome.kinds.compactMap { kind -> String? in
            let number = amendments.count { $0.outcome.kind == kind }
            return number == 0 ? nil : "\(number) \(kind)"
        }
        if !amendments.isEmpty { sheet.add([[]]) }
        let suffix = isDryRun ? " (dry run: nothing happened)" : ""
        let parts = [counted(amendments.count, "engagement")] + counts
        sheet.add([Span(parts.joined(separator: " · ") + suffix, .faint)])
        return sheet.text(for: surface)
    }

    private func add(_ amendment: BulkAmendment, _ isDryRun: Bool, to sheet: inout Sheet) {
        let name = Span(amendment.engagement.text, .strong)
        switch amendment.outcome {
        case .amended(let impact):
            let verb = isDryRun ? "would be amended" : "amended"
            sheet.add([Span("✓ ", .good), name, Span(" · \(verb): \(impact.counts)")])
            let owed = impact.owed.map { "\($0.phase)/\($0.subject.id)" }.joined(separator: ", ")
            if !impact.reopened.isEmpty { sheet.add([Span("reopens \(impact.reopened.list)", .warning)], indent: 4) }
            if !owed.isEmpty { sheet.add([Span("owes \(owed)", .warning)], indent: 4) }
        case .unchanged: sheet.add([Span("· ", .faint), name, Span(" · runs that sequence already")])
        case .refused(let refusal):
            sheet.add([Span("✗ ", .error), name])
            sheet.add(refusal, indent: 4)
        case .failed(let reason): sheet.add([Span("✗ ", .error), name, Span(" · \(reason)")])
        }
    }
}

extension BulkAmendment.Outcome {
    static let kinds = ["amended", "unchanged", "refused", "failed"]

    /// The stable name of what became of the engagement.
    var kind: String {
        switch self {
        case .amended: "amended"
        case .unchanged: "unchanged"
        case .refused: "refused"
        case .failed: "failed"
        }
    }
}
