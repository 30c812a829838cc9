import BACnet
import FieldLinks
import Synchronization

/// A line in memory to one device, which loses, doubles and swaps datagrams as it is told; its time goes on when
/// somebody waits.
final class Line<Device: LineDevice>: DatagramLink {
    struct State {
        var device: Device
        var random: Seeded
        var now = Duration.zero
        var arriving: [(time: Duration, datagram: Datagram)] = []
        var sent: [(time: Duration, octets: [UInt8])] = []
        var destinations: [Endpoint] = []
    }

    static var home: Endpoint { Endpoint(address: 0x7F00_0002, port: 47900) }
    private let state: Mutex<State>
    /// One of how many datagrams is lost, another doubled, another late; 0 for none.
    private let trouble: Int

    init(_ device: Device, trouble: Int = 0, seed: Int = 0) {
        state = Mutex(State(device: device, random: Seeded(seed: UInt64(seed))))
        self.trouble = trouble
    }

    var device: Device { state.withLock { $0.device } }
    func change(_ change: (inout Device) -> Void) { state.withLock { change(&$0.device) } }
    var now: Duration { state.withLock { $0.now } }
    var sent: [(time: Duration, octets: [UInt8])] { state.withLock { $0.sent } }
    var destinations: [Endpoint] { state.withLock { $0.destinations } }
    /// The messages that were sent.
    var messages: [APDU] { sent.compactMap { try? BACnetMessage.decode(datagram: $0.octets).apdu } }

    func wait(until moment: Duration) { state.withLock { $0.now = max($0.now, moment) } }

    func send(_ octets: [UInt8], to destination: Endpoint) {
        state.withLock { state in
            state.sent.append((state.now, octets))
            state.destinations.append(destination)
            for _ in 0..<copies(&state.random) {
                for (datagram, delay) in state.device.answer(octets) {
                    for _ in 0..<copies(&state.random) {
                        let late = trouble > 0 && state.random.next() % UInt64(trouble) == 0
                        let time = state.now + delay + .milliseconds(late ? 7 : 1)
                        let place = state.arriving.firstIndex { $0.time > time } ?? state.arriving.endIndex
                        state.arriving.insert((time, datagram), at: place)
                    }
                }
            }
        }
    }

    private func copies(_ random: inout Seeded) -> Int {
        guard trouble > 0 else { return 1 }
        return switch random.next() % UInt64(trouble) {
        case 0: 0
        case 1: 2
        default: 1
        }
    }

    func receive(until deadline: Duration) -> Datagram? {
        state.withLock { state in
            if state.arriving.isEmpty, let more = state.device.unasked() { return more }
            guard let next = state.arriving.first, next.time <= max(deadline, state.now) else {
                state.now = max(state.now, deadline)
                return nil
            }
            state.now = max(state.now, next.time)
            return state.arriving.removeFirst().datagram
        }
    }
}

/// A device at the end of a line.
protocol LineDevice: Sendable {
    /// What it answers, and after which time.
    mutating func answer(_ octets: [UInt8]) -> [(Datagram, Duration)]
    /// What it sends without an end, at once.
    mutating func unasked() -> Datagram?
}

extension LineDevice {
    mutating func unasked() -> Datagram? { nil }

    /// A message of the device as a datagram.
    static func datagram(_ apdu: APDU, from source: Endpoint? = nil) -> Datagram {
        let message = BACnetMessage(bvll: .originalUnicastNPDU, npdu: NPDU(), apdu: apdu)
        return Datagram((try? message.encode()) ?? [], from: source ?? Line<Self>.home)
    }
}

/// A device that does whatever a test says to each message.
struct ScriptedDevice: LineDevice {
    let script: @Sendable (APDU, Int) -> [Datagram]
    var heard = 0
    var delay = Duration.zero

    init(_ script: @escaping @Sendable (APDU, Int) -> [Datagram]) { self.script = script }

    mutating func answer(_ octets: [UInt8]) -> [(Datagram, Duration)] {
        guard let apdu = try? BACnetMessage.decode(datagram: octets).apdu else { return [] }
        defer { heard += 1 }
        return script(apdu, heard).map { ($0, delay) }
    }
}

