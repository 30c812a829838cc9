import BACnet

/// The messages in segments that a simulated device is sending and taking.
struct DeviceSegments: Sendable {
    /// An answer on its way.
    struct Transfer: Sendable {
        let peer: BACnetPeer
        let invokeID: UInt8
        let service: ConfirmedService
        var sender: SegmentSender
        var lost: Set<UInt8>
        var deadline: Duration
        var attempts = 1
    }

    /// A request that is coming.
    struct Reception: Sendable {
        let peer: BACnetPeer
        let request: ConfirmedRequest
        var receiver: SegmentReceiver
        var deadline: Duration
    }

    /// How long a segment may take to be acknowledged, or the next one to come (clause 12.11.28).
    static let timeout = Duration.seconds(2)
    /// How many exchanges a device keeps at once, so that nobody fills its memory.
    static let limit = 32
    var transfers: [Transfer] = []
    var receptions: [Reception] = []

    var nextMoment: Duration? {
        (transfers.map(\.deadline) + receptions.map(\.deadline)).min()
    }

    mutating func end(_ peer: BACnetPeer, _ invokeID: UInt8) {
        transfers.removeAll { $0.peer == peer && $0.invokeID == invokeID }
        receptions.removeAll { $0.peer == peer && $0.request.invokeID == invokeID }
    }
}

/// The side of a server in exchanges with segments (ANSI/ASHRAE 135-2020, clauses 5.2 to 5.4.5).
extension SimulatedBACnetDevice {
    private var sendsSegments: Bool { segmentation == .segmentedBoth || segmentation == .segmentedTransmit }
    private var takesSegments: Bool { segmentation == .segmentedBoth || segmentation == .segmentedReceive }

    /// Sends an answer, in segments where it is too long for one message.
    mutating func send(
        _ ack: ComplexAck, for limits: ReceptionLimits, to peer: BACnetPeer
    ) throws(DeviceRefusal) -> [APDU] {
        let octets: [UInt8]
        do { octets = try APDU.complexAck(ack).encode() } catch { throw .abort(.other) }
        let size = min(maxAPDU, limits.maxAPDU ?? maxAPDU)
        guard octets.count > size else { return [.complexAck(ack)] }
        guard sendsSegments, limits.acceptsSegments else { throw .abort(.segmentationNotSupported) }
        guard segments.transfers.count < DeviceSegments.limit else { throw .abort(.outOfResources) }
        // A segment has five octets before its part of the message, a whole answer three.
        let part = size - 5 + max(0, min(faults.oversizeSegments, 1024))
        guard let sender = SegmentSender(Array(octets.dropFirst(3)), size: part, limit: limits.maxSegments ?? 255)
        else { throw .abort(.bufferOverflow) }
        segments.end(peer, ack.invokeID)
        segments.transfers.append(
            .init(
                peer: peer, invokeID: ack.invokeID, service: ack.service, sender: sender, lost: faults.lostSegments,
                deadline: now + DeviceSegments.timeout))
        return flush(segments.transfers.count - 1)
    }

    /// The segments of a transfer that may be on their way, but those that are lost.
    private mutating func flush(_ place: Int) -> [APDU] {
        let transfer = segments.transfers[place]
        let window = transfer.sender.window
        segments.transfers[place].lost.subtract(window.map(\.sequence))
        return window.filter { !transfer.lost.contains($0.sequence) }.map { segment in
            let fragment = MessageFragment(
                sequence: segment.sequence, proposedWindow: min(max(self.window, 1), 127),
                moreFollows: segment.moreFollows, octets: segment.octets)
            return .complexAck(ComplexAck(.fragment(transfer.service, fragment), invokeID: transfer.invokeID))
        }
    }

    /// Takes what a client tells about segments that were sent to it.
    mutating func take(_ ack: SegmentAck, from peer: BACnetPeer) -> [SimulatedAnswer] {
        guard
            let place = segments.transfers.firstIndex(where: { $0.peer == peer && $0.invokeID == ack.invokeID })
        else { return [] }
        let step = segments.transfers[place].sender.acknowledge(
            ack.sequence, negative: ack.isNegative, window: min(ack.actualWindow, max(window, 1)))
        segments.transfers[place].deadline = now + DeviceSegments.timeout
        segments.transfers[place].attempts = 1
        switch step {
        case .wait: return []
        case .done:
            segments.transfers.remove(at: place)
            return []
        case .send: return flush(place).map { SimulatedAnswer(apdu: $0, peer: peer) }
        }
    }

