public import PhaseLoom

/// Writes the log of an engagement for people: one sentence an event.
public struct LogText: Sendable {
    /// Makes the writer.
    public init() {}

    /// Writes events in order within the columns of a surface, each with a newline at the end.
    public func render(_ events: [Event], for surface: Surface) -> String {
        let painter = Painter(isStyled: surface.isStyled)
        let widths = (
            events.map { String($0.number).columns }.max() ?? 0, events.map { $0.time.description.columns }.max() ?? 0
        )
        let rest = Swift.max(8, surface.columns - widths.0 - widths.1 - 4)
        var text = ""
        // A log may be long: each event goes straight into the text.
        for event in events {
            let words = [Span(event.actor, .strong), Span(" \(event.content.words)")]
            let cells = [
                Cell(spans: [Span(String(event.number), .faint)], width: widths.0, isAtRight: true),
                Cell(spans: [Span(event.time.description, .faint)], width: widths.1),
                Cell(spans: words, width: rest, indent: 2),
            ]
            for line in Cell.lines(cells) { text += painter.line(line) + "\n" }
        }
        return text
    }
}
