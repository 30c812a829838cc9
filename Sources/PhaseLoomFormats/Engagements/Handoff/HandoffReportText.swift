public import PhaseLoom

/// Writes for people whether a package is whole, and everything that is wrong with it.
public struct HandoffReportText: Sendable {
    /// Makes the writer.
    public init() {}

    /// Writes what a check found within the columns of a surface, with one newline at the end.
    public func render(_ report: HandoffReport, for surface: Surface) -> String {
        var sheet = Sheet(surface)
        let name = report.engagement?.text ?? "an unknown engagement"
        if report.isWhole {
            let records = counted(report.length, "record")
            sheet.add([Span("✓ ", .good), Span("The handoff of \(name) is whole: \(records) in order.")])
        } else {
            let problems = counted(report.problems.count, "problem")
            sheet.add([Span("✗ ", .error), Span("The handoff of \(name) is not whole: \(problems).")])
            for problem in report.problems {
                sheet.add([Span(problem.path, .strong), Span(": \(problem.message)")], indent: 2)
            }
        }
        if let head = report.head { sheet.add([Span("head \(head)", .faint)], indent: 2) }
        return sheet.text(for: surface)
    }
}
