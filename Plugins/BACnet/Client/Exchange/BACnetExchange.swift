import FieldLinks

/// A client that asks devices on one trunk, one request after another, and finds the answer to each.
///
/// An answer belongs to a request when it comes from the address, network and device that was asked, with the same
/// invoke id and service. Whatever else arrives meanwhile waits in ``nextUnasked(until:)``. The exchange performs any request
/// and is not safe to share: give it to one actor.
///
/// Source of the rules: ANSI/ASHRAE 135-2020, clause 5.4.
public final class BACnetExchange {
    /// How it asks.
    public let settings: ExchangeSettings
    /// What was odd, in the order in which it was first seen, at most 256 of it.
    public private(set) var remarks: [ExchangeRemark] = []
    /// How many requests were sent, with repetitions.
    public private(set) var requestCount = 0

    private static let remarkLimit = 256
    private static let unaskedLimit = 4096
    private let link: any MessageLink
    private var pace: Pace
    private var breakers: [BACnetPeer: CircuitBreaker] = [:]
    private var invokeID: UInt8 = 0
    private var unasked: [(peer: BACnetPeer, message: UnconfirmedRequest)] = []

    /// Opens a client on a link.
    public init(over link: any MessageLink, _ settings: ExchangeSettings = ExchangeSettings()) {
        self.link = link
        self.settings = settings
        pace = settings.pace
    }

    /// The time of the link.
    public var now: Duration { link.now }

    /// Asks a device, as often as patience allows, and waits for the answer.
    ///
    /// - Parameters:
    ///   - content: what is asked.
    ///   - peer: the device.
    ///   - attempts: how often to ask at most; `nil` for as often as the settings say.
    /// - Returns: what the device says; `nil` when it says only that it is done.
    /// - Throws: ``BACnetError``.
    public func perform(
        _ content: ConfirmedRequest.Content, at peer: BACnetPeer, attempts: Int? = nil
    ) throws(BACnetError) -> ComplexAck.Content? {
        guard breakers[peer, default: settings.breaker].allows(at: now) else { throw .resting }
        invokeID &+= 1
        let message = message(content, to: peer)
        let deadline = now + settings.deadline
        for attempt in 0..<max(1, min(attempts ?? settings.patience.attempts, settings.patience.attempts)) {
            try post(message, to: peer.endpoint)
            let end = min(deadline, now + settings.patience.wait(for: attempt))
            if let answer = try answer(to: content.service, from: peer, until: end) {
                breakers[peer] = nil
                pace.end(at: now)
                return try answer.get()
            }
            if now >= deadline { break }
        }
        pace.end(at: now)
        breakers[peer, default: settings.breaker].fail(at: now)
        throw .timedOut
    }

    /// Sends a message that is not answered, at the pace of the trunk.
    ///
    /// - Parameters:
    ///   - request: the message.
    ///   - destination: the device, or the address of a broadcast.
    ///   - asBroadcast: whether it goes to all who hear the address.
    /// - Throws: ``BACnetError``.
    public func send(
        _ request: UnconfirmedRequest, to destination: BACnetPeer, asBroadcast: Bool = false
    ) throws(BACnetError) {
        let message = BACnetMessage(
            bvll: asBroadcast ? .originalBroadcastNPDU : .originalUnicastNPDU,
            npdu: NPDU(destination: destination.route), apdu: .unconfirmedRequest(request))
        try post(message, to: destination.endpoint)
        pace.end(at: now)
    }

    /// Waits for the next message that answers no request.
    ///
    /// - Parameter deadline: when to stop waiting.
    /// - Returns: the message and who sent it; `nil` when none came.
    /// - Throws: ``BACnetError/link(_:)``.
    public func nextUnasked(
        until deadline: Duration
    ) throws(BACnetError) -> (peer: BACnetPeer, message: UnconfirmedRequest)? {
        while true {
            if !unasked.isEmpty { return unasked.removeFirst() }
            guard let received = try link.receive(until: deadline) else { return nil }
            _ = take(received)
        }
    }

