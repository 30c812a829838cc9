/// How a simulated value changes with time: up and down between two bounds, the same in every run.
public struct SimulatedSignal: Hashable, Sendable {
    /// The least value.
    public let low: Float
    /// The greatest value.
    public let high: Float
    /// How long it goes up and down once, in whole seconds.
    public let period: Int64
    /// By how many seconds it is ahead.
    public let phase: Int64

    /// Describes a signal.
    ///
    /// - Parameters:
    ///   - low: the least value.
    ///   - high: the greatest value.
    ///   - period: how long it goes up and down once, in seconds; less than 2 counts as 2.
    ///   - phase: by how many seconds it is ahead.
    public init(from low: Float, to high: Float, period: Int64, phase: Int64 = 0) {
        self.low = low
        self.high = high
        self.period = max(2, period)
        self.phase = phase
    }

    /// The value at a moment, rounded to a sixteenth, so that it is exact on the wire and in text.
    public func value(at time: Duration) -> Float {
        let place = Float((time.components.seconds % period &+ phase % period &+ period) % period) / Float(period)
        let share = place < 0.5 ? 2 * place : 2 - 2 * place
        return ((low + (high - low) * share) * 16).rounded() / 16
    }
}
