/// The refusal of a request that could not be read.
///
/// Source: ANSI/ASHRAE 135-2020, clause 20.1.8.
public struct RejectAnswer: Hashable, Sendable {
    /// The number of the request.
    public var invokeID: UInt8
    /// The reason.
    public var reason: RejectReason

    /// Makes a refusal.
    public init(_ reason: RejectReason, invokeID: UInt8) {
        self.reason = reason
        self.invokeID = invokeID
    }
}