    private func message(_ content: ConfirmedRequest.Content, to peer: BACnetPeer) -> BACnetMessage {
        let limits = ReceptionLimits(acceptsSegments: false, maxAPDU: settings.maxAPDU)
        return BACnetMessage(
            bvll: .originalUnicastNPDU, npdu: NPDU(destination: peer.route, expectsReply: true),
            apdu: .confirmedRequest(ConfirmedRequest(content, invokeID: invokeID, limits: limits)))
    }

    private func post(_ message: BACnetMessage, to destination: Endpoint) throws(BACnetError) {
        do throws(LinkError) {
            try link.wait(until: pace.begin(at: now))
        } catch {
            throw .link(error)
        }
        try link.send(message, to: destination)
        requestCount += 1
    }

    /// Waits for the answer to the request under way.
    private func answer(
        to service: ConfirmedService, from peer: BACnetPeer, until end: Duration
    ) throws(BACnetError) -> Result<ComplexAck.Content?, BACnetError>? {
        while let received = try link.receive(until: end) {
            guard let (source, apdu) = take(received) else {
                if let network = refused(received), network.0 == peer.route?.network {
                    return .failure(.unreachable(network: network.0, reason: network.1))
                }
                continue
            }
            guard let answer = Self.outcome(apdu, of: service, invokeID) else {
                note(.stray, received.source, "an answer to no request that is waited for")
                continue
            }
            if source == peer { return answer }
            note(.answerFromElsewhere, received.source, "\(peer) was asked, \(source) answers")
            if settings.takesAnswersFromElsewhere { return answer }
        }
        return nil
    }

    /// Puts news aside.
    ///
    /// - Returns: what may be an answer, with its sender.
    private func take(_ received: ReceivedMessage) -> (BACnetPeer, APDU)? {
        switch received.content {
        case .failure(let fault):
            note(.malformed, received.source, "\(fault)")
        case .success(let message):
            guard let apdu = message.apdu else { return nil }
            var endpoint = received.source
            if case .forwardedNPDU(let origin) = message.bvll { endpoint = origin }
            let peer = BACnetPeer(endpoint, route: message.npdu?.source)
            guard case .unconfirmedRequest(let request) = apdu else { return (peer, apdu) }
            if unasked.count < Self.unaskedLimit { unasked.append((peer, request)) }
        }
        return nil
    }

    /// The network that a router does not reach, and its reason.
    private func refused(_ received: ReceivedMessage) -> (UInt16, UInt8)? {
        guard case .success(let message) = received.content,
            case .rejectMessageToNetwork(let network, let reason) = message.npdu?.message
        else { return nil }
        note(.router, received.source, "network \(network) is not reached, for the reason \(reason)")
        return (network, reason)
    }

    private func note(_ kind: ExchangeRemark.Kind, _ source: Endpoint, _ detail: String) {
        let remark = ExchangeRemark(kind, from: source, detail)
        if remarks.count < Self.remarkLimit, !remarks.contains(remark) { remarks.append(remark) }
    }

    /// What an answer says; `nil` when it is not one to the request.
    private static func outcome(
        _ apdu: APDU, of service: ConfirmedService, _ invokeID: UInt8
    ) -> Result<ComplexAck.Content?, BACnetError>? {
        switch apdu {
        case .simpleAck(let ack) where ack.invokeID == invokeID && ack.service == service: .success(nil)
        case .complexAck(let ack) where ack.invokeID == invokeID && ack.service == service:
            if case .fragment = ack.content {
                .failure(.unexpected("the device answers in segments although it was told that none are taken"))
            } else {
                .success(ack.content)
            }
        case .error(let error) where error.invokeID == invokeID && error.service == service:
            .failure(.error(error.error.errorClass, error.error.errorCode))
        case .reject(let reject) where reject.invokeID == invokeID: .failure(.rejected(reject.reason))
        case .abort(let abort) where abort.invokeID == invokeID && abort.isFromServer:
            .failure(.aborted(abort.reason))
        default: nil
        }
    }
}

@available(*, unavailable)
extension BACnetExchange: Sendable {}
