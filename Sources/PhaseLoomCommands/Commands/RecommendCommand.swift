import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    static let questions = OptionSyntax(name: "questions", help: "List the facts that can be given, instead")
    static let template = OptionSyntax(name: "template", help: "Write a facts file in which nothing is known, instead")
}

extension Command {
    /// Recommends overlays for an engagement of which some facts are known.
    static let recommend = Command(
        syntax: CommandSyntax(
            name: "recommend", summary: "Recommend overlays from what is known about an engagement",
            discussion: [
                "A facts file is JSON; '--template' begins one. A fact that is absent or null is not known, and is asked "
                    + "for where it could make a difference; an empty list says that there is none.",
                "Tells which overlays a law or a contract demands, which are of use, which are out of place, each with "
                    + "the reason and its source. The exit status is 1 when those that apply contradict each other, "
                    + "or make a sequence that cannot run.",
            ],
            arguments: [
                ArgumentSyntax(value: ValueSyntax("FACTS", .file), help: "A facts file, or '-' for standard input")
            ],
            options: [.json, .questions, .template],
            examples: [
                .init("recommend facts.json", "Recommends overlays for people."),
                .init("recommend --template > facts.json", "Begins a facts file."),
                .init("recommend --questions", "Tells what can be known, and by which words."),
            ])
    ) { invocation throws(CommandFailure) in try invocation.recommend() }
}

extension Invocation {
    func recommend() throws(CommandFailure) -> ExitStatus {
        let known = tool.catalogue.facts
        let paths = arguments.positionals
        if arguments.has(.questions) || arguments.has(.template) {
            guard paths.isEmpty, arguments.has(.questions) != arguments.has(.template), !arguments.has(.json) else {
                throw .usage("'--questions' and '--template' stand alone")
            }
            let isTemplate = arguments.has(.template)
            try console.answer(isTemplate ? FactsFile.template(known) : text.render(known))
            return .yes
        }
        guard let path = paths.first else { throw .usage("a facts file is missing: begin one with '--template'") }
        let bytes = try read(path)
        let facts: Facts
        do throws(FileError) {
            facts = try FactsFile.read(bytes, from: title(of: path), knowing: tool.catalogue.knownFacts)
        } catch {
            throw .invalidInput("\(error)")
        }
        return try answer(Recommendation(from: tool.catalogue, knowing: facts))
    }

    private var text: RecommendationText { RecommendationText(page: Page(surface)) }

    private func answer(_ recommendation: Recommendation) throws(CommandFailure) -> ExitStatus {
        let composition: Composition
        do throws(CommandFailure) {
            composition = try self.composition(of: recommendation)
        } catch {
            // The advice is worth having even where options that reasons choose do not go together.
            try deliver(recommendation, nil)
            console.say(error.messages)
            return .no
        }
        let outcome = Result { () throws(ConflictReport) in try composition.compose() }
        try deliver(recommendation, outcome)
        switch outcome {
        case .success(let sequence):
            let errors = sequence.findings.filter { $0.severity == .error }
            console.say(errors.map { "what applies cannot run: \($0.message): \($0.hint)" })
            return errors.isEmpty ? .yes : .no
        case .failure(let report):
            console.say(report.conflicts.map { "what applies contradicts itself: \($0.message)" })
            return .no
        }
    }

    private func deliver(
        _ recommendation: Recommendation, _ outcome: Result<ComposedSequence, ConflictReport>?
    ) throws(CommandFailure) {
        guard !arguments.has(.json) else {
            return try console.answer(RecommendationJSON.write(recommendation, composing: outcome))
        }
        let titles = tool.catalogue.overlays.map { ($0.identity.id, $0.identity.title) }
        var answer = text.render(recommendation, titles: Dictionary(titles) { first, _ in first })
        answer += "\n" + Page(surface).paragraph(commandLine(of: recommendation), indent: 0, hanging: true)
        try console.answer(answer)
    }

    private func composition(of recommendation: Recommendation) throws(CommandFailure) -> Composition {
        var overlays = OverlaySet()
        for advice in recommendation.applying {
            overlays.insert(try overlay(OverlaySpecification(name: advice.overlay.text, options: advice.options)))
        }
        do throws(InvalidValue) {
            let base = try tool.catalogue.base(named: recommendation.base.text)
            return Composition(base: base, overlays: overlays, resolutions: [])
        } catch {
            throw .usage(error.description)
        }
    }

    /// The command line that shows what is recommended.
    private func commandLine(of recommendation: Recommendation) -> String {
        let overlays = recommendation.applying.map {
            OverlaySpecification(name: $0.overlay.text, options: $0.options).description
        }
        let base = recommendation.base == tool.catalogue.bases[0].id ? [] : ["--base", recommendation.base.text]
        return "Compose them: " + ([tool.name, "show"] + overlays + base).joined(separator: " ")
    }
}
