public import BACnet
public import PhaseLoom

/// A request of BACnet and what became of it, as a capture shows them.
public struct BACnetExchangeSeen: Hashable, Sendable {
    /// Who was asked; where an answer came from elsewhere, who answered.
    public let server: CapturedStation
    /// What was asked, put together of its segments.
    public let request: ConfirmedRequest.Content
    /// What was answered, put together of its segments, and `nil` for no more than that it was done; or the reason why
    /// nothing was.
    public let outcome: Result<ComplexAck.Content?, BACnetError>
    /// Whether the answer came in segments.
    public let isSegmented: Bool
    /// The packet that completed the request.
    public let requestPacket: Int
    /// The packet that completed the answer; `nil` when there is none.
    public let responsePacket: Int?
    /// When the answer was captured, or the request if there is no answer.
    public let time: Timestamp
    /// The messages of the answer as they were sent, one after another, as evidence.
    public let octets: [UInt8]
}

/// What a capture shows of BACnet that an inventory can use.
public enum BACnetNews: Hashable, Sendable {
    /// A request and what became of it.
    case exchange(BACnetExchangeSeen)
    /// A message that is not answered, and its sender.
    case announcement(UnconfirmedRequest, from: CapturedStation, time: Timestamp)
}
