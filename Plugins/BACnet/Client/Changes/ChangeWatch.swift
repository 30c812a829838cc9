/// A watch over the values of objects, which devices tell when they change, or which are polled where they do not.
///
/// ```swift
/// let watch = ChangeWatch(reader)
/// for object in list.objects where object.type == .analogInput { watch.add(object, at: peer) }
/// while let event = try watch.next(until: reader.now + .seconds(60)) { print(event) }
/// try watch.end()
/// ```
///
/// Subscriptions hold for a limited time and are renewed at half of it, while somebody waits in ``next(until:)``. After
/// each renewal a device has to tell the present values; one that does not has lost the subscription, as after a
/// restart, and is polled. An object that is polled is subscribed to again when the lifetime of a subscription passed.
///
/// Source of the rules: ANSI/ASHRAE 135-2020, clauses 13.1 and 13.14.
public final class ChangeWatch {
    private struct Entry {
        let subscription: COVSubscription
        var isSubscribed = false
        /// When to subscribe, for the first time or again.
        var renewal: Duration
        /// When the first values should have come; `nil` once they have.
        var silence: Duration?
        /// When to poll; `nil` for one whose device tells.
        var poll: Duration?

        /// When something is to be done.
        var due: Duration { min(renewal, silence ?? renewal, poll ?? renewal) }
    }

    /// How changes are watched.
    public let plan: WatchPlan
    private let reader: BACnetReader
    private var entries: [Entry] = []

    /// Begins a watch over no object.
    public init(_ reader: BACnetReader, _ plan: WatchPlan = WatchPlan()) {
        self.reader = reader
        self.plan = plan
    }

    /// Adds an object, which is subscribed to by the next wait.
    ///
    /// - Returns: the subscription that will name it.
    @discardableResult
    public func add(_ object: ObjectIdentifier, at peer: BACnetPeer) -> COVSubscription {
        let process = plan.firstProcess &+ UInt32(truncatingIfNeeded: entries.count)
        let subscription = COVSubscription(object, at: peer, process: process)
        entries.append(Entry(subscription: subscription, renewal: reader.now))
        return subscription
    }

    /// The subscriptions that devices hold now.
    public var subscriptions: [COVSubscription] { entries.filter(\.isSubscribed).map(\.subscription) }

    /// Waits for the next event, and renews subscriptions and polls meanwhile.
    ///
    /// - Parameter deadline: when to stop waiting.
    /// - Returns: what happened; `nil` when nothing did.
    /// - Throws: ``BACnetError/link(_:)``.
    public func next(until deadline: Duration) throws(BACnetError) -> ChangeEvent? {
        while true {
            if let place = entries.indices.filter({ entries[$0].due <= reader.now }).min(by: {
                entries[$0].due < entries[$1].due
            }) {
                if let event = try act(at: place) { return event }
                continue
            }
            let end = entries.map(\.due).reduce(deadline) { min($0, $1) }
            if let (subscription, news) = try reader.nextChange(until: end),
                let place = entries.firstIndex(where: { $0.subscription == subscription })
            {
                entries[place].silence = nil
                return .told(subscription, news.values)
            }
            if reader.now >= deadline { return nil }
        }
    }

    /// Ends all subscriptions.
    ///
    /// - Throws: ``BACnetError`` of the first one that did not end; the others are ended all the same.
    public func end() throws(BACnetError) {
        var failure: BACnetError?
        for entry in entries where entry.isSubscribed {
            do throws(BACnetError) {
                try reader.unsubscribe(entry.subscription)
            } catch {
                failure = failure ?? error
            }
        }
        entries = []
        if let failure { throw failure }
    }

    /// Does what is due.
    private func act(at place: Int) throws(BACnetError) -> ChangeEvent? {
        let entry = entries[place]
        if let silence = entry.silence, silence <= reader.now { return poll(place, for: .silent) }
        if entry.renewal <= reader.now { return try subscribe(place) }
        entries[place].poll = reader.now + max(plan.polling, .seconds(1))
        let target = PropertyTarget(entry.subscription.object, PropertyReference(.presentValue))
        do throws(BACnetError) {
            return .polled(
                PropertyReading(target, .success(try reader.read(target, at: entry.subscription.peer))),
                entry.subscription)
        } catch {
            if case .link = error { throw error }
            return .polled(PropertyReading(target, .failure(error)), entry.subscription)
        }
    }

    private func subscribe(_ place: Int) throws(BACnetError) -> ChangeEvent? {
        let subscription = entries[place].subscription
        do throws(BACnetError) {
            try reader.subscribe(subscription, lifetime: plan.lifetime, isConfirmed: plan.isConfirmed)
        } catch {
            if case .link = error { throw error }
            return poll(place, for: PollingReason(error))
        }
        let wasPolled = entries[place].poll != nil
        entries[place].isSubscribed = true
        entries[place].renewal = reader.now + plan.renewal
        entries[place].silence = reader.now + min(plan.grace, plan.renewal)
        entries[place].poll = nil
        return wasPolled ? .subscribed(subscription) : nil
    }

    /// Polls from now on; tells of it only at first.
    private func poll(_ place: Int, for reason: PollingReason) -> ChangeEvent? {
        let wasPolled = entries[place].poll != nil
        entries[place].isSubscribed = reason == .silent
        entries[place].renewal = reader.now + .seconds(max(1, plan.lifetime))
        entries[place].silence = nil
        entries[place].poll = reader.now
        return wasPolled ? nil : .polling(entries[place].subscription, reason)
    }
}

@available(*, unavailable)
extension ChangeWatch: Sendable {}
