@testable import BACnet
import FieldLinks
import Synchronization
import Testing

@Suite struct ChangeWatchTests {
    private static let peer = BACnetPeer(Line<TellingDevice>.home)
    private static let input = ObjectIdentifier(rawValue: 3)

    private static func watch(
        _ device: TellingDevice, _ change: (inout WatchPlan) -> Void = { _ in }
    ) -> (ChangeWatch, BACnetReader, Line<TellingDevice>) {
        let line = Line(device)
        let reader = BACnetReader(over: BACnetIPLink(line))
        var plan = WatchPlan()
        change(&plan)
        return (ChangeWatch(reader, plan), reader, line)
    }

    private static func events(_ watch: ChangeWatch, until end: Duration) throws -> [ChangeEvent] {
        var events: [ChangeEvent] = []
        while events.count < 1000, let event = try watch.next(until: end) { events.append(event) }
        return events
    }

    private static let values = [PropertyValue(PropertyReference(.presentValue), [.real(21.5)])]

    @Test(arguments: [false, true]) func `a device tells, and the subscription is renewed at half its time`(
        isConfirmed: Bool
    ) throws {
        let (watch, _, line) = Self.watch(TellingDevice()) { ($0.lifetime, $0.isConfirmed) = (100, isConfirmed) }
        let subscription = watch.add(Self.input, at: Self.peer)
        let events = try Self.events(watch, until: .seconds(220))
        #expect(events == Array(repeating: .told(subscription, Self.values), count: 5))
        #expect(line.subscriptionTimes == [0, 50, 100, 150, 200])
        #expect(line.requests.allSatisfy { $0.lifetime == 100 && $0.isConfirmed == isConfirmed && $0.process == 1 })
        let receipts = line.messages.count { if case .simpleAck = $0 { true } else { false } }
        #expect(receipts == (isConfirmed ? 5 : 0))
        #expect(watch.subscriptions == [subscription])
    }

    @Test func `the end of a watch ends its subscriptions`() throws {
        let (watch, _, line) = Self.watch(TellingDevice())
        watch.add(Self.input, at: Self.peer)
        watch.add(ObjectIdentifier(rawValue: 4), at: Self.peer)
        _ = try Self.events(watch, until: .seconds(5))
        try watch.end()
        #expect(line.requests.suffix(2).map(\.isConfirmed) == [nil, nil])
        #expect(line.requests.map(\.process) == [1, 2, 1, 2])
        #expect(watch.subscriptions.isEmpty)
    }

    @Test(
        arguments: [
            (TellingDevice.Refusal.error(.resources, .noSpaceToAddListElement), PollingReason.noSpace),
            (.error(.services, .notCovProperty), .refused(.error(.services, .notCovProperty))),
            (.silence, .silent),
        ])
    func `a device that does not tell is polled, and asked again later`(
        refusal: TellingDevice.Refusal, reason: PollingReason
    ) throws {
        let (watch, _, line) = Self.watch(TellingDevice(refusal: refusal)) {
            ($0.lifetime, $0.polling) = (100, .seconds(30))
        }
        let subscription = watch.add(Self.input, at: Self.peer)
        let events = try Self.events(watch, until: .seconds(90))
        #expect(events.first == .polling(subscription, reason))
        let target = PropertyTarget(Self.input, PropertyReference(.presentValue))
        let polled = ChangeEvent.polled(PropertyReading(target, .success([.real(21.5)])), subscription)
        #expect(events.count == (refusal == .silence ? 4 : 4) && events.dropFirst().allSatisfy { $0 == polled })
        line.change { $0.refusal = nil }
        let later = try Self.events(watch, until: .seconds(130))
        #expect(later.contains(.subscribed(subscription)) && later.last == .told(subscription, Self.values))
    }

    /// A device that restarts forgets its subscriptions, and does not answer for a while.
    @Test func `a subscription that is lost is told, and made again`() throws {
        let (watch, _, line) = Self.watch(TellingDevice()) { ($0.lifetime, $0.polling) = (100, .seconds(200)) }
        let subscription = watch.add(Self.input, at: Self.peer)
        _ = try Self.events(watch, until: .seconds(40))
        line.change { $0.isDead = true }
        let lost = try Self.events(watch, until: .seconds(80))
        #expect(lost.first == .polling(subscription, .refused(.timedOut)))
        #expect(watch.subscriptions.isEmpty)
        line.change { $0.isDead = false }
        #expect(try Self.events(watch, until: .seconds(200)).last == .told(subscription, Self.values))
        #expect(watch.subscriptions == [subscription])
    }

