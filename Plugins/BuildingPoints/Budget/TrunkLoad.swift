/// The load of a trunk: which share of its time the requests of a design take.
public struct TrunkLoad: Hashable, Sendable {
    /// The trunk.
    public let trunk: NetworkTrunk
    /// What makes up the load, in the order of devices and intervals.
    public let parts: [LoadPart]
    /// The largest load that leaves the trunk its reserve.
    public let limit: Double
    /// Why the load cannot be told; `nil` when it can.
    public let obstacle: String?

    /// The share of time that is taken, 1 for all of it; `nil` when it cannot be told.
    ///
    /// On a BACnet/IP network without a stated rate each device is asked for itself, so that it is the load of the
    /// device with most to answer; on other trunks all devices share the time.
    public var load: Double? {
        guard obstacle == nil else { return nil }
        if trunk.kind == .bacnetIP, trunk.rate == nil {
            let devices = Dictionary(grouping: parts, by: \.subject).mapValues { $0.reduce(0) { $0 + $1.load } }
            return DecimalText.rounded(devices.values.max() ?? 0)
        }
        return DecimalText.rounded(parts.reduce(0) { $0 + $1.load })
    }

    /// The requests in a second.
    public var requestsPerSecond: Double { DecimalText.rounded(parts.reduce(0) { $0 + $1.requestsPerSecond }) }

    /// Whether it takes more than leaves the trunk its reserve.
    public var isOverloaded: Bool { load.map { $0 > limit } ?? false }
}

/// A part of a trunk's load: requests of one kind to one device.
public struct LoadPart: Hashable, Sendable {
    /// The device.
    public let subject: String
    /// What is asked, and how often.
    public let explanation: String
    /// The requests in a second.
    public let requestsPerSecond: Double
    /// The seconds of the trunk that a request takes on average.
    public let seconds: Double

    /// The share of time that is taken.
    public var load: Double { requestsPerSecond * seconds }
}
