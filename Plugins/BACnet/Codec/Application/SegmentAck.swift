/// The receipt for pieces of a message.
///
/// Source: ANSI/ASHRAE 135-2020, clause 20.1.6.
public struct SegmentAck: Hashable, Sendable {
    /// Whether a piece came out of order.
    public var isNegative: Bool
    /// Whether it is sent by the one who answers requests.
    public var isFromServer: Bool
    /// The number of the request.
    public var invokeID: UInt8
    /// The number of the last piece that came in order.
    public var sequence: UInt8
    /// The pieces that may be sent before the next receipt, 1 to 127.
    public var actualWindow: UInt8

    /// Makes a receipt.
    public init(
        isNegative: Bool = false, isFromServer: Bool, invokeID: UInt8, sequence: UInt8, actualWindow: UInt8
    ) {
        self.isNegative = isNegative
        self.isFromServer = isFromServer
        self.invokeID = invokeID
        self.sequence = sequence
        self.actualWindow = actualWindow
    }
}
