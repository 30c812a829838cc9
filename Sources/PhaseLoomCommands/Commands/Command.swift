/// A command: what it takes, and what it does.
struct Command: Sendable {
    let syntax: CommandSyntax
    /// The syntax that holds once the arguments say what is asked for; `nil` for the general one.
    var narrow: @Sendable (_ arguments: ArraySlice<String>, _ tool: CommandLineTool) -> CommandSyntax? = { _, _ in nil }
    let run: @Sendable (Invocation) async throws(CommandFailure) -> ExitStatus

    /// The commands of the program, in the order in which help lists them.
    static let all: [Command] = [
        list, recommend, show, explain, check, diff, overlay, start, status, open, perform, submit, sign, assign,
        decide, gate,
        waive, loop, hold, resume, cancel, close, scope, work, order, amend, compress, collect, log, audit, export,
        metrics, handoff, play, completions, help,
    ]
}

/// One run of a command.
struct Invocation: Sendable {
    let tool: CommandLineTool
    let arguments: ParsedArguments
    let console: Console

    var environment: Environment { console.environment }
}
