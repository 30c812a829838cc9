/// Writes help screens from the syntax of commands.
struct HelpText {
    let program: String
    let vocabulary: Vocabulary
    private let columns: Int

    /// Sets up help for a screen; lines longer than 100 columns are hard to read, so there are none.
    init(program: String, vocabulary: Vocabulary, columns: Int) {
        self.program = program
        self.vocabulary = vocabulary
        self.columns = min(columns, 100)
    }

    /// What the program offers.
    var overview: String {
        var text = wrapped(
            "Compose delivery sequences from domain overlays, explain, check and draw the result, and run engagements "
                + "by it.")
        text += "\nUsage: \(program) COMMAND [options]\n"
        for topic in CommandSyntax.Topic.allCases {
            let commands = vocabulary.commands.filter { $0.topic == topic }
            text += section(topic.rawValue, commands.map { ($0.name, $0.summary + ".") })
        }
        text += section("Options", [OptionSyntax.help, .version].map { ($0.signature, $0.help + ".") })
        text += examples([
            .init("list", "Lists the overlays that there are, with their options."),
            .init("show", "Draws the standard sequence."),
            .init("start campus", "Starts an engagement that follows it."),
            .init("status campus", "Tells where the engagement stands and what comes next."),
            .init("help show", "Tells all about one command."),
        ])
        return text + "\n" + wrapped(Self.exitStatus)
    }

    private static let exitStatus = """
        Exit status: 0 when the answer is yes, 1 when it is no (a conflict, a sequence that cannot run, a gate that \
        stays shut, a verdict that is not met, a rule that stands against it), 2 for wrong usage and unknown names, \
        3 for invalid input data, 4 when a file, a store or the system fails or the run is cancelled.
        """

    /// All about one command.
    func page(of command: CommandSyntax) -> String {
        var text = wrapped(command.summary + ".") + "\n" + usage(of: command)
        for paragraph in command.discussion { text += "\n" + wrapped(paragraph) }
        let arguments = command.arguments.filter { !$0.help.isEmpty }
        text += section("Arguments", arguments.map { ($0.signature, described($0.help, $0.value.kind)) })
        text += options("Options", command.allOptions.filter { !$0.isCommon })
        text += options("Common options", command.allOptions.filter(\.isCommon))
        return text + examples(command.examples)
    }

    private func usage(of command: CommandSyntax) -> String {
        let words = [program, command.name] + command.arguments.map(\.signature) + ["[options]"]
        return "Usage: " + words.joined(separator: " ") + "\n"
    }

    private func options(_ title: String, _ options: [OptionSyntax]) -> String {
        section(
            title, options.map { ($0.signature, described($0.help, $0.value?.kind, $0.isRequired, $0.isRepeatable)) })
    }

    private func described(
        _ help: String, _ kind: ValueSyntax.Kind?, _ isRequired: Bool = false, _ isRepeatable: Bool = false
    ) -> String {
        let words = kind.flatMap { vocabulary.closedWords(for: $0) }.map { "; one of " + $0.joined(separator: ", ") }
        return help + (words ?? "") + (isRequired ? "; required" : "") + (isRepeatable ? "; may be repeated" : "") + "."
    }

    private func section(_ title: String, _ rows: [(term: String, help: String)]) -> String {
        guard !rows.isEmpty else { return "" }
        let indent = columns < 60 ? 6 : 24
        var text = "\n\(title):\n"
        for row in rows {
            let lines = TextWrap.lines(row.help, columns: columns - indent)
            var head = "  " + row.term
            if head.count + 2 > indent {
                text += head + "\n"
                head = ""
            }
            for line in lines {
                text += head + String(repeating: " ", count: indent - head.count) + line + "\n"
                head = ""
            }
        }
        return text
    }

    private func examples(_ examples: [CommandSyntax.Example]) -> String {
        guard !examples.isEmpty else { return "" }
        var text = "\nExamples:\n"
        for example in examples {
            // An example may name the program in the middle of a path.
            let line = example.line.split(separator: "{program}", omittingEmptySubsequences: false)
            text += "  \(program) \(line.joined(separator: program))\n"
            for line in TextWrap.lines(example.meaning, columns: columns - 6) { text += "      \(line)\n" }
        }
        return text
    }

    private func wrapped(_ text: String) -> String {
        TextWrap.lines(text, columns: columns).map { $0 + "\n" }.joined()
    }
}
