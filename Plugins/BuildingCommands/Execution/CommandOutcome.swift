public import PhaseLoom

/// What became of the commands of a run.
public struct CommandOutcome: Sendable {
    /// What stood against writing, before anything was written; then nothing was.
    public let conflicts: [CollectedFinding]
    /// The last record of each command that was begun, in the order in which they ended.
    public let records: [CommandRecord]
    /// Why the run ended early; `nil` when it did not. What was written is released then, too.
    public let failure: (any Error)?
    /// What could not be recorded while commands were released, in words.
    public let unrecorded: [String]

    /// The commands that may be set still.
    public var remaining: [CommandRecord] { records.filter { $0.state.isSet } }
}
