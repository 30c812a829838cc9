/// What became of the packets of a capture.
public struct CaptureTally: Hashable, Sendable {
    /// The packets that were read.
    public internal(set) var packets = 0
    /// Those that carry neither UDP nor TCP over IPv4, nor a frame that is understood.
    public internal(set) var others = 0
    /// Those that contradict themselves.
    public internal(set) var malformed = 0
    /// Those of which octets were not kept.
    public internal(set) var cut = 0
    /// The datagrams of which fragments are missing.
    public internal(set) var incomplete = 0
    /// The places in connections where octets are missing.
    public internal(set) var gaps = 0
    /// The segments that brought what was there already.
    public internal(set) var repeated = 0

    /// Nothing yet.
    public init() {}
}
