public import PhaseLoom

/// Writes a report of conflicts for people: what is contested, who claims what on which source, and the ways out.
public struct ConflictText: Sendable {
    /// Makes the writer.
    public init() {}

    /// Writes a report within the columns of a surface, with one newline at the end.
    public func render(_ report: ConflictReport, for surface: Surface) -> String {
        let painter = Painter(isStyled: surface.isStyled)
        let number = report.conflicts.count
        let verb = number == 1 ? "stands" : "stand"
        var lines = Wrapping(width: surface.columns).lines([
            Span("✗ ", .error), Span("These overlays contradict each other: "),
            Span("\(counted(number, "conflict")) \(verb) in the way.", .strong),
        ])
        for (place, conflict) in report.conflicts.enumerated() {
            lines += [[]] + self.lines(conflict, place + 1, surface.columns)
        }
        return lines.map { painter.line($0) + "\n" }.joined()
    }

    private func lines(_ conflict: Conflict, _ number: Int, _ columns: Int) -> [[Span]] {
        var lines = Wrapping(width: columns, indent: 3).lines([
            Span("\(number). ", .error), Span(conflict.target, .strong), Span(" · \(conflict.code.rawValue)", .faint),
        ])
        lines += indented([Span(conflict.message)], columns, by: 3)
        let name = Swift.min(columns / 3, conflict.claims.map(\.by.text.columns).max() ?? 0)
        for claim in conflict.claims {
            let cells = Cell.lines([
                Cell(spans: [Span(claim.by.text, .strong)], width: name),
                Cell(spans: text(claim), width: Swift.max(8, columns - 5 - name - 2), indent: 2),
            ])
            lines += cells.map { [Span("     ")] + $0 }
        }
        guard !conflict.waysOut.isEmpty else { return lines }
        lines.append([Span("   "), Span(conflict.waysOut.count == 1 ? "Way out:" : "Ways out:", .faint)])
        return lines
            + conflict.waysOut.flatMap {
                indented([Span("→ ", .good), Span($0)], columns, by: 5, hanging: 2)
            }
    }

    private func text(_ claim: Conflict.Claim) -> [Span] {
        claim.cites.isEmpty
            ? [Span(claim.value)] : [Span(claim.value), Span(" (\(claim.cites.joined(separator: "; ")))", .faint)]
    }
}
