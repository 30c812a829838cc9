public import PhaseLoom

/// Writes findings for people: the gravest first, each with who is to blame and what to do.
public struct FindingText: Sendable {
    /// Makes the writer.
    public init() {}

    /// Writes findings within the columns of a surface, with one newline at the end; none amount to a good word.
    public func render(_ findings: [Finding], for surface: Surface) -> String {
        let painter = Painter(isStyled: surface.isStyled)
        guard !findings.isEmpty else {
            return painter.line([Span("✓ ", .good), Span("Sound: verification found nothing.")]) + "\n"
        }
        var lines = [headline(findings)]
        for finding in findings { lines += [[]] + self.lines(finding, surface.columns) }
        return lines.map { painter.line($0) + "\n" }.joined()
    }

    private func headline(_ findings: [Finding]) -> [Span] {
        let counts = Finding.Severity.allCases.compactMap { severity -> String? in
            let number = findings.count { $0.severity == severity }
            return number == 0 ? nil : counted(number, severity.rawValue)
        }
        return [Span("Verification: ", .strong), Span(counts.joined(separator: ", "))]
    }

    private func lines(_ finding: Finding, _ columns: Int) -> [[Span]] {
        var head = [Span("\(finding.severity.symbol) ", finding.severity.look)]
        head += [Span(finding.severity.rawValue, finding.severity.look), Span(" \(finding.code.rawValue)", .faint)]
        if !finding.overlays.isEmpty { head.append(Span(" · from \(finding.overlays.list)", .faint)) }
        var lines = Wrapping(width: columns, indent: 2).lines(head)
        lines += indented([Span(finding.message)], columns)
        if finding.subjects.count > 1 {
            lines += indented([Span(finding.subjects.joined(separator: " → "), .faint)], columns)
        }
        if !finding.hint.isEmpty { lines += indented([Span("→ ", .good), Span(finding.hint)], columns, hanging: 2) }
        return lines
    }
}

/// Lines set in by two columns.
func indented(_ spans: [Span], _ columns: Int, by indent: Int = 2, hanging: Int = 0) -> [[Span]] {
    let margin = Span(String(repeating: " ", count: indent))
    return Wrapping(width: columns - indent, indent: hanging).lines(spans).map { [margin] + $0 }
}

extension Finding.Severity {
    var symbol: String {
        switch self {
        case .error: "✗"
        case .warning: "!"
        case .note: "·"
        }
    }

    var look: Span.Look {
        switch self {
        case .error: .error
        case .warning: .warning
        case .note: .faint
        }
    }
}
