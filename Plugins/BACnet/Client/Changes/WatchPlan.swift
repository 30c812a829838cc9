/// How changes are watched.
public struct WatchPlan: Hashable, Sendable {
    /// The seconds that a subscription holds; it is renewed when half of them have passed.
    public var lifetime: UInt32 = 600
    /// Whether devices are to ask for receipts.
    ///
    /// They get them only while somebody waits in ``ChangeWatch/next(until:)`` or reads.
    public var isConfirmed = false
    /// How often an object is polled whose device does not tell.
    public var polling = Duration.seconds(60)
    /// How long the first values after a subscription may take before the device counts as silent.
    public var grace = Duration.seconds(10)
    /// The number of the first subscription; the others are counted from there.
    public var firstProcess: UInt32 = 1

    /// Makes the usual plan.
    public init() {}

    /// The time between a subscription and its renewal.
    var renewal: Duration { .seconds(max(1, lifetime)) / 2 }
}
