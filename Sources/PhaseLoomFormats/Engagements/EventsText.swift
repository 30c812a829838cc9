public import PhaseLoom

/// Writes for people what just happened in an engagement.
public struct EventsText: Sendable {
    /// Makes the writer.
    public init() {}

    /// Writes events as sentences within the columns of a surface, each with a newline at the end.
    ///
    /// A gate that stayed shut is followed by everything that is missing. The engagement is that after the events.
    public func render(_ events: [Event], of engagement: Engagement, for surface: Surface) -> String {
        var sheet = Sheet(surface)
        for event in events {
            let isRefused = event.content.isRefused
            let mark = isRefused ? Span("✗ ", .error) : Span("✓ ", .good)
            sheet.add([mark, Span(event.actor, .strong), Span(" \(event.content.words)")])
            guard case .refused(let phase, let decisions, _) = event.content else { continue }
            sheet.add(decisions.filter { !$0.isSatisfied }, at: phase, of: engagement.plan.sequence)
        }
        return sheet.text(for: surface)
    }
}

extension Event.Content {
    /// Whether a gate stayed shut.
    fileprivate var isRefused: Bool {
        if case .refused = self { true } else { false }
    }
}
