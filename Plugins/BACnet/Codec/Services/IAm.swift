/// What a device says of itself when it is asked who is there.
///
/// Source: ANSI/ASHRAE 135-2020, clause 16.10.
public struct IAm: Hashable, Sendable {
    /// The identifier of the device object.
    public var device: ObjectIdentifier
    /// The octets of the longest message that it takes, without the headers below the application.
    public var maxAPDU: UInt32
    /// What it does with longer messages.
    public var segmentation: Segmentation
    /// The number of its maker, as ASHRAE gives them out.
    public var vendor: UInt16

    /// Makes the answer.
    public init(device: ObjectIdentifier, maxAPDU: UInt32, segmentation: Segmentation, vendor: UInt16) {
        self.device = device
        self.maxAPDU = maxAPDU
        self.segmentation = segmentation
        self.vendor = vendor
    }
}
