public import BACnet

/// A device in memory that answers what is asked of it, and has the faults that it is given.
///
/// It reads, writes with sixteen priorities, tells changes to whoever subscribed, and takes and sends messages in
/// segments when it is made so; otherwise a longer answer than it or the client takes is aborted as such devices do.
public struct SimulatedBACnetDevice: Sendable {
    /// The device object.
    public let identifier: ObjectIdentifier
    /// What is wrong with it.
    public var faults = DeviceFaults()
    /// The most octets that it takes and gives at once.
    public let maxAPDU: Int
    /// What it does with longer messages.
    public let segmentation: Segmentation
    /// The most segments that it takes and sends between two acknowledgements, 1 to 127.
    public var window: UInt8 = 16
    /// The most segments of a message that it takes.
    public let maxSegments = 64
    /// How many subscriptions to changes it keeps.
    public var subscriptionLimit = 32

    var objects: [ObjectIdentifier: SimulatedObject] = [:]
    var order: [ObjectIdentifier]
    var now = Duration.zero
    var subscriptions = DeviceSubscriptions()
    var segments = DeviceSegments()
    private var signalled: [ObjectIdentifier] = []
    private var heard = 0

    /// Makes a device, unless its instance is too high.
    ///
    /// - Parameters:
    ///   - instance: its instance, at most 4194303.
    ///   - objects: its objects but the device object; the last of several with one identifier counts.
    ///   - maxAPDU: the most octets that it takes and gives at once.
    ///   - segmentation: what it does with longer messages.
    public init?(
        instance: UInt32, _ objects: [SimulatedObject], maxAPDU: Int = 1476,
        segmentation: Segmentation = .noSegmentation
    ) {
        guard let identifier = ObjectIdentifier(.device, instance) else { return nil }
        self.identifier = identifier
        self.maxAPDU = maxAPDU
        self.segmentation = segmentation
        order = [identifier] + objects.map(\.identifier)
        for object in objects { self.objects[object.identifier] = object }
        signalled = objects.filter { $0.signal != nil }.map(\.identifier)
        self.objects[identifier] = deviceObject
    }

    /// An object by its identifier; adding one or taking one away changes the list of them and the database revision.
    public subscript(object: ObjectIdentifier) -> SimulatedObject? {
        get { objects[object] }
        set {
            if (objects[object] == nil) != (newValue == nil), object != identifier {
                if newValue == nil { order.removeAll { $0 == object } } else { order.append(object) }
                noteDatabaseChange()
            }
            objects[object] = newValue
            signalled = order.filter { objects[$0]?.signal != nil }
        }
    }

    /// Takes a message.
    ///
    /// - Parameters:
    ///   - apdu: the message.
    ///   - peer: who sent it, and where answers go.
    ///   - now: the time since the device was started.
    /// - Returns: what it sends: an answer, or none, and what else the message made it tell.
    public mutating func take(_ apdu: APDU, from peer: BACnetPeer, at now: Duration = .zero) -> [SimulatedAnswer] {
        follow(now)
        if faults.isDead { return [] }
        let answers = answers(to: apdu, from: peer)
        return answers + news()
    }

    /// Does what is due at a moment: repeats what was not acknowledged, and tells changes.
    public mutating func advance(to now: Duration) -> [SimulatedAnswer] {
        follow(now)
        if faults.isDead { return [] }
        return overdueSegments() + overdueNotifications() + news()
    }

    /// When something is due next; `nil` when the device only waits for messages.
    public var nextMoment: Duration? {
        if faults.isDead { return nil }
        let second = Duration.seconds(now.components.seconds + 1)
        let change = subscriptions.isEmpty || signalled.isEmpty ? nil : second
        return [segments.nextMoment, subscriptions.nextMoment, change].compactMap(\.self).min()
    }

    private mutating func answers(to apdu: APDU, from peer: BACnetPeer) -> [SimulatedAnswer] {
        switch apdu {
        case .unconfirmedRequest(let request):
            return introduce(request).map { [SimulatedAnswer(apdu: .unconfirmedRequest($0), peer: peer)] } ?? []
        case .confirmedRequest(let request):
            heard += 1
            return heard <= faults.lostRequests ? [] : take(request, from: peer)
        case .segmentAck(let ack) where !ack.isFromServer: return take(ack, from: peer)
        case .abort(let abort) where !abort.isFromServer:
            segments.end(peer, abort.invokeID)
            return []
        case .simpleAck(let ack): return acknowledged(ack.invokeID, by: peer)
        case .error(let error): return acknowledged(error.invokeID, by: peer)
        case .reject(let reject): return acknowledged(reject.invokeID, by: peer)
        case .abort(let abort): return acknowledged(abort.invokeID, by: peer)
        case .complexAck, .segmentAck: return []
        }
    }

    private mutating func acknowledged(_ invokeID: UInt8, by peer: BACnetPeer) -> [SimulatedAnswer] {
        subscriptions.acknowledge(invokeID, by: peer)
        return []
    }

    /// Tells who it is, or that it has an object (clauses 16.9 and 16.10).
    private func introduce(_ request: UnconfirmedRequest) -> UnconfirmedRequest? {
        switch request {
        case .whoIs(let question):
            guard !faults.ignoresWhoIs, question.range?.contains(identifier.instance) ?? true else { return nil }
            return .iAm(
                IAm(
                    device: identifier, maxAPDU: UInt32(clamping: maxAPDU),
                    segmentation: faults.claimedSegmentation ?? segmentation, vendor: Self.vendor))
        case .whoHas(let question):
            guard question.range?.contains(identifier.instance) ?? true,
                let object = order.lazy.compactMap({ objects[$0] }).first(where: { $0.matches(question.object) }),
                case .characterString(let name)? = object.properties[.objectName]?.first
            else { return nil }
            return .iHave(IHave(device: identifier, object: object.identifier, name: name))
        default: return nil
        }
    }

    /// Lets the values follow the time.
    private mutating func follow(_ moment: Duration) {
        guard moment > now else { return }
        now = moment
        for identifier in signalled {
            guard let object = objects[identifier], let signal = object.signal, !object.isOutOfService,
                !object.isCommandable
            else { continue }
            objects[identifier]?.properties[.presentValue] = [.real(signal.value(at: now))]
        }
    }
}

extension SimulatedObject {
    fileprivate func matches(_ wanted: WhoHas.Wanted) -> Bool {
        switch wanted {
        case .identifier(let identifier): identifier == self.identifier
        case .name(let name): properties[.objectName] == [.characterString(name)]
        }
    }
}
