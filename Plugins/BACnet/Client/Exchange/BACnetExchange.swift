import FieldLinks

/// A client that asks devices on one trunk, one request after another, and finds the answer to each.
///
/// An answer belongs to a request when it comes from the address, network and device that was asked, with the same
/// invoke id and service. It may come in segments, and a request that is too long for a device goes in segments if the
/// device takes them. Whatever else arrives meanwhile waits in ``nextUnasked(until:)``. The exchange performs any
/// request and is not safe to share: give it to one actor.
///
/// Source of the rules: ANSI/ASHRAE 135-2020, clause 5.4.
public final class BACnetExchange {
    /// How it asks.
    public let settings: ExchangeSettings
    /// What was odd, in the order in which it was first seen, at most 256 of it.
    public internal(set) var remarks: [ExchangeRemark] = []
    /// How many requests were sent, with repetitions.
    public private(set) var requestCount = 0
    /// The datagrams of the last answer one after the other, as evidence; empty when none came.
    public internal(set) var lastAnswer: [UInt8] = []

    /// The most messages that are looked at while one answer is waited for.
    static let hearingLimit = 16_384
    let link: any MessageLink
    var unasked: [(peer: BACnetPeer, message: UnconfirmedRequest)] = []
    /// What devices are asked to tell of, so that their news are acknowledged.
    var subscriptions: Set<COVSubscription> = []
    var observations: [BACnetPeer: ObservedCapability] = [:]
    private var pace: Pace
    private var breakers: [BACnetPeer: CircuitBreaker] = [:]
    private var invokeID: UInt8 = 0
    /// The receipt for the last segment of the answer before, in case it gets lost.
    private var finished: (peer: BACnetPeer, service: ConfirmedService, receipt: SegmentAck)?

    /// Opens a client on a link.
    public init(over link: any MessageLink, _ settings: ExchangeSettings = ExchangeSettings()) {
        self.link = link
        self.settings = settings
        pace = settings.pace
    }

    /// The time of the link.
    public var now: Duration { link.now }

