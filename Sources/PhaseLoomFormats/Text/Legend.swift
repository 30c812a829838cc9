import PhaseLoom

/// What stands above the drawing: the size of the sequence, the overlays by their marks, the symbols that are used.
struct Legend {
    let sequence: ComposedSequence
    let marks: Marks
    /// The sources to list, where the items name only others.
    let sources: Sources?
    let columns: Int

    /// The symbol of an obligation.
    static func symbol(_ obligation: ComposedObligation, isOwed: Bool = false) -> String {
        if obligation.status == .waived { return "⊠" }
        if obligation.deferredTo != nil, !isOwed { return "▹" }
        return obligation.status == .mandated ? "■" : "□"
    }

    var lines: [[Span]] {
        var lines = wrap([Span(sequence.title, .strong)])
        lines += wrap([Span("base \(sequence.base) · \(sequence.size)", .faint)])
        let entry = sequence.artifacts.filter(\.isEntry).map(\.id)
        if !entry.isEmpty { lines += wrap([Span("begins with \(entry.list)", .faint)]) }
        if !sequence.overlays.isEmpty {
            lines +=
                [[]] + overlays
                + wrap([Span("Marks at the right say whose a line is; without one it is the base's.", .faint)])
        }
        if !tracks.isEmpty { lines += [[]] + tracks }
        if let sources { lines += list(sources) }
        return lines + [[]] + symbols
    }

    private func list(_ sources: Sources) -> [[Span]] {
        guard !sources.general.isEmpty else { return [] }
        let parts = sources.general.map { [Span("\($0.by): "), Span($0.cites.joined(separator: "; "), .faint)] }
        let head = [Span("sources, where a line names no other: ", .faint)]
        return [[]] + wrap(head + .joined(parts, by: [Span(" · ", .faint)]))
    }

    private var overlays: [[Span]] {
        let width = marks.all.map(\.mark.columns).max() ?? 0
        let name = Swift.min(columns / 3, sequence.overlays.map { title($0).columns }.max() ?? 0)
        return sequence.overlays.enumerated().flatMap { place, overlay in
            let options = overlay.options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            let suffix = options.isEmpty ? [] : [Span(" (\(options.joined(separator: ", ")))", .faint)]
            return Cell.lines([
                Cell(spans: [Span(marks.all[place].mark, .overlay(place))], width: width),
                Cell(spans: title(overlay), width: name, indent: 2),
                Cell(
                    spans: [Span(overlay.identity.title)] + suffix, width: Swift.max(8, columns - width - name - 4),
                    indent: 2),
            ])
        }
    }

    private func title(_ overlay: DeclarativeOverlay) -> [Span] {
        [Span(overlay.identity.id.text, .strong), Span(" \(overlay.identity.version)", .faint)]
    }

    private var tracks: [[Span]] {
        let used = Set(sequence.phases.map(\.track))
        guard used.count > 1 else { return [] }
        let titles = Dictionary(sequence.tracks.map { ($0.id, $0.title) }) { first, _ in first }
        let all = ([.mainTrack] + used.subtracting([.mainTrack]).sorted()).filter(used.contains)
        let names = all.map { id in titles[id].map { $0 == id.text ? id.text : "\(id) (\($0))" } ?? id.text }
        return wrap([Span("tracks, from the left: ", .faint), Span(names.joined(separator: ", "))])
    }

    private var symbols: [[Span]] {
        let obligations = sequence.phases.flatMap { $0.entry + $0.gate }
        let shown = Set(obligations.map { Self.symbol($0) })
        let parts = [
            ("◇", "conditional phase", sequence.phases.contains { !$0.condition.isAlways }),
            ("›", "activity", sequence.phases.contains { !$0.activities.isEmpty }),
            ("□", "to be met", shown.contains("□")), ("■", "mandated", shown.contains("■")),
            ("⊠", "waived", shown.contains("⊠")), ("▹", "deferred", shown.contains("▹")),
            ("↺", "loop", !sequence.loops.isEmpty),
        ].filter(\.2).map { "\($0.0)\u{A0}\($0.1.replacing(" ", with: "\u{A0}"))" }
        return parts.isEmpty ? [] : wrap([Span(parts.joined(separator: " · "), .faint)])
    }

    private func wrap(_ spans: [Span]) -> [[Span]] { Wrapping(width: columns, indent: 2).lines(spans) }
}
