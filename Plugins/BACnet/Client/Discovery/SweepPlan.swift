/// How devices are looked for.
public struct SweepPlan: Hashable, Sendable {
    /// The instances that are asked, at most 4194303.
    public var instances: ClosedRange<UInt32> = 0...ObjectIdentifier.highestInstance
    /// How many instances one question covers; `nil` for all with one question.
    public var stride: UInt32?
    /// How long to listen after each question; broadcasts are at least a second apart.
    public var listening = Duration.seconds(2)
    /// The most rounds; there is another round as long as the last one found a device, and there are at least two.
    public var roundLimit = 5

    /// Makes a plan for all instances.
    public init() {}

    /// The ranges, one for each question.
    var ranges: [ClosedRange<UInt32>] {
        guard let stride else { return [instances] }
        let step = Int(max(1, stride))
        return Swift.stride(from: Int(instances.lowerBound), through: Int(instances.upperBound), by: step).map { low in
            UInt32(low)...UInt32(min(low + step - 1, Int(instances.upperBound)))
        }
    }
}
