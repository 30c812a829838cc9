public import BACnet
public import FieldLinks

/// What is wrong with a simulated device.
public struct DeviceFaults: Hashable, Sendable {
    /// Whether it says nothing when it is asked for the whole of its objects.
    public var ignoresWholeList = false
    /// Whether it does not know requests for several properties, and says so.
    public var rejectsMultiple = false
    /// Whether it says nothing to requests for several properties.
    public var ignoresMultiple = false
    /// Objects with which requests for several properties fail as a whole.
    public var spoilers: Set<ObjectIdentifier> = []
    /// Objects about which it never says anything.
    public var silent: Set<ObjectIdentifier> = []
    /// Whether it says nothing to a Who-Is.
    public var ignoresWhoIs = false
    /// Whether it says nothing at all.
    public var isDead = false
    /// How many requests it does not hear, from the first on.
    public var lostRequests = 0
    /// The address and port that its answers come from; `nil` for its own.
    public var answersFrom: Endpoint?
    /// Whether its answers cannot be read.
    public var isGarbled = false
    /// How long it takes to answer.
    public var delay = Duration.milliseconds(5)
    /// The segments, by their numbers, that are lost the first time they are sent.
    public var lostSegments: Set<UInt8> = []
    /// By how many octets its segments are longer than the client takes.
    public var oversizeSegments = 0
    /// What it claims to do with long messages; `nil` for what it does.
    public var claimedSegmentation: Segmentation?

    /// Makes a device that works.
    public init() {}
}
