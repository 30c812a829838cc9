/// What a device was seen to do, whatever it says of itself.
public struct ObservedCapability: Hashable, Sendable {
    /// Whether it answers requests for several properties; `nil` as long as none was tried.
    public var readsMultiple: Bool?
    /// Whether it gives a long list as a whole; `nil` as long as none was tried.
    public var givesWholeList: Bool?
    /// How many requests came to nothing or had to be divided.
    public var failures = 0

    /// Has seen nothing.
    public init() {}
}
