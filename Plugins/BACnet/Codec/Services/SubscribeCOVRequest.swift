/// The request to be told when the value of an object changes, or no longer to be told.
///
/// Source: ANSI/ASHRAE 135-2020, clause 13.14.
public struct SubscribeCOVRequest: Hashable, Sendable {
    /// The number by which the subscriber knows the subscription again.
    public var process: UInt32
    /// The object.
    public var object: ObjectIdentifier
    /// Whether notifications are to be answered; `nil`, together with ``lifetime``, ends the subscription.
    public var isConfirmed: Bool?
    /// The seconds that the subscription holds, 0 for ever.
    public var lifetime: UInt32?

    /// Makes the request.
    public init(process: UInt32, _ object: ObjectIdentifier, isConfirmed: Bool? = nil, lifetime: UInt32? = nil) {
        self.process = process
        self.object = object
        self.isConfirmed = isConfirmed
        self.lifetime = lifetime
    }
}
