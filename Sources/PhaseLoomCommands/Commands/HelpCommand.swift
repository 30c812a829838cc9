extension Command {
    /// Tells about the program or one of its commands.
    static let help = Command(
        syntax: CommandSyntax(
            name: "help", summary: "Tell about the program or one of its commands", topic: .program,
            arguments: [ArgumentSyntax(value: ValueSyntax("COMMAND", .command), help: "The command to tell about")],
            examples: [.init("help show", "Tells all about 'show', as 'show --help' does.")])
    ) { invocation throws(CommandFailure) in
        let vocabulary = invocation.tool.vocabulary
        let help = HelpText(
            program: invocation.tool.name, vocabulary: vocabulary, columns: invocation.environment.columns)
        let command = invocation.arguments.positionals.first.flatMap { vocabulary.command(named: $0) }
        try invocation.console.answer(command.map { help.page(of: $0) } ?? help.overview)
        return .yes
    }
}