    /// Takes a part of a request.
    mutating func take(
        _ fragment: MessageFragment, of service: ConfirmedService, _ request: ConfirmedRequest, from peer: BACnetPeer
    ) -> [SimulatedAnswer] {
        let known = segments.receptions.firstIndex { $0.peer == peer && $0.request.invokeID == request.invokeID }
        guard takesSegments, known != nil || segments.receptions.count < DeviceSegments.limit else {
            let reason = takesSegments ? AbortReason.outOfResources : .segmentationNotSupported
            return [abort(reason, request, peer)]
        }
        // What is not the beginning of a message, and continues none, has ended before.
        guard known != nil || fragment.sequence == 0 else { return [abort(.invalidApduInThisState, request, peer)] }
        let place = known ?? segments.receptions.count
        if known == nil {
            let receiver = SegmentReceiver(window: window, segments: maxSegments, octets: maxSegments * maxAPDU)
            segments.receptions.append(
                .init(peer: peer, request: request, receiver: receiver, deadline: now + DeviceSegments.timeout * 4))
        }
        let step = segments.receptions[place].receiver.take(
            fragment.octets, sequence: fragment.sequence, moreFollows: fragment.moreFollows,
            proposedWindow: fragment.proposedWindow)
        segments.receptions[place].deadline = now + DeviceSegments.timeout * 4
        return follow(step, place, service)
    }

    private mutating func follow(
        _ step: SegmentReceiver.Step, _ place: Int, _ service: ConfirmedService
    ) -> [SimulatedAnswer] {
        let reception = segments.receptions[place]
        func receipt(_ sequence: UInt8, _ isNegative: Bool) -> SimulatedAnswer {
            let ack = SegmentAck(
                isNegative: isNegative, isFromServer: true, invokeID: reception.request.invokeID, sequence: sequence,
                actualWindow: reception.receiver.window)
            return SimulatedAnswer(apdu: .segmentAck(ack), peer: reception.peer)
        }
        switch step {
        case .wait: return []
        case .acknowledge(let sequence, let isNegative): return [receipt(sequence, isNegative)]
        case .overflow:
            segments.receptions.remove(at: place)
            return [abort(.bufferOverflow, reception.request, reception.peer)]
        case .complete(let sequence):
            segments.receptions.remove(at: place)
            return [receipt(sequence, false)] + whole(reception, service)
        }
    }

    /// Answers a request all of whose parts have come.
    private mutating func whole(
        _ reception: DeviceSegments.Reception, _ service: ConfirmedService
    ) -> [SimulatedAnswer] {
        var request = reception.request
        do throws(BACnetFault) {
            request.content = try ConfirmedRequest.Content.decode(service, reception.receiver.body)
        } catch {
            let reject = RejectAnswer(RejectReason(of: error), invokeID: request.invokeID)
            return [SimulatedAnswer(apdu: .reject(reject), peer: reception.peer)]
        }
        return answer(request, from: reception.peer).map { SimulatedAnswer(apdu: $0, peer: reception.peer) }
    }

    private func abort(_ reason: AbortReason, _ request: ConfirmedRequest, _ peer: BACnetPeer) -> SimulatedAnswer {
        let abort = AbortAnswer(reason, isFromServer: true, invokeID: request.invokeID)
        return SimulatedAnswer(apdu: .abort(abort), peer: peer)
    }

    /// Repeats the segments whose acknowledgement did not come, and gives up after the third time.
    mutating func overdueSegments() -> [SimulatedAnswer] {
        segments.receptions.removeAll { $0.deadline <= now }
        segments.transfers.removeAll { $0.deadline <= now && $0.attempts > 3 }
        var answers: [SimulatedAnswer] = []
        for place in segments.transfers.indices where segments.transfers[place].deadline <= now {
            segments.transfers[place].attempts += 1
            segments.transfers[place].deadline = now + DeviceSegments.timeout
            let peer = segments.transfers[place].peer
            answers += flush(place).map { SimulatedAnswer(apdu: $0, peer: peer) }
        }
        return answers
    }
}

extension RejectReason {
    /// The reason with which a device rejects what it cannot read (clause 18.9).
    init(of fault: BACnetFault) {
        self =
            switch fault.code {
            case .truncated, .missingParameter: .missingRequiredParameter
            case .wrongTag: .invalidTag
            case .trailing: .tooManyArguments
            case .tooLong, .tooDeep: .bufferOverflow
            case .wrongValue: .parameterOutOfRange
            case .unsupportedService: .unrecognizedService
            default: .invalidParameterDatatype
            }
    }
}
