public import PhaseLoom

/// The time by which commands are released: that of clocks on walls, and one that never goes back.
public protocol CommandTime: Sendable {
    /// The present moment, as a clock on the wall has it, which people may set.
    var now: Timestamp { get }
    /// The time since some moment in the past that does not change.
    var elapsed: Duration { get }

    /// Waits until one of the two clocks has reached its moment.
    ///
    /// - Throws: `CancellationError` when the task is cancelled.
    func wait(until elapsed: Duration, or moment: Timestamp) async throws(CancellationError)
}

/// The clocks of the system.
public struct SystemCommandTime: CommandTime {
    private let clock: @Sendable () -> Timestamp
    private let start = ContinuousClock.now

    /// Uses the continuous clock of the system beside one on the wall.
    public init(clock: @escaping @Sendable () -> Timestamp) { self.clock = clock }

    /// The present moment.
    public var now: Timestamp { clock() }
    /// The time since this value was made, pauses of the machine included.
    public var elapsed: Duration { start.duration(to: .now) }

    /// Waits until one of the two clocks has reached its moment.
    public func wait(until elapsed: Duration, or moment: Timestamp) async throws(CancellationError) {
        while self.elapsed < elapsed, now < moment {
            // Short naps: the clock on the wall may be set meanwhile.
            let nap = min(elapsed - self.elapsed, .milliseconds(500))
            do { try await Task.sleep(for: nap) } catch { throw CancellationError() }
        }
    }
}
