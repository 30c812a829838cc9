/// A subscription to the changes of an object, by which its news are known.
public struct COVSubscription: Hashable, Sendable {
    /// The object.
    public let object: ObjectIdentifier
    /// The device.
    public let peer: BACnetPeer
    /// The number that the subscriber gave it.
    public let process: UInt32

    /// Names a subscription.
    public init(_ object: ObjectIdentifier, at peer: BACnetPeer, process: UInt32) {
        self.object = object
        self.peer = peer
        self.process = process
    }
}

extension BACnetReader {
    /// Subscribes to the changes of an object for a time, or renews that.
    ///
    /// - Parameters:
    ///   - subscription: what is subscribed to.
    ///   - lifetime: the seconds that it holds, at least 1.
    ///   - isConfirmed: whether the device is to ask for receipts.
    /// - Throws: ``BACnetError``.
    ///
    /// Source: ANSI/ASHRAE 135-2020, clause 13.14.
    public func subscribe(
        _ subscription: COVSubscription, lifetime: UInt32, isConfirmed: Bool
    ) throws(BACnetError) {
        // The first news may come before the answer.
        exchange.subscriptions.insert(subscription)
        let request = SubscribeCOVRequest(
            process: subscription.process, subscription.object, isConfirmed: isConfirmed, lifetime: max(1, lifetime))
        do throws(BACnetError) {
            _ = try exchange.perform(.subscribeCOV(request), at: subscription.peer)
        } catch {
            exchange.subscriptions.remove(subscription)
            throw error
        }
    }

    /// Ends a subscription.
    ///
    /// - Throws: ``BACnetError``; the subscription then ends with its time.
    public func unsubscribe(_ subscription: COVSubscription) throws(BACnetError) {
        exchange.subscriptions.remove(subscription)
        let request = SubscribeCOVRequest(process: subscription.process, subscription.object)
        _ = try exchange.perform(.subscribeCOV(request), at: subscription.peer)
    }

    /// Waits for the next news of a change.
    ///
    /// - Parameter deadline: when to stop waiting.
    /// - Returns: the news, and the subscription that they belong to; `nil` when none came.
    /// - Throws: ``BACnetError/link(_:)``.
    public func nextChange(
        until deadline: Duration
    ) throws(BACnetError) -> (subscription: COVSubscription, news: COVNotification)? {
        let subscriptions = exchange.subscriptions
        return try exchange.nextUnasked(until: deadline) { peer, message in
            guard case .covNotification(let news) = message else { return nil }
            let subscription = COVSubscription(news.object, at: peer, process: news.process)
            return subscriptions.contains(subscription) ? (subscription, news) : nil
        }
    }
}
