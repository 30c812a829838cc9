/// What a device does with messages longer than one frame.
///
/// Source of numbers and names: ANSI/ASHRAE 135-2020, clause 21, BACnetSegmentation.
public struct Segmentation: NumberedName {
    /// The number as it travels.
    public let number: UInt32

    /// Makes a value of any number.
    public init(_ number: UInt32) { self.number = number }

    /// The number of `segmented-both`.
    public static let segmentedBoth = Segmentation(0)
    /// The number of `segmented-transmit`.
    public static let segmentedTransmit = Segmentation(1)
    /// The number of `segmented-receive`.
    public static let segmentedReceive = Segmentation(2)
    /// The number of `no-segmentation`.
    public static let noSegmentation = Segmentation(3)

    /// The names that the standard gives.
    public static let names = NumberNames(
        """
        segmented-both segmented-transmit segmented-receive no-segmentation
        """)
}