    /// What a device was seen to do.
    public func observed(_ peer: BACnetPeer) -> ObservedCapability { observations[peer] ?? ObservedCapability() }

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
        lastAnswer = []
        guard breakers[peer, default: settings.breaker].allows(at: now) else { throw .resting }
        invokeID &+= 1
        var transaction = try transaction(content, to: peer)
        let most = max(1, min(attempts ?? settings.patience.attempts, settings.patience.attempts))
        let answer = try run(&transaction, at: peer, attempts: most)
        pace.end(at: now)
        observe(answer, to: transaction, from: peer)
        guard let answer else {
            breakers[peer, default: settings.breaker].fail(at: now)
            throw .timedOut
        }
        breakers[peer] = nil
        lastAnswer = transaction.octets
        return try answer.get()
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
        try send(message, to: destination.endpoint)
    }

    /// Sends a message that needs no answer, at the pace of the trunk.
    func send(_ message: BACnetMessage, to destination: Endpoint) throws(BACnetError) {
        try begin()
        try link.send(message, to: destination)
        pace.end(at: now)
    }

    /// Waits for the pace of the trunk, and counts a request.
    func begin() throws(BACnetError) {
        do throws(LinkError) {
            try link.wait(until: pace.begin(at: now))
        } catch {
            throw .link(error)
        }
        requestCount += 1
    }

    /// Prepares a request, in segments if the device needs them.
    private func transaction(
        _ content: ConfirmedRequest.Content, to peer: BACnetPeer
    ) throws(BACnetError) -> Transaction {
        let limits = ReceptionLimits(
            acceptsSegments: settings.takesSegments, maxSegments: settings.takesSegments ? settings.segmentLimit : nil,
            maxAPDU: settings.maxAPDU)
        let request = ConfirmedRequest(content, invokeID: invokeID, limits: limits)
        var body: [UInt8] = []
        do throws(BACnetFault) {
            try content.encode(into: &body)
        } catch {
            throw .malformed(error)
        }
        // The header of a request has 4 octets, that of a segment 6.
        let claim = observed(peer)
        let limit = min(claim.claimedMaxAPDU ?? Self.usualMaxAPDU, Self.usualMaxAPDU)
        if body.count + 4 <= limit { return Transaction(request, in: nil, settings) }
        guard claim.claimsToReceiveSegments, claim.receivesSegments != false,
            let segments = SegmentSender(body, size: limit - 6, limit: Self.mostSegmentsSent)
        else { throw .requestTooLong(octets: body.count + 4, limit: limit) }
        return Transaction(request, in: segments, settings)
    }

    /// Sends a request, and again what nothing comes of, until the answer is there or patience ends.
    private func run(
        _ transaction: inout Transaction, at peer: BACnetPeer, attempts: Int
    ) throws(BACnetError) -> Result<ComplexAck.Content?, BACnetError>? {
        let deadline = now + settings.deadline
        var answerer: BACnetPeer?
        var attempt = 0
        repeat {
            try begin()
            try send(transaction.outgoing(), to: answerer ?? peer)
            let progress = transaction.progress
            let end = min(deadline, now + settings.patience.wait(for: attempt))
            if let answer = try follow(&transaction, from: peer, &answerer, until: end, deadline) { return answer }
            attempt = transaction.progress > progress ? 1 : attempt + 1
        } while attempt < attempts && now < deadline
        if transaction.isReceiving { try send([transaction.abort(.tsmTimeout)], to: answerer ?? peer) }
        return nil
    }

    /// Follows an exchange until it is over, or nothing more comes.
    private func follow(
        _ transaction: inout Transaction, from peer: BACnetPeer, _ answerer: inout BACnetPeer?, until end: Duration,
        _ deadline: Duration
    ) throws(BACnetError) -> Result<ComplexAck.Content?, BACnetError>? {
        var end = end
        var heard = 0
        while heard < Self.hearingLimit, let received = try link.receive(until: end) {
            heard += 1
            guard let (source, apdu) = try take(received) else {
                guard received.source == peer.endpoint, let (network, reason) = refusal(received),
                    network == peer.route?.network
                else { continue }
                return .failure(.unreachable(network: network, reason: reason))
            }
            guard transaction.concerns(apdu) else {
                try settle(apdu, from: source)
                continue
            }
            guard accepts(source, from: peer, answerer) else { continue }
            answerer = source
            remarkSize(of: apdu, from: source)
            let progress = transaction.progress
            switch transaction.take(apdu, received.octets) {
            case .wait: break
            case .send(let messages): try send(messages, to: source)
            case .done(let answer, let last):
                if let last { try send([last], to: source) }
                if case .segmentAck(let receipt) = last { finished = (source, transaction.request.service, receipt) }
                return answer
            }
            if transaction.progress > progress { end = min(deadline, now + settings.patience.first) }
        }
        return nil
    }

    /// Whether an answer may come from there.
    private func accepts(_ source: BACnetPeer, from peer: BACnetPeer, _ answerer: BACnetPeer?) -> Bool {
        if source == answerer ?? peer { return true }
        note(.answerFromElsewhere, source.endpoint, "\(peer) was asked, \(source) answers")
        return settings.takesAnswersFromElsewhere && answerer == nil
    }

    /// Deals with a message that belongs to no exchange under way.
    private func settle(_ apdu: APDU, from source: BACnetPeer) throws(BACnetError) {
        if case .complexAck(let ack) = apdu, case .fragment(let service, _) = ack.content, let finished,
            finished.peer == source, finished.receipt.invokeID == ack.invokeID, finished.service == service
        {
            // The receipt got lost, and the device sends the end of its answer again.
            return try send([.segmentAck(finished.receipt)], to: source)
        }
        note(.stray, source.endpoint, "an answer to no request that is waited for")
    }

    /// Sends messages of an exchange to a device.
    func send(_ messages: [APDU], to peer: BACnetPeer) throws(BACnetError) {
        for apdu in messages {
            var expectsReply = false
            if case .confirmedRequest = apdu { expectsReply = true }
            let npdu = NPDU(destination: peer.route, expectsReply: expectsReply)
            try link.send(BACnetMessage(bvll: .originalUnicastNPDU, npdu: npdu, apdu: apdu), to: peer.endpoint)
        }
    }
}

@available(*, unavailable)
extension BACnetExchange: Sendable {}
