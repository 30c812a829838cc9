import FieldLinks

extension BACnetExchange {
    /// What a device is taken to take as long as it says nothing of it, and at most whatever it says: with more, a message
    /// no longer fits a frame.
    ///
    /// Source: ANSI/ASHRAE 135-2020, clause 6.1 and table 6-1, the longest APDU on BACnet/IP.
    static let usualMaxAPDU = 1476
    /// The most segments of a request, since devices need not tell how many they take.
    static let mostSegmentsSent = 64
    private static let remarkLimit = 256
    private static let unaskedLimit = 4096
    private static let observationLimit = 16_384

    /// Waits for the next message that answers no request.
    ///
    /// - Parameter deadline: when to stop waiting.
    /// - Returns: the message and who sent it; `nil` when none came.
    /// - Throws: ``BACnetError/link(_:)``.
    public func nextUnasked(
        until deadline: Duration
    ) throws(BACnetError) -> (peer: BACnetPeer, message: UnconfirmedRequest)? {
        try nextUnasked(until: deadline) { ($0, $1) }
    }

    /// Waits for the next message of a kind, and leaves the others where they are.
    func nextUnasked<News>(
        until deadline: Duration, _ pick: (BACnetPeer, UnconfirmedRequest) -> News?
    ) throws(BACnetError) -> News? {
        for place in unasked.indices {
            guard let news = pick(unasked[place].peer, unasked[place].message) else { continue }
            unasked.remove(at: place)
            return news
        }
        return try hear(until: deadline) { received throws(BACnetError) in
            let count = unasked.count
            _ = try take(received)
            guard unasked.count > count || count == Self.unaskedLimit, let last = unasked.last,
                let news = pick(last.peer, last.message)
            else { return nil }
            unasked.removeLast()
            return news
        }
    }

    /// Listens until something is found, or the deadline; what comes is looked at up to a limit.
    func hear<News>(
        until deadline: Duration, _ find: (ReceivedMessage) throws(BACnetError) -> News?
    ) throws(BACnetError) -> News? {
        // Somebody who sends without a pause would otherwise be listened to for ever.
        let end = max(deadline, now) + .seconds(1)
        for _ in 0..<Self.hearingLimit {
            guard now <= end, let received = try link.receive(until: deadline) else { return nil }
            if let news = try find(received) { return news }
        }
        return nil
    }

    /// Puts news aside.
    ///
    /// - Returns: what may be an answer, with its sender.
    func take(_ received: ReceivedMessage) throws(BACnetError) -> (BACnetPeer, APDU)? {
        switch received.content {
        case .failure(let fault):
            note(.malformed, received.source, "\(fault)")
        case .success(let message):
            guard let apdu = message.apdu else {
                remarkRouter(message, received.source)
                return nil
            }
            let route = message.npdu?.source
            if case .unconfirmedRequest(let request) = apdu {
                var peer = BACnetPeer(received.source, route: route)
                if case .forwardedNPDU(let origin) = message.bvll { peer = BACnetPeer(origin, route: route) }
                keep(request, from: peer)
                return nil
            }
            // Only what goes to all is passed on; whoever passes an answer on could pretend to be anybody.
            guard message.bvll == .originalUnicastNPDU || message.bvll == nil else {
                note(.stray, received.source, "an answer that was sent to all or passed on")
                return nil
            }
            let peer = BACnetPeer(received.source, route: route)
            guard case .confirmedRequest(let request) = apdu else { return (peer, apdu) }
            try serve(request, to: peer)
        }
        return nil
    }

    /// Tells of a router that asks for a rest.
    private func remarkRouter(_ message: BACnetMessage, _ source: Endpoint) {
        guard case .routerBusyToNetwork(let networks) = message.npdu?.message else { return }
        let names = networks.prefix(8).map { "\($0)" }.joined(separator: ", ")
        note(.router, source, "nothing should be sent to the networks \(names) for now")
    }

    /// Acknowledges news that was subscribed to; a client serves nothing else.
    private func serve(_ request: ConfirmedRequest, to peer: BACnetPeer) throws(BACnetError) {
        guard case .covNotification(let news) = request.content,
            subscriptions.contains(COVSubscription(news.object, at: peer, process: news.process))
        else { return note(.stray, peer.endpoint, "a request for '\(request.service)', which is not served") }
        keep(.covNotification(news), from: peer)
        try send([.simpleAck(SimpleAck(request.service, invokeID: request.invokeID))], to: peer)
    }

    /// Keeps news for whoever asks for them; questions are not for a client.
    private func keep(_ request: UnconfirmedRequest, from peer: BACnetPeer) {
        switch request {
        case .whoIs, .whoHas: return
        case .iAm(let device):
            observe(device, of: peer)
        default: break
        }
        // The oldest news go first.
        if unasked.count == Self.unaskedLimit { unasked.removeFirst() }
        unasked.append((peer, request))
    }

    /// The network that a router does not reach, and its reason.
    func refusal(_ received: ReceivedMessage) -> (UInt16, UInt8)? {
        guard case .success(let message) = received.content,
            case .rejectMessageToNetwork(let network, let reason) = message.npdu?.message
        else { return nil }
        note(.router, received.source, "network \(network) is not reached, for the reason \(reason)")
        return (network, reason)
    }

    /// Remembers what a device was seen to do, of so many devices as a site may have.
    func observe(_ peer: BACnetPeer, _ change: (inout ObservedCapability) -> Void) {
        guard observations.count < Self.observationLimit || observations[peer] != nil else { return }
        change(&observations[peer, default: ObservedCapability()])
    }

    /// Remembers what a device says of itself.
    func observe(_ claim: IAm, of peer: BACnetPeer) {
        observe(peer) {
            $0.claimedMaxAPDU = Int(min(max(claim.maxAPDU, 50), 65535))
            $0.claimedSegmentation = claim.segmentation
        }
    }

    /// Remembers what an answer shows of segments.
    func observe(
        _ answer: Result<ComplexAck.Content?, BACnetError>?, to transaction: Transaction, from peer: BACnetPeer
    ) {
        let isRefused = answer == .failure(.aborted(.segmentationNotSupported))
        if transaction.isSegmented, transaction.progress > 0 || isRefused {
            observe(peer) { $0.receivesSegments = !isRefused }
        } else if isRefused, settings.takesSegments {
            observe(peer) { $0.sendsSegments = false }
        }
        if transaction.isReceiving { observe(peer) { $0.sendsSegments = true } }
    }

    /// Tells of a segment that is longer than what was said to be taken; its header has 5 octets.
    func remarkSize(of apdu: APDU, from source: BACnetPeer) {
        guard case .complexAck(let ack) = apdu, case .fragment(_, let fragment) = ack.content else { return }
        let octets = fragment.octets.count + 5
        guard octets > settings.maxAPDU else { return }
        note(.oversizeSegment, source.endpoint, "a segment of \(octets) octets, \(settings.maxAPDU) are taken")
    }

    func note(_ kind: ExchangeRemark.Kind, _ source: Endpoint, _ detail: String) {
        let remark = ExchangeRemark(kind, from: source, detail)
        if remarks.count < Self.remarkLimit, !remarks.contains(remark) { remarks.append(remark) }
    }
}
