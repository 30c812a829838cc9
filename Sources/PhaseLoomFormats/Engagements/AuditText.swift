public import PhaseLoom

/// Writes for people whether the log of an engagement is whole, and where it breaks.
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
        return sheet.text(for: surface)
    }
}
