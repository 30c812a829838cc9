import PhaseLoom

/// Writes a sequence under the headings of an outline for people.
struct ViewText {
    let page: Page

    func render(_ view: SequenceView) -> String {
        let names = [view.sequence.base.text] + view.sequence.overlays.map(\.identity.id.text)
        let head =
            page.styled(view.outline.title, .bold) + "\n" + page.paragraph(names.joined(separator: " + "), indent: 0)
        return head + view.sections.map(render).joined()
    }

    private func render(_ section: SequenceView.Section) -> String {
        var text = "\n" + page.styled(section.heading.title, .bold) + "\n"
        for phase in section.phases {
            text += page.paragraph("● \(phase.title) · \(phase.id)\(Self.counts(phase))", indent: 2, hanging: true)
        }
        if !section.within.isEmpty {
            let names = section.within.map { "'\($0)'" }.joined(separator: ", ")
            text += page.paragraph("done within \(names)", indent: 2, hanging: true)
        } else if section.phases.isEmpty {
            text += page.paragraph("nothing of its own", indent: 2)
        }
        return text
    }

    private static func counts(_ phase: ComposedPhase) -> String {
        let entry = phase.entry.isEmpty ? "" : " · \(phase.entry.count) to enter"
        return entry + (phase.gate.isEmpty ? "" : " · \(phase.gate.count) at the gate")
    }
}
