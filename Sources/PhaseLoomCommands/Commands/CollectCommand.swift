import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    static let results = OptionSyntax(
        name: "output", letter: "o", value: ValueSyntax("DIR", .directory),
        help: "Keep the files that belong to the evidence in this directory, all of them or none")
    static let engagement = text("engagement", "ID", "Hand the evidence in to this engagement")
}

extension CommandSyntax {
    /// The syntax of `collect` as long as its collector is not known.
    static let collect = CommandSyntax(
        name: "collect", summary: "Let a collector work, and show the evidence that it brings", topic: .engagements,
        discussion: [
            "A collector has options of its own: 'collect COLLECTOR --help' lists them. The exit status is 0 when "
                + "its verdict is met or there is nothing to decide, and 1 when it is unmet or undefined. Ctrl-C "
                + "cancels the work and leaves no files behind.",
            "With '--engagement' the evidence and its files are handed in, all of it or nothing, whatever the verdict "
                + "is: the gates decide on it. What a collector records while it acts on the world stays in any case.",
            "A collector may give an answer of its own, such as one JSON object a line: it is printed as it is, and "
                + "what else there is to tell goes to the messages. With '--json' the evidence is the answer, and "
                + "'--output' keeps the other one as a file.",
        ],
        arguments: [
            ArgumentSyntax(
                value: ValueSyntax("COLLECTOR", .collector), help: "The collector", isRequired: true)
        ],
        options: [.json, .results, .engagement, .store, .actor],
        examples: [
            .init("collect core/file --artifact contract --file contract.pdf", "Hashes a file."),
            .init(
                "collect core/measurements --artifact test-report --file metrics.json --json",
                "Imports measurements, for another program."),
            .init(
                "collect core/file --artifact runbook --file runbook.pdf --engagement campus",
                "Hands a file in to an engagement."),
            .init("collect core/file --help", "Tells all about a collector."),
        ])
}

extension Command {
    /// Lets a collector work.
    static let collect = Command(
        syntax: .collect,
        narrow: { arguments, tool in
            let known = tool.catalogue.allCollectors
            let collector = arguments.lazy.compactMap { word in known.first { $0.name == word } }.first
            return collector.map { CommandSyntax.collect.narrowed(to: $0) }
        }
    ) { invocation async throws(CommandFailure) in try await invocation.collect() }
}

extension Invocation {
    func collect() async throws(CommandFailure) -> ExitStatus {
        if let id = try id(.engagement) { return try await collect(for: id) }
        let (report, hasAnswered) = try await run(try collector())
        try deliver(report, of: arguments.positionals.first ?? "", hasAnswered: hasAnswered)
        return report.verdict == .met ? .yes : .no
    }

    /// The collector that is asked for, made of its options.
    func collector() throws(CommandFailure) -> NamedCollector {
        let name = arguments.positionals.first ?? ""
        do throws(InvalidValue) {
            let entry = try tool.catalogue.collector(named: name)
            var values: [String: String] = [:]
            for option in entry.options { values[option.name] = arguments.value(OptionSyntax(option)) }
            return try entry(options: values)
        } catch {
            throw .usage("\(name): \(error)")
        }
    }

    /// Answers with what a collector brought; where it gave an answer of its own, the rest goes to the messages.
    ///
    /// - Parameters:
    ///   - report: what it brought.
    ///   - collector: its name.
    ///   - hasAnswered: whether it gave an answer of its own.
    ///   - epilogue: what people are told besides, on a surface.
    /// - Throws: ``CommandFailure`` when standard output fails.
    func deliver(
        _ report: CollectorReport, of collector: String, hasAnswered: Bool,
        followedBy epilogue: (Surface) -> String = { _ in "" }
    ) throws(CommandFailure) {
        if arguments.has(.json) { return try console.answer(EvidenceJSON.write(report, of: collector)) }
        func text(_ surface: Surface) -> String {
            EvidenceText(page: Page(surface)).render(report, of: collector) + epilogue(surface)
        }
        guard hasAnswered else {
            return try console.answer(text(surface))
        }
        // A plain success has nothing to add to the answer.
        guard report.verdict != .met || !report.evidence.isEmpty || !report.findings.isEmpty else { return }
        console.say(text(Surface(columns: surface.columns)).split(separator: "\n").map(String.init))
    }
}
