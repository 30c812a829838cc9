/// What a watch over changes tells.
public enum ChangeEvent: Hashable, Sendable {
    /// The device told new values of its own accord.
    case told(COVSubscription, [PropertyValue])
    /// The values were asked for, since the device does not tell.
    case polled(PropertyReading, COVSubscription)
    /// The device does not tell, or no longer, and is polled from now on.
    case polling(COVSubscription, PollingReason)
    /// The device tells again, after it was polled.
    case subscribed(COVSubscription)
}

/// The reason why an object is polled.
public enum PollingReason: Hashable, Sendable {
    /// The device has no room for another subscription.
    case noSpace
    /// The device refuses, or does not answer.
    case refused(BACnetError)
    /// The device took the subscription, and told nothing, not even the first values.
    case silent

    init(_ error: BACnetError) {
        switch error {
        case .error(_, .noSpaceToAddListElement), .error(_, .noSpaceForObject), .aborted(.outOfResources):
            self = .noSpace
        default: self = .refused(error)
        }
    }
}
