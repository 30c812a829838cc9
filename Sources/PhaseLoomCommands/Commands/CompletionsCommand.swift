extension Command {
    /// Writes a completion script for a shell.
    static let completions = Command(
        syntax: CommandSyntax(
            name: "completions", summary: "Write a script that completes command lines in a shell", topic: .program,
            discussion: [
                "The script completes commands, options, formats, base sequences, and overlays with the names of their "
                    + "options. It knows the overlays of the program that wrote it."
            ],
            arguments: [
                ArgumentSyntax(value: ValueSyntax("SHELL", .shell), help: "The shell", isRequired: true)
            ],
            examples: [
                .init("completions bash > ~/.{program}.bash", "For bash: 'source' that file in ~/.bashrc."),
                .init("completions zsh > ~/.zfunc/_{program}", "For zsh, with ~/.zfunc in $fpath."),
                .init("completions fish > ~/.config/fish/completions/{program}.fish", "For fish."),
            ])
    ) { invocation throws(CommandFailure) in
        guard let shell = invocation.arguments.positionals.first.flatMap(Shell.init(rawValue:)) else {
            throw .usage("the shell is missing")
        }
        let (name, vocabulary) = (invocation.tool.name, invocation.tool.vocabulary)
        let script =
            switch shell {
            case .bash: BashCompletions(program: name, vocabulary: vocabulary).script
            case .fish: FishCompletions(program: name, vocabulary: vocabulary).script
            case .zsh: ZshCompletions(program: name, vocabulary: vocabulary).script
            }
        try invocation.console.answer(script)
        return .yes
    }
}
