/// A request under way: what of it is still to be sent, and what has come of its answer.
///
/// Source of the rules: ANSI/ASHRAE 135-2020, clause 5.4.4.
struct Transaction {
    /// What a message asks for.
    enum Step {
        /// Nothing yet.
        case wait
        /// That messages be sent to whoever sent it.
        case send([APDU])
        /// The end, and that a message be sent if there is one.
        case done(Result<ComplexAck.Content?, BACnetError>, last: APDU?)
    }

    /// How often segments are sent again for one acknowledgement that asks for them.
    private static let mostRepetitions = 4

    let request: ConfirmedRequest
    /// The datagrams of the answer.
    private(set) var octets: [UInt8] = []
    /// What has arrived on either side; it grows as long as the exchange goes on.
    private(set) var progress = 0
    private let window: UInt8
    private let takesSegments: Bool
    /// The request in segments; `nil` when it goes as a whole.
    private let segments: SegmentSender?
    /// What of it has not arrived.
    private var sender: SegmentSender?
    private var receiver: SegmentReceiver
    private var repetitions = 0

    init(_ request: ConfirmedRequest, in segments: SegmentSender?, _ settings: ExchangeSettings) {
        self.request = request
        self.segments = segments
        window = min(max(settings.window, 1), 127)
        takesSegments = settings.takesSegments
        receiver = SegmentReceiver(
            window: settings.window, segments: settings.segmentLimit, octets: settings.octetLimit)
    }

    /// Whether the request goes in segments.
    var isSegmented: Bool { segments != nil }

    /// Whether a part of the answer has come in segments.
    var isReceiving: Bool { receiver.count > 0 }

    /// What is to be sent at first, and again whenever nothing came for a while.
    mutating func outgoing() -> [APDU] {
        if case .acknowledge(let sequence, let isNegative) = receiver.remind() {
            return [receipt(sequence, isNegative: isNegative)]
        }
        if sender == nil { sender = segments }
        return sender.map(pieces) ?? [.confirmedRequest(request)]
    }

    /// The end of the exchange from this side.
    func abort(_ reason: AbortReason) -> APDU {
        .abort(AbortAnswer(reason, isFromServer: false, invokeID: request.invokeID))
    }

    /// Whether a message belongs to the exchange.
    func concerns(_ apdu: APDU) -> Bool {
        let id = request.invokeID
        return switch apdu {
        case .simpleAck(let ack): ack.invokeID == id && ack.service == request.service
        case .complexAck(let ack): ack.invokeID == id && ack.service == request.service
        case .error(let error): error.invokeID == id && error.service == request.service
        case .reject(let reject): reject.invokeID == id
        case .abort(let abort): abort.invokeID == id && abort.isFromServer
        case .segmentAck(let ack): ack.invokeID == id && ack.isFromServer && segments != nil
        case .confirmedRequest, .unconfirmedRequest: false
        }
    }

    /// Takes a message that belongs to the exchange.
    ///
    /// - Parameters:
    ///   - apdu: the message.
    ///   - datagram: the octets that it came in.
    /// - Returns: what to do.
    mutating func take(_ apdu: APDU, _ datagram: [UInt8]) -> Step {
        switch apdu {
        case .segmentAck(let ack): return take(ack)
        case .complexAck(let ack):
            if case .fragment(_, let fragment) = ack.content { return take(fragment, datagram) }
            octets = datagram
            return .done(.success(ack.content), last: nil)
        default:
            octets = datagram
            return .done(Self.outcome(apdu), last: nil)
        }
    }

    private static func outcome(_ apdu: APDU) -> Result<ComplexAck.Content?, BACnetError> {
        switch apdu {
        case .error(let answer): .failure(.error(answer.error.errorClass, answer.error.errorCode))
        case .reject(let reject): .failure(.rejected(reject.reason))
        case .abort(let abort): .failure(.aborted(abort.reason))
        default: .success(nil)
        }
    }

    private mutating func take(_ ack: SegmentAck) -> Step {
        guard var next = sender else { return .wait }
        let first = next.window.first?.sequence
        switch next.acknowledge(ack.sequence, negative: ack.isNegative, window: ack.actualWindow) {
        case .wait: return .wait
        case .done:
            (sender, progress) = (nil, progress + 1)
            return .wait
        case .send:
            let isNew = next.window.first?.sequence != first
            (progress, repetitions) = isNew ? (progress + 1, 0) : (progress, repetitions + 1)
            // Whoever asks for the same again and again is not served for ever.
            guard repetitions <= Self.mostRepetitions else { return .wait }
            sender = next
            return .send(pieces(next))
        }
    }

    private mutating func take(_ fragment: MessageFragment, _ datagram: [UInt8]) -> Step {
        guard takesSegments else {
            let text = "the device answers in segments although it was told that none are taken"
            return .done(.failure(.unexpected(text)), last: abort(.segmentationNotSupported))
        }
        let before = receiver.count
        let step = receiver.take(
            fragment.octets, sequence: fragment.sequence, moreFollows: fragment.moreFollows,
            proposedWindow: fragment.proposedWindow)
        if receiver.count > before {
            progress += 1
            octets += datagram
        }
        switch step {
        case .wait: return .wait
        case .acknowledge(let sequence, let isNegative): return .send([receipt(sequence, isNegative: isNegative)])
        case .complete(let sequence): return .done(assembled(), last: receipt(sequence))
        case .overflow: return .done(.failure(.tooLarge), last: abort(.bufferOverflow))
        }
    }

    private func assembled() -> Result<ComplexAck.Content?, BACnetError> {
        do throws(BACnetFault) {
            return .success(try .decode(request.service, receiver.body))
        } catch {
            return .failure(.malformed(error))
        }
    }

    private func receipt(_ sequence: UInt8, isNegative: Bool = false) -> APDU {
        .segmentAck(
            SegmentAck(
                isNegative: isNegative, isFromServer: false, invokeID: request.invokeID, sequence: sequence,
                actualWindow: receiver.window))
    }

    private func pieces(_ sender: SegmentSender) -> [APDU] {
        sender.window.map { segment in
            var piece = request
            piece.content = .fragment(
                request.service,
                MessageFragment(
                    sequence: segment.sequence, proposedWindow: window, moreFollows: segment.moreFollows,
                    octets: segment.octets))
            return .confirmedRequest(piece)
        }
    }
}
