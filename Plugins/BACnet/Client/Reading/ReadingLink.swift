public import FieldLinks

/// A link that carries no message but those of reading, whoever asks it to.
///
/// What may leave is listed here: Who-Is, Who-Has, ReadProperty, ReadPropertyMultiple, ReadRange, SubscribeCOV with a
/// lifetime that ends, the receipts and ends of such exchanges, the question for routers, and the questions for the
/// tables of those who pass broadcasts on. Everything else is refused, among it all that is added to the standard later.
public struct ReadingLink: MessageLink {
    private let link: any MessageLink

    /// Guards a link.
    public init(_ link: any MessageLink) { self.link = link }

    /// The time of the link.
    public var now: Duration { link.now }

    /// Waits until a moment.
    public func wait(until moment: Duration) throws(LinkError) { try link.wait(until: moment) }

    /// Sends a message of reading.
    ///
    /// - Throws: ``BACnetError/forbidden(_:)`` for any other message, which does not leave; what the link throws.
    public func send(_ message: BACnetMessage, to destination: Endpoint) throws(BACnetError) {
        guard Self.allows(message) else {
            throw .forbidden("a client that only reads does not send '\(Self.name(of: message))'")
        }
        try link.send(message, to: destination)
    }

    /// Waits for the next message.
    public func receive(until deadline: Duration) throws(BACnetError) -> ReceivedMessage? {
        try link.receive(until: deadline)
    }

    /// Whether a message is one of reading.
    public static func allows(_ message: BACnetMessage) -> Bool {
        switch message.bvll {
        case .originalUnicastNPDU, .originalBroadcastNPDU, .distributeBroadcastToNetwork, nil: break
        case .readBroadcastDistributionTable, .readForeignDeviceTable: return message.apdu == nil
        default: return false
        }
        if let routing = message.npdu?.message {
            if case .whoIsRouterToNetwork = routing { return message.apdu == nil }
            return routing == .whatIsNetworkNumber && message.apdu == nil
        }
        return message.apdu.map(allows) ?? false
    }

    private static func allows(_ apdu: APDU) -> Bool {
        switch apdu {
        case .confirmedRequest(let request): allows(request.content)
        case .unconfirmedRequest(.whoIs), .unconfirmedRequest(.whoHas): true
        case .simpleAck(let ack): ack.service == .confirmedCovNotification
        case .segmentAck(let ack): !ack.isFromServer
        case .abort(let abort): !abort.isFromServer
        default: false
        }
    }

    private static func allows(_ content: ConfirmedRequest.Content) -> Bool {
        switch content {
        case .readProperty, .readPropertyMultiple, .readRange: true
        case .subscribeCOV(let request): ends(request)
        case .subscribeCOVProperty(let request): ends(request.subscription)
        case .fragment(let service, _): [.readProperty, .readPropertyMultiple, .readRange].contains(service)
        default: false
        }
    }

    /// Whether a subscription ends by itself, or is being ended.
    private static func ends(_ request: SubscribeCOVRequest) -> Bool {
        request.lifetime.map { $0 > 0 } ?? (request.isConfirmed == nil)
    }

    private static func name(of message: BACnetMessage) -> String {
        switch message.apdu {
        case .confirmedRequest(let request): "\(request.service)"
        case .unconfirmedRequest(let request): "\(request.service)"
        case .simpleAck(let ack): "simple-ack of \(ack.service)"
        case .complexAck(let ack): "complex-ack of \(ack.service)"
        case .segmentAck: "segment-ack of a server"
        case .error(let error): "error of \(error.service)"
        case .reject: "reject"
        case .abort: "abort of a server"
        case nil: "message of routers or broadcasts"
        }
    }
}
