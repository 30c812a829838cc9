import PhaseLoom

extension OptionSyntax {
    static let element = OptionSyntax(
        name: "element", value: ValueSyntax("ID", .text),
        help: "Explain only what has this name: an id, 'phase/id', or '@point' for the phase that holds it")
}

extension Command {
    /// Explains a composed sequence.
    static let explain = Command(
        syntax: CommandSyntax(
            name: "explain", summary: "Explain why each element of a sequence is there, and why where it is",
            discussion: [
                "Names for every element the base or the overlays behind it, what they demand and what they cite. "
                    + "Overlays that contradict each other give no sequence; the exit status is 1 then."
            ],
            arguments: [.overlays], options: [.element] + OptionSyntax.common,
            examples: [
                .init("explain smart-building cctv", "Explains everything."),
                .init("explain smart-building cctv --element @design", "Explains the design phase."),
                .init("explain cctv --element camera-survey/storage-sized", "Explains one criterion at one gate."),
            ])
    ) { invocation throws(CommandFailure) in try invocation.explain() }
}

extension Invocation {
    func explain() throws(CommandFailure) -> ExitStatus {
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
