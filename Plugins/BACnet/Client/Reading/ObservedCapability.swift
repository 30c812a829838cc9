/// What a device was seen to do, beside what it says of itself.
public struct ObservedCapability: Hashable, Sendable {
    /// The most octets that it takes at once, as it says; `nil` as long as it did not say.
    public var claimedMaxAPDU: Int?
    /// What it says that it does with longer messages; `nil` as long as it did not say.
    public var claimedSegmentation: Segmentation?
    /// Whether it answers in segments; `nil` as long as no answer needed them.
    public var sendsSegments: Bool?
    /// Whether it takes requests in segments; `nil` as long as none was tried.
    public var receivesSegments: Bool?
    /// Whether it answers requests for several properties; `nil` as long as none was tried.
    public var readsMultiple: Bool?
    /// Whether it gives a long list as a whole; `nil` as long as none was tried.
    public var givesWholeList: Bool?
    /// How many requests came to nothing or had to be divided.
    public var failures = 0

    /// Has seen nothing.
    public init() {}

    /// Whether it says that it takes requests in segments.
    var claimsToReceiveSegments: Bool {
        claimedSegmentation == .segmentedBoth || claimedSegmentation == .segmentedReceive
    }

    /// Whether what it says of segments is not what it does.
    public var contradictsItself: Bool {
        let claimsToSend = claimedSegmentation.map { $0 == .segmentedBoth || $0 == .segmentedTransmit }
        if let claimsToSend, let sendsSegments, claimsToSend != sendsSegments { return true }
        return claimsToReceiveSegments && receivesSegments == false
    }
}
