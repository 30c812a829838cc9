import BACnet
import PhaseLoom

/// A request in a capture that has no answer yet.
struct BACnetQuestion: Sendable {
    /// The octets of a message that are put together of segments at most; those of any device.
    static let octetLimit = 96 << 10

    let client: CapturedStation
    let server: CapturedStation
    let invokeID: UInt8
    let service: ConfirmedService
    /// What is asked; `nil` while segments of it are missing.
    private(set) var content: ConfirmedRequest.Content?
    private(set) var packet: Int
    private(set) var time: Timestamp
    /// The place in the order of all requests.
    let number: Int
    private var asking: SegmentReceiver?
    private var answering: SegmentReceiver?
    private var octets: [UInt8] = []

    /// How many octets of segments it holds, and of the messages that brought them.
    var held: Int { octets.count + (asking?.body.count ?? 0) + (answering?.body.count ?? 0) }

    /// Begins with the first message of a request.
    init(
        _ request: ConfirmedRequest, from client: CapturedStation, to server: CapturedStation, _ moment: Moment,
        number: Int
    ) {
        self.client = client
        self.server = server
        invokeID = request.invokeID
        service = request.service
        (packet, time) = (moment.packet, moment.time)
        self.number = number
        if case .fragment(_, let fragment) = request.content {
            asking = Self.receiver
            ask(fragment, moment)
        } else {
            content = request.content
        }
    }

    /// Where something stands in a capture.
    struct Moment {
        let packet: Int
        let time: Timestamp
    }

    private static var receiver: SegmentReceiver { SegmentReceiver(window: 127, segments: 255, octets: octetLimit) }

    /// Takes a segment of the request.
    mutating func ask(_ fragment: MessageFragment, _ moment: Moment) {
        guard content == nil, asking?.complete(fragment) == true, let body = asking?.body else { return }
        content = try? ConfirmedRequest.Content.decode(service, body)
        (packet, time) = (moment.packet, moment.time)
        asking = nil
    }

    /// Takes a message that answers the request.
    ///
    /// - Returns: what became of the request; `nil` while segments of the answer are missing.
    mutating func answer(_ apdu: APDU, _ message: [UInt8]) -> Result<ComplexAck.Content?, BACnetError>? {
        switch apdu {
        case .complexAck(let ack):
            guard case .fragment(_, let fragment) = ack.content else {
                octets = message
                return .success(ack.content)
            }
            return take(fragment, message)
        case .simpleAck: octets = message
        case .error(let answer):
            octets = message
            return .failure(.error(answer.error.errorClass, answer.error.errorCode))
        case .reject(let answer):
            octets = message
            return .failure(.rejected(answer.reason))
        case .abort(let answer):
            octets = message
            return .failure(.aborted(answer.reason))
        default: return nil
        }
        return .success(nil)
    }

    private mutating func take(
        _ fragment: MessageFragment, _ message: [UInt8]
    ) -> Result<ComplexAck.Content?, BACnetError>? {
        if answering == nil { answering = Self.receiver }
        let before = answering?.count
        let isComplete = answering?.complete(fragment)
        // Segments that are sent again, and those after a gap, are no part of the answer.
        if answering?.count != before { octets += message }
        guard let isComplete else { return .failure(.tooLarge) }
        guard isComplete, let body = answering?.body else { return nil }
        do throws(BACnetFault) {
            return .success(try ComplexAck.Content.decode(service, body))
        } catch {
            return .failure(.malformed(error))
        }
    }

    /// The exchange with its outcome; `nil` when not even the request is complete.
    func exchange(
        _ outcome: Result<ComplexAck.Content?, BACnetError>, from server: CapturedStation? = nil,
        at moment: Moment? = nil
    ) -> BACnetExchangeSeen? {
        content.map { content in
            BACnetExchangeSeen(
                server: server ?? self.server, request: content, outcome: outcome, isSegmented: answering != nil,
                requestPacket: packet, responsePacket: moment?.packet, time: moment?.time ?? time, octets: octets)
        }
    }

    /// The exchange as it stands when no more is expected.
    var unanswered: BACnetExchangeSeen? {
        exchange(
            .failure(
                answering == nil ? .timedOut : .unexpected("the capture does not have all segments of the answer")))
    }
}

extension SegmentReceiver {
    /// Takes a segment.
    ///
    /// - Returns: whether the message is complete; `nil` when it is larger than is taken.
    fileprivate mutating func complete(_ fragment: MessageFragment) -> Bool? {
        let step = take(
            fragment.octets, sequence: fragment.sequence, moreFollows: fragment.moreFollows,
            proposedWindow: fragment.proposedWindow)
        switch step {
        case .complete: return true
        case .overflow: return nil
        case .wait, .acknowledge: return false
        }
    }
}
