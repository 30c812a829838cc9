/// The address of a device behind routers: its network, and its address there.
///
/// Source: ANSI/ASHRAE 135-2020, clause 6.2.2.
public struct NetworkAddress: Hashable, Sendable {
    /// The number of the network, 1 to 65534; as a destination, 65535 for all networks.
    public var network: UInt16
    /// The address on that network, at most 255 octets; none for all devices of it.
    public var address: [UInt8]

    /// Makes an address.
    public init(network: UInt16, address: [UInt8] = []) {
        self.network = network
        self.address = address
    }

    /// The address of every device on every network.
    public static let everywhere = NetworkAddress(network: 65535)
}

extension NetworkAddress: CustomStringConvertible {
    /// The network and the address in hexadecimal digits, such as `3:7f`; a star for all devices.
    public var description: String { "\(network):\(address.isEmpty ? "*" : address.hexadecimal)" }
}
