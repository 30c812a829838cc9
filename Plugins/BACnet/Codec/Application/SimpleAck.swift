/// An answer that says no more than that it was done.
///
/// Source: ANSI/ASHRAE 135-2020, clause 20.1.4.
public struct SimpleAck: Hashable, Sendable {
    /// The number of the request.
    public var invokeID: UInt8
    /// The service.
    public var service: ConfirmedService

    /// Makes an answer.
    public init(_ service: ConfirmedService, invokeID: UInt8) {
        self.service = service
        self.invokeID = invokeID
    }
}
