import PhaseLoom

/// The reason why a command cannot give its answer.
struct CommandFailure: Error, Hashable {
    let status: ExitStatus
    /// What went wrong, one problem a line.
    let messages: [String]
    /// Which rule of an engagement stands against it; `nil` if none does.
    let refusal: Refusal?

    private init(_ status: ExitStatus, _ messages: [String], _ refusal: Refusal? = nil) {
        self.status = status
        self.messages = messages
        self.refusal = refusal
    }

    /// A mistake in the command line.
    static func usage(_ message: String) -> CommandFailure { CommandFailure(.usage, [message]) }

    /// Data that was read and is wrong; several problems stand on lines of their own.
    static func invalidInput(_ problems: String) -> CommandFailure {
        CommandFailure(.invalidInput, problems.split(separator: "\n").map(String.init))
    }

    /// A rule of an engagement that stands against it: an answer, unless something is named that does not exist or a
    /// value makes no sense.
    static func refused(_ refusal: Refusal) -> CommandFailure {
        let status: ExitStatus =
            switch refusal.code {
            case .unknown: .usage
            case .invalid: .invalidInput
            default: .no
            }
        return CommandFailure(status, [refusal.description], refusal)
    }

    /// What a ledger could not do.
    static func ledger(_ error: LedgerError) -> CommandFailure {
        switch error {
        case .refused(let refusal): refused(refusal)
        case .store(let failure): environment(failure.description)
        case .broken: environment(error.description)
        }
    }

    /// A file or the system that fails.
    static func environment(_ message: String) -> CommandFailure { CommandFailure(.environment, [message]) }
}

extension UsageError {
    var failure: CommandFailure { .usage(message) }
}
