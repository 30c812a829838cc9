/// What a whole run of the program answers to the one who started it.
public enum ExitStatus: Int32, Hashable, Sendable, CaseIterable {
    /// Done, and the answer is yes.
    case yes = 0
    /// Done, and the answer is no: a conflict, a sequence that cannot run, or a verdict that is not met.
    case no = 1
    /// The command line is wrong.
    case usage = 2
    /// The data that was read is invalid.
    case invalidInput = 3
    /// A file or the system failed, or the run was cancelled.
    case environment = 4
}
