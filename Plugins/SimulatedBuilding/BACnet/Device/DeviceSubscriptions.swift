import BACnet
import FieldLinks

/// Who wants to be told when a value changes, and what was told to whom.
struct DeviceSubscriptions: Sendable {
    /// A wish to be told.
    struct Subscription: Sendable {
        let peer: BACnetPeer
        let process: UInt32
        let object: ObjectIdentifier
        /// The property; `nil` for the present value of the object.
        let reference: PropertyReference?
        let isConfirmed: Bool
        let increment: Float?
        /// When it ends; `nil` for never.
        let end: Duration?
        /// What was told last; `nil` when nothing was.
        var told: [PropertyValue]?

        func isSame(_ other: Subscription) -> Bool {
            peer == other.peer && process == other.process && object == other.object && reference == other.reference
        }

        /// The seconds left, rounded up; 0 for a subscription that does not end.
        func remaining(at now: Duration) -> UInt32 {
            guard let end else { return 0 }
            let left = (end - now).components
            return UInt32(clamping: left.seconds + (left.attoseconds > 0 ? 1 : 0))
        }
    }

    /// A notification whose receipt is awaited.
    struct Pending: Sendable {
        let peer: BACnetPeer
        let request: ConfirmedRequest
        var deadline: Duration
        var attempts = 1
    }

    /// How long a receipt may take (the APDU_Timeout of the device).
    static let timeout = Duration.seconds(3)
    private(set) var all: [Subscription] = []
    var pending: [Pending] = []
    private var invokeID: UInt8 = 0

    var isEmpty: Bool { all.isEmpty }
    var nextMoment: Duration? { (pending.map(\.deadline) + all.compactMap(\.end)).min() }

    mutating func cancel(_ subscription: Subscription) { all.removeAll { $0.isSame(subscription) } }

    /// Adds a subscription or renews it.
    ///
    /// - Returns: whether there was room.
    mutating func add(_ subscription: Subscription, limit: Int) -> Bool {
        if let place = all.firstIndex(where: { $0.isSame(subscription) }) {
            all[place] = subscription
            return true
        }
        guard all.count < limit else { return false }
        all.append(subscription)
        return true
    }

    mutating func end(at now: Duration) { all.removeAll { $0.end.map { $0 <= now } ?? false } }

    mutating func note(_ values: [PropertyValue], at place: Int) { all[place].told = values }

    mutating func acknowledge(_ invokeID: UInt8, by peer: BACnetPeer) {
        pending.removeAll { $0.peer == peer && $0.request.invokeID == invokeID }
    }

    /// Keeps a notification until its receipt comes.
    mutating func keep(_ news: COVNotification, for peer: BACnetPeer, at now: Duration) -> APDU {
        invokeID &+= 1
        let limits = ReceptionLimits(acceptsSegments: false, maxAPDU: 480)
        let request = ConfirmedRequest(.covNotification(news), invokeID: invokeID, limits: limits)
        // The oldest gives way, so that a client that never answers does not fill the memory.
        if pending.count >= 64 { pending.removeFirst() }
        pending.append(Pending(peer: peer, request: request, deadline: now + Self.timeout))
        return .confirmedRequest(request)
    }

    /// The subscriptions as Active_COV_Subscriptions tells them (BACnetCOVSubscription, clause 21).
    func listed(at now: Duration) -> [BACnetValue] {
        all.flatMap { subscription -> [BACnetValue] in
            let peer = subscription.peer
            let mac =
                peer.route?.address ?? peer.endpoint.octets + [peer.endpoint.port.upper, peer.endpoint.port.lower]
            let address = BACnetValue.constructed(
                1, [.unsigned(UInt64(peer.route?.network ?? 0)), .octetString(mac)])
            var reference = [
                BACnetValue.objectIdentifier(subscription.object).tagged(0),
                BACnetValue.enumerated((subscription.reference?.property ?? .presentValue).number).tagged(1),
            ]
            if let index = subscription.reference?.index {
                reference.append(BACnetValue.unsigned(UInt64(index)).tagged(2))
            }
            var values: [BACnetValue] = [
                .constructed(
                    0, [.constructed(0, [address]), BACnetValue.unsigned(UInt64(subscription.process)).tagged(1)]),
                .constructed(1, reference), BACnetValue.boolean(subscription.isConfirmed).tagged(2),
                BACnetValue.unsigned(UInt64(subscription.remaining(at: now))).tagged(3),
            ]
            if let increment = subscription.increment { values.append(BACnetValue.real(increment).tagged(4)) }
            return values
        }
    }
}

