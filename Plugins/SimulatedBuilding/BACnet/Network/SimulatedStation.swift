public import BACnet

/// A simulated device and the place where it is reached.
public struct SimulatedStation: Sendable {
    /// The place: an address, or a network behind the router at the address.
    public let peer: BACnetPeer
    /// The device.
    public var device: SimulatedBACnetDevice

    /// Puts a device at a place.
    public init(_ device: SimulatedBACnetDevice, at peer: BACnetPeer) {
        self.device = device
        self.peer = peer
    }
}
