public import PhaseLoom

/// Writes for people why a command was not carried out: what stands against it, what is missing and what to do.
public struct RefusalText: Sendable {
    /// Makes the writer.
    public init() {}

    /// Writes a refusal within the columns of a surface, with one newline at the end.
    public func render(_ refusal: Refusal, for surface: Surface) -> String {
        var sheet = Sheet(surface)
        sheet.add(refusal)
        return sheet.text(for: surface)
    }
}

extension Sheet {
    mutating func add(_ refusal: Refusal, indent: Int = 0) {
        add([Span("✗ ", .error), Span(refusal.message)], indent: indent)
        add(refusal.missing, indent: indent + 2)
        if !refusal.hint.isEmpty { add([Span("→ ", .good), Span(refusal.hint)], indent: indent + 2) }
    }
}
