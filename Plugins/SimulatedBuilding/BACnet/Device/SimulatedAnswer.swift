public import BACnet

/// A message that a simulated device sends.
public struct SimulatedAnswer: Hashable, Sendable {
    /// The message.
    public let apdu: APDU
    /// Who it is for.
    public let peer: BACnetPeer
}
