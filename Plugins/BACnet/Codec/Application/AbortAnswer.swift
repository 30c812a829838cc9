/// The end of an exchange before its time.
///
/// Source: ANSI/ASHRAE 135-2020, clause 20.1.9.
public struct AbortAnswer: Hashable, Sendable {
    /// Whether it is sent by the one who answers requests.
    public var isFromServer: Bool
    /// The number of the request.
    public var invokeID: UInt8
    /// The reason.
    public var reason: AbortReason

    /// Makes an end.
    public init(_ reason: AbortReason, isFromServer: Bool, invokeID: UInt8) {
        self.reason = reason
        self.isFromServer = isFromServer
        self.invokeID = invokeID
    }
}