    @Test func `news of a subscription that nobody made are neither taken nor acknowledged`() throws {
        let (watch, reader, line) = Self.watch(TellingDevice(process: 77)) { $0.isConfirmed = true }
        watch.add(Self.input, at: Self.peer)
        let events = try Self.events(watch, until: .seconds(9))
        #expect(events.isEmpty)
        #expect(!line.messages.contains { if case .simpleAck = $0 { true } else { false } })
        #expect(reader.remarks.map(\.kind) == [.stray])
    }

    @Test func `news of another's subscription without an end do not last for ever`() throws {
        let (watch, reader, line) = Self.watch(TellingDevice())
        try reader.subscribe(COVSubscription(Self.input, at: Self.peer, process: 9), lifetime: 60, isConfirmed: false)
        line.change { $0.floods = 9 }
        #expect(try watch.next(until: .zero) == nil)
    }

    @Test func `a watch does nothing but read and subscribe for a time`() throws {
        let (watch, _, line) = Self.watch(TellingDevice()) { $0.lifetime = 0 }
        watch.add(Self.input, at: Self.peer)
        _ = try Self.events(watch, until: .seconds(3))
        #expect(!line.requests.isEmpty && line.requests.allSatisfy { ($0.lifetime ?? 0) > 0 })
    }
}

extension Line<TellingDevice> {
    fileprivate var requests: [SubscribeCOVRequest] { subscriptions.map(\.request) }
    fileprivate var subscriptionTimes: [Int64] { subscriptions.map { $0.time.components.seconds } }

    private var subscriptions: [(time: Duration, request: SubscribeCOVRequest)] {
        sent.compactMap { time, octets in
            guard case .confirmedRequest(let request)? = try? BACnetMessage.decode(datagram: octets).apdu,
                case .subscribeCOV(let subscription) = request.content
            else { return nil }
            return (time, subscription)
        }
    }
}

/// A device that tells the value of its objects to whoever subscribes, or refuses to.
struct TellingDevice: LineDevice {
    enum Refusal: Hashable, Sendable {
        case error(ErrorClass, ErrorCode)
        /// The subscription is taken, and nothing is told.
        case silence
    }

    var refusal: Refusal?
    /// The process that the news name instead of the right one.
    var process: UInt32?
    var isDead = false
    /// The process that it tells the same again and again; `nil` for none.
    var floods: UInt32?

    mutating func unasked() -> Datagram? {
        let object = ObjectIdentifier(rawValue: 3)
        return floods.map { Self.datagram(.unconfirmedRequest(.covNotification(Self.news(object, $0)))) }
    }

    private static func news(_ object: ObjectIdentifier, _ process: UInt32, _ lifetime: UInt32 = 0) -> COVNotification {
        COVNotification(
            process: process, device: ObjectIdentifier(rawValue: 8 << 22 | 5), object: object, timeRemaining: lifetime,
            values: [PropertyValue(PropertyReference(.presentValue), [.real(21.5)])])
    }

    mutating func answer(_ octets: [UInt8]) -> [(Datagram, Duration)] {
        guard !isDead, case .confirmedRequest(let request)? = try? BACnetMessage.decode(datagram: octets).apdu else {
            return []
        }
        let id = request.invokeID
        switch request.content {
        case .readProperty(let read):
            let ack = ReadPropertyAck(read.object, read.reference, [.real(21.5)])
            return [(Self.datagram(.complexAck(ComplexAck(.readProperty(ack), invokeID: id))), .zero)]
        case .subscribeCOV(let subscription): return answer(subscription, id)
        default: return []
        }
    }

    private func answer(_ request: SubscribeCOVRequest, _ id: UInt8) -> [(Datagram, Duration)] {
        if case .error(let kind, let code) = refusal {
            let error = ErrorAnswer(.subscribeCov, ServiceError(kind, code), invokeID: id)
            return [(Self.datagram(.error(error)), .zero)]
        }
        let done = (Self.datagram(.simpleAck(SimpleAck(.subscribeCov, invokeID: id))), Duration.zero)
        guard refusal == nil, let isConfirmed = request.isConfirmed else { return [done] }
        let news = Self.news(request.object, process ?? request.process, request.lifetime ?? 0)
        let limits = ReceptionLimits(acceptsSegments: false, maxAPDU: 480)
        let told: APDU =
            isConfirmed
            ? .confirmedRequest(ConfirmedRequest(.covNotification(news), invokeID: 9, limits: limits))
            : .unconfirmedRequest(.covNotification(news))
        // The first news come before the answer.
        return [(Self.datagram(told), .zero), done]
    }
}
