/// The request to be told when one property of an object changes, or no longer to be told.
///
/// Source: ANSI/ASHRAE 135-2020, clause 13.15.
public struct SubscribeCOVPropertyRequest: Hashable, Sendable {
    /// The object, the subscriber's number, and how long and how to tell.
    public var subscription: SubscribeCOVRequest
    /// The property.
    public var reference: PropertyReference
    /// The change of value that is told at least; `nil` leaves it to the device.
    public var increment: Float?

    /// Makes the request.
    public init(_ subscription: SubscribeCOVRequest, _ reference: PropertyReference, increment: Float? = nil) {
        self.subscription = subscription
        self.reference = reference
        self.increment = increment
    }
}
