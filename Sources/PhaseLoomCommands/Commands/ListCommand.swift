import PhaseLoom
import PhaseLoomFormats

extension Command {
    /// Lists what the program knows by name.
    static let list = Command(
        syntax: CommandSyntax(
            name: "list", summary: "List the base sequences, overlays and collectors, with their options",
            options: [.json],
            examples: [
                .init("list", "Lists everything for people."), .init("list --json", "Lists everything for programs."),
            ])
    ) { invocation throws(CommandFailure) in
        let catalogue = invocation.tool.catalogue
        let isJSON = invocation.arguments.has(.json)
        let text = { CatalogueText(page: Page(invocation.surface)).render(catalogue) }
        try invocation.console.answer(isJSON ? CatalogueJSON.write(catalogue) : text())
        return .yes
    }
}
