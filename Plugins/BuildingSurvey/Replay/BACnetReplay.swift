public import BACnet
public import FieldLinks
import PhaseLoom

/// Pairs the requests of BACnet in a capture with their answers, and puts segments together.
///
/// Requests and answers belong together by both addresses, the networks behind them, the invoke id and the service.
/// Any datagram of UDP that begins like BACnet/IP is looked at, whatever its ports, and frames of MS/TP and Ethernet.
///
/// ```swift
/// var capture = CaptureDecoder()
/// var replay = BACnetReplay()
/// for event in capture.events(in: octets) + capture.finish() {
///     for case .exchange(let exchange) in replay.news(in: event) { print(exchange.server, exchange.outcome) }
/// }
/// for exchange in replay.finish() { print(exchange.server, "does not answer") }
/// ```
///
/// It holds at most 4096 requests without an answer, and 16 MiB of segments; the oldest is given up for another.
///
/// Source: ANSI/ASHRAE 135-2020, clauses 5.4 and 6.2, annex J.2.
public struct BACnetReplay: Sendable {
    /// How many requests may wait for their answers.
    static let mostPending = 4096

    /// The answers that no request asked for.
    public private(set) var unasked = 0
    /// The messages that begin like BACnet and cannot be read.
    public private(set) var malformed = 0
    /// The first message that cannot be read: its packet, and what is wrong.
    public private(set) var firstFault: (packet: Int, fault: BACnetFault)?
    /// The requests that would change something in a device; they are not carried out here.
    public private(set) var writes = 0
    /// The answers that came from another address than was asked.
    public private(set) var fromElsewhere = 0
    private var pending = PendingQuestions()

    /// Makes a replay that has seen nothing.
    public init() {}

    /// The requests that nobody answered yet.
    public var unanswered: Int { pending.count }

    /// Takes what a capture shows.
    ///
    /// - Returns: the exchanges that are complete or given up with it, and what was announced.
    /// - Complexity: O(*n*) in the octets, and in the requests of one client with one invoke id.
    public mutating func news(in event: CaptureEvent) -> [BACnetNews] {
        switch event {
        case .datagram(let datagram):
            guard BVLLBeginning.isThere(in: datagram.octets) else { return [] }
            let ends = Ends(.endpoint(datagram.source), .endpoint(datagram.destination), datagram.octets)
            return read(ends, .init(packet: datagram.packet, time: datagram.time)) { () throws(BACnetFault) in
                try .decode(datagram: datagram.octets)
            }
        case .frame(let frame):
            let ends = Ends(
                .frame(frame.medium, frame.source), .frame(frame.medium, frame.destination), frame.octets)
            return read(ends, .init(packet: frame.packet, time: frame.time)) { () throws(BACnetFault) in
                try .decode(npdu: frame.octets)
            }
        case .stream: return []
        }
    }

    /// Gives up the requests that wait for an answer, as the capture has ended.
    ///
    /// - Returns: them, in their order.
    public mutating func finish() -> [BACnetExchangeSeen] { pending.giveUpAll().compactMap(\.unanswered) }

    /// A message and the places that it goes between.
    private struct Ends {
        let source: CapturedStation.Place
        let destination: CapturedStation.Place
        let octets: [UInt8]

        init(_ source: CapturedStation.Place, _ destination: CapturedStation.Place, _ octets: [UInt8]) {
            self.source = source
            self.destination = destination
            self.octets = octets
        }
    }

    private mutating func read(
        _ ends: Ends, _ moment: BACnetQuestion.Moment, _ decode: () throws(BACnetFault) -> BACnetMessage
    ) -> [BACnetNews] {
        do throws(BACnetFault) {
            let message = try decode()
            guard let apdu = message.apdu else { return [] }
            var place = ends.source
            if case .forwardedNPDU(let origin) = message.bvll { place = .endpoint(origin) }
            let source = CapturedStation(place, route: message.npdu?.source)
            let destination = CapturedStation(ends.destination, route: message.npdu?.destination)
            return take(apdu, from: source, to: destination, ends.octets, moment)
        } catch {
            malformed += 1
            if firstFault == nil { firstFault = (moment.packet, error) }
            return []
        }
    }

    private mutating func take(
        _ apdu: APDU, from source: CapturedStation, to destination: CapturedStation, _ octets: [UInt8],
        _ moment: BACnetQuestion.Moment
    ) -> [BACnetNews] {
        switch apdu {
        case .unconfirmedRequest(let request):
            if request.service == .writeGroup { writes += 1 }
            return [.announcement(request, from: source, time: moment.time)]
        case .confirmedRequest(let request): return ask(request, from: source, to: destination, moment)
        case .segmentAck: return []
        case .abort(let abort) where !abort.isFromServer: return []
        default: return answer(apdu, from: source, to: destination, octets, moment)
        }
    }

    private mutating func ask(
        _ request: ConfirmedRequest, from client: CapturedStation, to server: CapturedStation,
        _ moment: BACnetQuestion.Moment
    ) -> [BACnetNews] {
        if case .covNotification(let notification) = request.content {
            return [.announcement(.covNotification(notification), from: client, time: moment.time)]
        }
        let (isNew, given) = pending.ask(request, from: client, to: server, moment)
        if isNew, Self.writing.contains(request.service) { writes += 1 }
        return given.compactMap(\.unanswered).map(BACnetNews.exchange)
    }

    private mutating func answer(
        _ apdu: APDU, from server: CapturedStation, to client: CapturedStation, _ octets: [UInt8],
        _ moment: BACnetQuestion.Moment
    ) -> [BACnetNews] {
        switch pending.answer(apdu, from: server, to: client, octets) {
        case .stray: unasked += 1
        case .incomplete(let given): return given.compactMap(\.unanswered).map(BACnetNews.exchange)
        case .complete(let question, let outcome):
            if question.server != server { fromElsewhere += 1 }
            return question.exchange(outcome, from: server, at: moment).map { [.exchange($0)] } ?? []
        }
        return []
    }

    /// The services that change something in a device.
    private static let writing: Set<ConfirmedService> = [
        .writeProperty, .writePropertyMultiple, .addListElement, .removeListElement, .createObject, .deleteObject,
        .atomicWriteFile, .deviceCommunicationControl, .reinitializeDevice, .lifeSafetyOperation, .acknowledgeAlarm,
    ]
}

/// Whether a datagram begins like BACnet/IP: its type, a function that there is, and its own length.
///
/// Source: ANSI/ASHRAE 135-2020, annex J.2.
private enum BVLLBeginning {
    static func isThere(in octets: [UInt8]) -> Bool {
        octets.count >= 4 && octets[0] == 0x81 && octets[1] <= 0x0C
            && Int(octets[2]) << 8 | Int(octets[3]) == octets.count
    }
}
