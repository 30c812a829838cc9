public import PhaseLoom

/// Sequences under the headings of an outline, as canonical JSON of the format `phaseloom.view/1`.
public enum ViewJSON: Sendable {
    /// Writes the headings in the outline's order, each with its phases in canonical order.
    ///
    /// `within` names the phases under other headings that do the work of this one as well.
    public static func write(_ view: SequenceView) -> String {
        let value: JSONValue = [
            "base": .id(view.sequence.base), "format": "phaseloom.view/1",
            "overlays": .ids(view.sequence.overlays.map(\.identity.id)),
            "sections": .array(view.sections.map(\.json)), "title": .string(view.outline.title),
            "view": .id(view.outline.id),
        ]
        return value.canonicalText
    }
}

extension SequenceView.Section {
    fileprivate var json: JSONValue {
        [
            "id": .id(heading.id),
            "phases": .array(
                phases.map { phase in
                    [
                        "after": .ids(phase.after), "entry": .ids(phase.entry.map(\.id)),
                        "gate": .ids(phase.gate.map(\.id)), "id": .id(phase.id),
                        "points": .strings(phase.points.map(\.rawValue)), "title": .string(phase.title),
                        "track": .id(phase.track),
                    ]
                }), "points": .strings(heading.points.map(\.rawValue)), "title": .string(heading.title),
            "within": .ids(within),
        ]
    }
}
