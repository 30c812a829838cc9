/// A client that can only read: it has no call that writes, and its link refuses to carry one.
///
/// Lists and values that a device does not give at once are asked for in smaller pieces until they are complete; what
/// cannot be read at all is named with the reason.
public final class BACnetReader {
    let exchange: BACnetExchange

    /// Opens a client on a link.
    public init(over link: any MessageLink, _ settings: ExchangeSettings = ExchangeSettings()) {
        exchange = BACnetExchange(over: ReadingLink(link), settings)
    }

    /// What was odd, in the order in which it was first seen.
    public var remarks: [ExchangeRemark] { exchange.remarks }
    /// How many messages were sent, with repetitions.
    public var requestCount: Int { exchange.requestCount }
    /// The datagrams of the last answer one after the other, as evidence; empty when none came.
    public var lastAnswer: [UInt8] { exchange.lastAnswer }
    /// The time of the link.
    public var now: Duration { exchange.now }

    /// What a device was seen to do, and what it says of itself.
    public func observed(_ peer: BACnetPeer) -> ObservedCapability { exchange.observed(peer) }

    func observe(_ peer: BACnetPeer, _ change: (inout ObservedCapability) -> Void) {
        exchange.observe(peer, change)
    }

    /// Performs a request.
    ///
    /// - Parameters:
    ///   - request: what is read.
    ///   - peer: the device.
    ///   - attempts: how often to ask at most; `nil` for as often as the settings say.
    /// - Returns: the answer.
    /// - Throws: ``BACnetError``.
    public func perform(
        _ request: ReadingRequest, at peer: BACnetPeer, attempts: Int? = nil
    ) throws(BACnetError) -> ComplexAck.Content {
        guard let answer = try exchange.perform(request.content, at: peer, attempts: attempts) else {
            throw .unexpected("the device says that it read, and not what")
        }
        return answer
    }

    /// Reads one property.
    ///
    /// - Returns: one value, or the elements of a list.
    /// - Throws: ``BACnetError``.
    public func read(
        _ target: PropertyTarget, at peer: BACnetPeer, attempts: Int? = nil
    ) throws(BACnetError) -> [BACnetValue] {
        let request = ReadPropertyRequest(target.object, target.reference)
        let answer = try perform(.property(request), at: peer, attempts: attempts)
        guard case .readProperty(let ack) = answer, ack.reference == target.reference,
            ack.object == target.object || target.object == .anyDevice && ack.object.type == .device
        else { throw .unexpected("the device does not answer with '\(target)'") }
        return ack.values
    }

    /// Asks who is there.
    ///
    /// - Parameters:
    ///   - range: the instances that are asked; `nil` for all.
    ///   - destination: one device, or the address of a broadcast.
    ///   - asBroadcast: whether it goes to all who hear the address.
    /// - Throws: ``BACnetError``.
    public func ask(
        _ range: ClosedRange<UInt32>?, at destination: BACnetPeer, asBroadcast: Bool
    ) throws(BACnetError) {
        try exchange.send(.whoIs(WhoIs(range)), to: destination, asBroadcast: asBroadcast)
    }

    /// Waits for the next device that tells who it is.
    ///
    /// - Returns: what it tells and where it is; `nil` when none told until the deadline.
    /// - Throws: ``BACnetError/link(_:)``.
    public func nextAnnouncement(until deadline: Duration) throws(BACnetError) -> (peer: BACnetPeer, device: IAm)? {
        try exchange.nextUnasked(until: deadline) { peer, message in
            if case .iAm(let device) = message { (peer, device) } else { nil }
        }
    }
}

extension ObjectIdentifier {
    /// The device object of whichever device is asked.
    ///
    /// Source: ANSI/ASHRAE 135-2020, clause 15.5, for the instance 4194303.
    public static let anyDevice = ObjectIdentifier(rawValue: 8 << 22 | highestInstance)
}

@available(*, unavailable)
extension BACnetReader: Sendable {}
