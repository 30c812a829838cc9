import PhaseLoom

/// Writes a catalogue for people.
struct CatalogueText {
    let page: Page

    func render(_ catalogue: Catalogue) -> String {
        var text = page.styled("Base sequences", .bold) + "\n"
        for (base, place) in zip(catalogue.bases, 0...) {
            text += row(base.id.text, "  " + base.title + (place == 0 ? " (the default)" : ""))
        }
        text += "\n" + page.styled("Overlays", .bold) + "\n"
        if catalogue.overlays.isEmpty { text += "  none\n" }
        for entry in catalogue.overlays { text += overlay(entry) }
        text += "\n" + page.styled("Collectors", .bold) + "\n"
        for entry in catalogue.allCollectors { text += row(entry.name, "") + page.paragraph(entry.help, indent: 6) }
        return text + "\n" + page.paragraph("'collect NAME --help' lists the options of a collector.", indent: 2)
    }

    private func overlay(_ entry: Catalogue.Entry) -> String {
        let identity = entry.identity
        var text = row(identity.id.text, " \(identity.version)  \(identity.title)")
        text += page.paragraph(identity.summary, indent: 6)
        if !identity.requires.isEmpty { text += names("Requires", identity.requires) }
        if !identity.excludes.isEmpty { text += names("Excludes", identity.excludes) }
        for option in entry.options {
            let value = option.isRequired ? "…" : option.defaultValue
            text += "      \(option.name)=\(value)".safeForTerminal + "\n"
            text += page.paragraph("\(option.help) (\(option.expects))", indent: 10)
        }
        return text
    }

    private func names(_ verb: String, _ ids: [ID]) -> String {
        page.paragraph("\(verb) " + ids.map { "'\($0)'" }.joined(separator: ", ") + ".", indent: 6)
    }

    private func row(_ term: String, _ text: String) -> String {
        "  " + page.styled(term, .bold) + text.safeForTerminal + "\n"
    }
}
