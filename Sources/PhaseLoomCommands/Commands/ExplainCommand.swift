import PhaseLoom

extension OptionSyntax {
    static let element = OptionSyntax(
        name: "element", value: ValueSyntax("ID", .text),
        help: "Explain only what has this name: an id, 'phase/id', or '@point' for the phase that holds it")
    static let term = OptionSyntax(
        name: "term", value: ValueSyntax("WORD", .text),
        help: "Define a word of service delivery instead, or another word for it, in any case or number")
    static let terms = OptionSyntax(name: "terms", help: "List the words that have a definition instead")
}

extension Command {
    /// Explains a composed sequence, or a word.
    static let explain = Command(
        syntax: CommandSyntax(
            name: "explain", summary: "Explain why each element of a sequence is there, and why where it is",
            discussion: [
                "Names for every element the base or the overlays behind it, what they demand and what they cite. "
                    + "Overlays that contradict each other give no sequence; the exit status is 1 then.",
                "With '--term' or '--terms' it asks the glossary of the program and of all overlays that it knows; "
                    + "only '--json' goes with them.",
            ],
            arguments: [.overlays], options: [.element, .term, .terms, .json] + OptionSyntax.common,
            examples: [
                .init("explain smart-building cctv", "Explains everything."),
                .init("explain smart-building cctv --element @design", "Explains the design phase."),
                .init("explain cctv --element camera-survey/storage-sized", "Explains one criterion at one gate."),
                .init("explain --term 'known error'", "Defines a word."),
            ])
    ) { invocation throws(CommandFailure) in try invocation.explain() }
}

extension Invocation {
    func explain() throws(CommandFailure) -> ExitStatus {
        if arguments.has(.term) || arguments.has(.terms) { return try explainTerms() }
        guard !arguments.has(.json) else {
            throw .usage("'--json' goes with '--term' or '--terms': explanations of a sequence are text")
        }
        let composition = try composition()
        let sequence: ComposedSequence
        do throws(ConflictReport) {
            sequence = try composition.compose()
        } catch {
            return try refuse(error, inJSON: false)
        }
        let explainer = Explainer(of: sequence, on: composition.base)
        let explanations: [Explanation]
        do throws(InvalidValue) {
            explanations =
                if let name = arguments.value(.element) {
                    try explainer.explain(name)
                } else {
                    explainer.all
                }
        } catch {
            throw .usage(error.description)
        }
        try console.answer(ExplanationText(page: Page(surface)).render(explanations))
        return .yes
    }
}
