import PhaseLoom
import PhaseLoomFormats

extension Invocation {
    /// Answers from the glossary: one word, or all of them.
    func explainTerms() throws(CommandFailure) -> ExitStatus {
        try refuseCompositions()
        let glossary = tool.catalogue.glossary
        let text = TermText(page: Page(surface))
        if let word = arguments.value(.term) {
            let entries: [Glossary.Entry]
            do throws(InvalidValue) {
                entries = try glossary.entries(named: word)
            } catch {
                throw .usage(error.description)
            }
            try console.answer(arguments.has(.json) ? TermsJSON.write(entries) : text.render(entries))
        } else {
            let entries = glossary.entries
            try console.answer(arguments.has(.json) ? TermsJSON.write(entries) : text.list(entries))
        }
        return .yes
    }

    /// A word means the same in every sequence, so that one next to it can only be a mistake.
    private func refuseCompositions() throws(CommandFailure) {
        let asked = arguments.has(.term) ? OptionSyntax.term : .terms
        if asked.name == OptionSyntax.term.name, arguments.has(.terms) {
            throw .usage("'--term' and '--terms' do not go together: ask for one word or for all")
        }
        if let overlay = arguments.positionals.first {
            throw .usage("'\(asked.spelling)' takes no overlays, but is given '\(overlay.excerpt)': leave it out")
        }
        if let other = ([.element] + OptionSyntax.common).first(where: arguments.has) {
            throw .usage("'\(asked.spelling)' and '\(other.spelling)' do not go together: no sequence is composed")
        }
    }
}
