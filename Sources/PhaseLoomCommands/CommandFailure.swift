/// The reason why a command cannot give its answer.
struct CommandFailure: Error, Hashable {
    let status: ExitStatus
    /// What went wrong, one problem a line.
    let messages: [String]

    private init(_ status: ExitStatus, _ messages: [String]) {
        self.status = status
        self.messages = messages
    }

    /// A mistake in the command line.
    static func usage(_ message: String) -> CommandFailure { CommandFailure(.usage, [message]) }

    /// Data that was read and is wrong; several problems stand on lines of their own.
    static func invalidInput(_ problems: String) -> CommandFailure {
        CommandFailure(.invalidInput, problems.split(separator: "\n").map(String.init))
    }

    /// A file or the system that fails.
    static func environment(_ message: String) -> CommandFailure { CommandFailure(.environment, [message]) }
}

extension UsageError {
    var failure: CommandFailure { .usage(message) }
}
