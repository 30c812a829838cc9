public import PhaseLoom
import Synchronization

/// An engagement in memory, in which a collector under test records what it does while it works.
///
/// ```swift
/// let engagement = MemoryEngagement(begun)
/// let context = engagement.context(reading: MemoryCollectorFiles(["order.csv": content]), at: { time })
/// _ = try await Commands(options: ["order": "order.csv"]).collect(in: context)
/// #expect(engagement.recorded.map(\.draft.artifact) == ["command-log", "command-log"])
/// ```
public final class MemoryEngagement: Sendable {
    private let state: Mutex<Engagement>
    private let before: Int
    private let actor: String

    /// Makes an engagement in memory of one that has begun.
    ///
    /// - Parameters:
    ///   - engagement: the engagement as the collector finds it.
    ///   - actor: who lets the collector work.
    public init(_ engagement: Engagement, by actor: String = "Ada") {
        state = Mutex(engagement)
        before = engagement.evidence.count
        self.actor = actor
    }

    /// The engagement as it is now.
    public var engagement: Engagement { state.withLock { $0 } }

    /// What was recorded since it was made, in order.
    public var recorded: [Evidence] { state.withLock { Array($0.evidence.dropFirst(before)) } }

    /// Carries out a command in the engagement, as people do between two runs.
    ///
    /// - Throws: `Refusal` when the rules stand against it.
    public func perform(_ command: Command, at time: Timestamp) throws(Refusal) {
        let circumstances = Circumstances(at: time, by: actor)
        try state.withLock { engagement throws(Refusal) in _ = try engagement.perform(command, in: circumstances) }
    }

    /// The surroundings of a run that works for the engagement.
    ///
    /// - Parameters:
    ///   - files: the files that the collector reads and writes.
    ///   - clock: what tells the time; never earlier than the last event.
    ///   - progress: what is told how far the work is.
    ///   - respond: what takes the pieces of the collector's own answer.
    /// - Returns: the surroundings, with the engagement as it is now.
    public func context(
        reading files: any CollectorFiles, at clock: @escaping @Sendable () -> Timestamp,
        progress: @escaping @Sendable (CollectorProgress) -> Void = { _ in },
        respond: @escaping @Sendable (String) throws -> Void = { _ in }
    ) -> CollectorContext {
        CollectorContext(
            files: files, engagement: engagement, clock: clock, progress: progress, respond: respond,
            keepRecord: { [self] evidence in
                try perform(.record(evidence.draft), at: clock())
                return engagement.length
            })
    }
}
