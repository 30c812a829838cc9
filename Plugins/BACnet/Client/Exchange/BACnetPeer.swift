public import FieldLinks

/// Where a device is reached: by a datagram to its own address, or to a router that leads to its network.
public struct BACnetPeer: Hashable, Sendable {
    /// Where datagrams go.
    public let endpoint: Endpoint
    /// The device's network and its address there; `nil` when it answers by itself.
    public let route: NetworkAddress?

    /// Names a device.
    public init(_ endpoint: Endpoint, route: NetworkAddress? = nil) {
        self.endpoint = endpoint
        self.route = route
    }
}

extension BACnetPeer: Comparable {
    /// Whether one comes before another: by where datagrams go, then by network and address behind it.
    public static func < (one: BACnetPeer, other: BACnetPeer) -> Bool { one.key < other.key }

    private var key: (Endpoint, UInt16, String) { (endpoint, route?.network ?? 0, route?.description ?? "") }
}

extension BACnetPeer: CustomStringConvertible {
    /// The address, and the network behind it if there is one, such as `10.0.0.1:47808 3:7f`.
    public var description: String { route.map { "\(endpoint) \($0)" } ?? "\(endpoint)" }
}
