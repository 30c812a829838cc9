public import PhaseLoom

/// Writes for people where many engagements stand: one row each.
public struct PortfolioText: Sendable {
    /// Makes the writer.
    public init() {}

    /// Writes a table of engagements within the columns of a surface, with one newline at the end; what was due before
    /// the given moment is overdue.
    public func render(_ summaries: [EngagementSummary], at time: Timestamp, for surface: Surface) -> String {
        var sheet = Sheet(surface)
        guard !summaries.isEmpty else {
            sheet.add([Span("There is no such engagement.")])
            return sheet.text(for: surface)
        }
        let rows = summaries.map { summary -> [[Span]] in
            let due = summary.due.map { [$0 < time ? Span("\($0.date) late", .error) : Span($0.date)] } ?? []
            return [
                [Span(summary.engagement.text, .strong)], [Span(summary.state.rawValue, summary.state.look)],
                summary.work, due, [Span(summary.updated.date, .faint)], [Span(summary.title)],
            ]
        }
        sheet.add(table: rows, heads: ["engagement", "state", "work", "due", "changed", "title"])
        sheet.add([[]])
        sheet.add([Span(Self.counts(summaries, at: time), .faint)])
        return sheet.text(for: surface)
    }

    private static func counts(_ summaries: [EngagementSummary], at time: Timestamp) -> String {
        let states = EngagementState.allCases.compactMap { state -> String? in
            let number = summaries.count { $0.state == state }
            return number == 0 ? nil : "\(number) \(state.rawValue)"
        }
        let late = summaries.count { $0.due.map { $0 < time } ?? false }
        let parts = [counted(summaries.count, "engagement")] + states + (late > 0 ? ["\(late) overdue"] : [])
        return parts.joined(separator: " · ")
    }
}

extension EngagementSummary {
    /// The phases in which work goes on or may begin.
    fileprivate var work: [Span] {
        let open = openPhases.isEmpty ? [] : [Span(openPhases.list)]
        let ready = readyPhases.isEmpty || state.isFinal ? [] : [Span("may open \(readyPhases.list)", .faint)]
        return .joined([open, ready].filter { !$0.isEmpty }, by: [Span("; ", .faint)])
    }
}
