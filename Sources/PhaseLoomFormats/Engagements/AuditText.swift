public import PhaseLoom

/// Writes for people whether the logs of engagements are whole, and where they break.
public struct AuditText: Sendable {
    /// Makes the writer.
    public init() {}

    /// Writes what an audit found within the columns of a surface, with one newline at the end.
    public func render(_ audit: Audit, for surface: Surface) -> String {
        var sheet = Sheet(surface)
        if let found = audit.found {
            sheet.add([
                Span("✗ ", .error), Span("The log of \(audit.engagement) is broken: "), Span(found.message, .strong),
            ])
            sheet.add(
                [Span("\(counted(audit.length, "record")) before it in order · \(found.code.rawValue)", .faint)],
                indent: 2)
        } else {
            let records = counted(audit.length, "record")
            sheet.add([Span("✓ ", .good), Span("The log of \(audit.engagement) is whole: \(records) in order.")])
        }
        if audit.length > 0 { sheet.add([Span("head \(audit.head)", .faint)], indent: 2) }
        if let files = audit.files, files.count > 0 { Self.add(files, to: &sheet) }
        return sheet.text(for: surface)
    }

    private static func add(_ files: FileCheck, to sheet: inout Sheet) {
        let count = counted(files.count, "file")
        if files.isWhole {
            sheet.add([Span("✓ ", .good), Span("\(count) of evidence checked: each is what was handed in.")])
        } else {
            let bad = "\(files.problems.count) not what was handed in:"
            sheet.add([Span("✗ ", .error), Span("\(count) of evidence checked, \(bad)")])
            for problem in files.problems { sheet.add([Span(problem.description, .strong)], indent: 2) }
        }
    }

    /// Writes what audits of a whole store found: one line for the store, and one for each engagement.
    ///
    /// - Parameters:
    ///   - audits: the audit of each engagement, in the order in which they are shown.
    ///   - damage: what is wrong with the store as such; `nil` when nothing is.
    ///   - surface: where it is shown.
    /// - Returns: the text, with one newline at the end.
    public func render(_ audits: [Audit], of damage: StoreError?, for surface: Surface) -> String {
        var sheet = Sheet(surface)
        if let damage {
            sheet.add([Span("✗ ", .error), Span("The store is broken: "), Span(damage.description, .strong)])
        } else {
            sheet.add([Span("✓ ", .good), Span("The store is whole: \(counted(audits.count, "engagement")).")])
        }
        for audit in audits { sheet.add(Self.line(audit), hanging: 4) }
        return sheet.text(for: surface)
    }

    private static func line(_ audit: Audit) -> [Span] {
        let id = Span(audit.engagement.text, .strong)
        if let found = audit.found { return [Span("✗ ", .error), id, Span(": \(found.message)")] }
        let problems = audit.files?.problems ?? []
        let count = "\(counted(audit.length, "record")), \(counted(audit.files?.count ?? 0, "file"))"
        guard let problem = problems.first else { return [Span("✓ ", .good), id, Span(": \(count)", .faint)] }
        let rest = problems.count > 1 ? ", and \(problems.count - 1) more" : ""
        return [Span("✗ ", .error), id, Span(": \(problem)\(rest)")]
    }
}
