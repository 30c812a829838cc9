/// A device that was found, where it was found.
public struct DeviceSighting: Hashable, Sendable {
    /// The address of record: the one that its announcement came from.
    public let peer: BACnetPeer
    /// The device object.
    public let device: ObjectIdentifier
    /// The most octets that it takes at once, as it says.
    public let maxAPDU: Int
    /// What it says that it does with longer messages.
    public let segmentation: Segmentation
    /// The number of its maker.
    public let vendor: UInt16
    /// The round of questions in which it answered first, from 1; those after the first are stragglers.
    public let round: Int

    init(_ peer: BACnetPeer, _ device: IAm, round: Int) {
        self.peer = peer
        self.device = device.device
        maxAPDU = Int(min(max(device.maxAPDU, 50), 65535))
        segmentation = device.segmentation
        vendor = device.vendor
        self.round = round
    }
}