extension UInt16 {
    fileprivate var upper: UInt8 { UInt8(self >> 8) }
    fileprivate var lower: UInt8 { UInt8(self & 255) }
}

/// Telling changes (ANSI/ASHRAE 135-2020, clauses 13.1 and 13.14 to 13.16).
extension SimulatedBACnetDevice {
    mutating func subscribe(
        _ order: SubscribeCOVRequest, _ reference: PropertyReference?, _ increment: Float?, _ peer: BACnetPeer
    ) throws(DeviceRefusal) {
        let object = try object(order.object)
        let end = order.lifetime.flatMap { $0 == 0 ? nil : now + .seconds(Int64($0)) }
        let subscription = DeviceSubscriptions.Subscription(
            peer: peer, process: order.process, object: object.identifier, reference: reference,
            isConfirmed: order.isConfirmed ?? false, increment: increment, end: end)
        guard order.isConfirmed != nil || order.lifetime != nil else { return subscriptions.cancel(subscription) }
        if let reference {
            _ = try object.read(reference)
        } else if !object.tellsChanges {
            throw .error(ServiceError(.object, .optionalFunctionalityNotSupported))
        }
        guard subscriptions.add(subscription, limit: subscriptionLimit) else {
            throw .error(ServiceError(.resources, .noSpaceToAddListElement))
        }
    }

    /// The notifications that are due because something changed, or was subscribed to.
    mutating func news() -> [SimulatedAnswer] {
        guard !subscriptions.isEmpty else { return [] }
        subscriptions.end(at: now)
        var answers: [SimulatedAnswer] = []
        for (place, subscription) in subscriptions.all.enumerated() {
            guard let object = objects[subscription.object] else { continue }
            let reference = subscription.reference ?? PropertyReference(.presentValue)
            let values = [reference, PropertyReference(.statusFlags)].compactMap { reference in
                (try? object.read(reference)).map { PropertyValue(reference, $0) }
            }
            let increment = subscription.increment.map(BACnetValue.real) ?? object.properties[.covIncrement]?.first
            guard subscription.told.map({ $0.differs(from: values, by: increment) }) ?? true else { continue }
            subscriptions.note(values, at: place)
            let news = COVNotification(
                process: subscription.process, device: identifier, object: object.identifier,
                timeRemaining: subscription.remaining(at: now), values: values)
            let apdu =
                subscription.isConfirmed
                ? subscriptions.keep(news, for: subscription.peer, at: now)
                : .unconfirmedRequest(.covNotification(news))
            answers.append(SimulatedAnswer(apdu: apdu, peer: subscription.peer))
        }
        return answers
    }

    /// Repeats the notifications whose receipts did not come, and gives up after the third time.
    mutating func overdueNotifications() -> [SimulatedAnswer] {
        subscriptions.pending.removeAll { $0.deadline <= now && $0.attempts > 3 }
        var answers: [SimulatedAnswer] = []
        for place in subscriptions.pending.indices where subscriptions.pending[place].deadline <= now {
            subscriptions.pending[place].attempts += 1
            subscriptions.pending[place].deadline = now + DeviceSubscriptions.timeout
            let pending = subscriptions.pending[place]
            answers.append(SimulatedAnswer(apdu: .confirmedRequest(pending.request), peer: pending.peer))
        }
        return answers
    }
}

extension SimulatedObject {
    /// Whether the changes of its present value can be subscribed to (table 13-1).
    fileprivate var tellsChanges: Bool {
        guard properties[.presentValue] != nil else { return false }
        return identifier.type.isAnalog ? properties[.covIncrement] != nil : true
    }
}

extension [PropertyValue] {
    /// Whether something changed: a number by the increment, anything else at all.
    fileprivate func differs(from other: [PropertyValue], by increment: BACnetValue?) -> Bool {
        guard count == other.count else { return true }
        return zip(self, other).contains { one, other in
            guard one.values.count == 1, other.values.count == 1, case .real(let increment)? = increment,
                case .real(let old) = one.values[0], case .real(let new) = other.values[0]
            else { return one.values != other.values }
            return !((new - old).magnitude < increment) && new != old
        }
    }
}
