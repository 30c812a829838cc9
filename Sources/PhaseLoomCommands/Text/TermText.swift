import PhaseLoom

/// Writes terms of a glossary for people.
struct TermText {
    let page: Page

    /// The terms with all that is known of them.
    func render(_ entries: [Glossary.Entry]) -> String { entries.map(render).joined(separator: "\n") }

    /// The terms with the first sentence of each.
    func list(_ entries: [Glossary.Entry]) -> String {
        entries.map { head($0) + "\n" + page.paragraph($0.term.summary, indent: 2) }.joined()
    }

    private func render(_ entry: Glossary.Entry) -> String {
        let term = entry.term
        var text = "term \(head(entry))\n" + page.paragraph(term.definition, indent: 2)
        text += part("also called", term.synonyms, separator: ", ")
        text += part("see also", term.seeAlso, separator: ", ")
        return text + part("spoken of in", term.references, separator: "; ")
    }

    /// The name, with the overlays that define it so unless the program does.
    private func head(_ entry: Glossary.Entry) -> String {
        let name = page.styled(entry.term.name, .bold)
        return entry.by.contains(Glossary.core) ? name : "\(name) (\(entry.by.map(\.text).joined(separator: ", ")))"
    }

    private func part(_ title: String, _ words: [String], separator: String) -> String {
        guard !words.isEmpty else { return "" }
        return "  " + page.styled(title, .dim) + "\n"
            + page.paragraph(words.joined(separator: separator), indent: 4, hanging: true)
    }
}
