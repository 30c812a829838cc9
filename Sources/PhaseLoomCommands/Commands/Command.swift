/// A command: what it takes, and what it does.
struct Command: Sendable {
    let syntax: CommandSyntax
    let run: @Sendable (Invocation) async throws(CommandFailure) -> ExitStatus

    /// The commands of the program, in the order in which help lists them.
    static let all: [Command] = [list, show, explain, check, diff, overlay, completions, help]
}

/// One run of a command.
struct Invocation: Sendable {
    let tool: CommandLineTool
    let arguments: ParsedArguments
    let console: Console

    var environment: Environment { console.environment }
}
