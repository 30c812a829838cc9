import PhaseLoom
import PhaseLoomFormats

extension Command {
    /// Lists what the program knows by name.
    static let list = Command(
        syntax: CommandSyntax(
            name: "list", summary: "List the base sequences and overlays, with their options",
            options: [.json],
            examples: [
                .init("list", "Lists everything for people."), .init("list --json", "Lists everything for programs."),
            ])
    ) { invocation throws(CommandFailure) in
        let catalogue = invocation.tool.catalogue
        let isJSON = invocation.arguments.has(.json)
        let text = { CatalogueText(surface: invocation.surface).render(catalogue) }
        try invocation.console.answer(isJSON ? CatalogueJSON.write(catalogue) : text())
        return .yes
    }
}

/// Writes a catalogue for people.
struct CatalogueText {
    let surface: Surface

    func render(_ catalogue: Catalogue) -> String {
        var text = title("Base sequences")
        for (base, place) in zip(catalogue.bases, 0...) {
            text += row(base.id.text, base.title + (place == 0 ? " (the default)" : ""))
        }
        text += "\n" + title("Overlays")
        if catalogue.overlays.isEmpty { text += "  none\n" }
        for entry in catalogue.overlays { text += overlay(entry) }
        return text
    }

    private func overlay(_ entry: Catalogue.Entry) -> String {
        let identity = entry.identity
        var text = "  " + bold(identity.id.text) + " \(identity.version)  \(identity.title)\n".safeForTerminal
        text += paragraph(identity.summary, indent: 6)
        if !identity.requires.isEmpty { text += paragraph("Requires " + names(identity.requires) + ".", indent: 6) }
        if !identity.excludes.isEmpty { text += paragraph("Excludes " + names(identity.excludes) + ".", indent: 6) }
        for option in entry.options {
            text += "      \(option.name)=\(option.defaultValue)\n".safeForTerminal
            text += paragraph("\(option.help) (\(option.expects))", indent: 10)
        }
        return text
    }

    private func names(_ ids: [ID]) -> String { ids.map(\.text).joined(separator: ", ") }

    private func title(_ text: String) -> String { bold(text) + "\n" }

    private func row(_ term: String, _ text: String) -> String {
        "  " + bold(term) + "  \(text)\n".safeForTerminal
    }

    private func paragraph(_ text: String, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        let text = text.safeForTerminal
        return TextWrap.lines(text, columns: min(surface.columns, 100) - indent).map { margin + $0 + "\n" }.joined()
    }

    private func bold(_ text: String) -> String { surface.isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
