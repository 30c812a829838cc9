public import PhaseLoom

/// Sequences under the headings of an outline, as Markdown.
public enum ViewMarkdown: Sendable {
    /// Writes a heading for each part, and its phases as a table.
    public static func write(_ view: SequenceView) -> String {
        let names = ([view.sequence.base] + view.sequence.overlays.map(\.identity.id)).map(\.text.code)
        var text = "# \(view.outline.title.markdown)\n\n\(names.joined(separator: " + "))\n"
        for section in view.sections {
            text += "\n## \(section.heading.title.markdown)\n\n"
            if !section.within.isEmpty {
                text += "Done within \(section.within.map(\.text.code).joined(separator: ", ")).\n"
                if !section.phases.isEmpty { text += "\n" }
            } else if section.phases.isEmpty {
                text += "Nothing of its own.\n"
            }
            guard !section.phases.isEmpty else { continue }
            var table = MarkdownTable(head: ["Phase", "Title", "Entry requirements", "Gate criteria"])
            for phase in section.phases {
                table.rows.append([
                    phase.id.text.code, phase.title.markdown, "\(phase.entry.count)", "\(phase.gate.count)",
                ])
            }
            text += table.lines.map { $0 + "\n" }.joined()
        }
        return text
    }
}