/// A device that sends and takes segments as the standard says, and answers every request with the same.
struct SegmentingDevice: LineDevice {
    let answer: ComplexAck.Content
    /// The most octets of the message in a segment.
    var size = 1471
    var window: UInt8 = 8
    /// The octets of each segment that is taken at most, with its header.
    var longestRequest = 0
    var requests: [ConfirmedRequest.Content] = []
    var aborts: [AbortReason] = []
    private var sender: SegmentSender?
    private var receiver: SegmentReceiver?
    private var invokeID: UInt8 = 0

    init(_ answer: ComplexAck.Content) { self.answer = answer }

    mutating func answer(_ octets: [UInt8]) -> [(Datagram, Duration)] {
        guard let apdu = try? BACnetMessage.decode(datagram: octets).apdu else { return [] }
        // The headers of the layers below have 4 and 2 octets.
        if case .confirmedRequest = apdu { longestRequest = max(longestRequest, octets.count - 6) }
        return answer(apdu).map { (Self.datagram($0), .zero) }
    }

    private mutating func answer(_ apdu: APDU) -> [APDU] {
        switch apdu {
        case .confirmedRequest(let request):
            guard case .fragment(let service, let fragment) = request.content else { return begin(request) }
            if fragment.sequence == 0, receiver == nil || invokeID != request.invokeID {
                sender = nil
                receiver = SegmentReceiver(window: window, segments: 64, octets: 1 << 16)
            }
            invokeID = request.invokeID
            return take(fragment, of: service, request)
        case .segmentAck(let ack):
            guard let step = sender?.acknowledge(ack.sequence, negative: ack.isNegative, window: ack.actualWindow),
                step == .send
            else { return [] }
            return segments()
        case .abort(let abort):
            aborts.append(abort.reason)
            return []
        default: return []
        }
    }

    private mutating func take(
        _ fragment: MessageFragment, of service: ConfirmedService, _ request: ConfirmedRequest
    ) -> [APDU] {
        let step = receiver?.take(
            fragment.octets, sequence: fragment.sequence, moreFollows: fragment.moreFollows,
            proposedWindow: fragment.proposedWindow)
        switch step {
        case .acknowledge(let sequence, let isNegative):
            // Who sends a request again has not heard the answer.
            return [receipt(sequence, isNegative: isNegative)] + segments()
        case .complete(let sequence):
            var whole = request
            guard let body = receiver?.body, let content = try? ConfirmedRequest.Content.decode(service, body) else {
                return []
            }
            whole.content = content
            return [receipt(sequence)] + begin(whole)
        default: return segments()
        }
    }

    private func receipt(_ sequence: UInt8, isNegative: Bool = false) -> APDU {
        .segmentAck(
            SegmentAck(
                isNegative: isNegative, isFromServer: true, invokeID: invokeID, sequence: sequence,
                actualWindow: receiver?.window ?? 1))
    }

    private mutating func begin(_ request: ConfirmedRequest) -> [APDU] {
        requests.append(request.content)
        invokeID = request.invokeID
        var body: [UInt8] = []
        try? answer.encode(into: &body)
        if body.count + 3 <= min(size + 5, request.limits.maxAPDU ?? 50) {
            return [.complexAck(ComplexAck(answer, invokeID: invokeID))]
        }
        sender = SegmentSender(body, size: size, limit: request.limits.maxSegments ?? 255)
        guard request.limits.acceptsSegments, sender != nil else {
            return [.abort(AbortAnswer(.segmentationNotSupported, isFromServer: true, invokeID: invokeID))]
        }
        return segments()
    }

    private func segments() -> [APDU] {
        (sender?.window ?? []).map { segment in
            let fragment = MessageFragment(
                sequence: segment.sequence, proposedWindow: window, moreFollows: segment.moreFollows,
                octets: segment.octets)
            return .complexAck(ComplexAck(.fragment(answer.service, fragment), invokeID: invokeID))
        }
    }
}
