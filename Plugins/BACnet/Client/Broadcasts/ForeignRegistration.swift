public import FieldLinks
import Synchronization

/// A link that is registered as a foreign device, so that broadcasts of another network reach it, and its own go there.
///
/// Registering changes a table of the site. No client does it by itself: a link becomes foreign only where this type is
/// named, and whoever makes it ends it. Below a ``ReadingLink`` it lets a client that reads sweep a remote network:
///
/// ```swift
/// let link = BACnetIPLink(socket, local: socket.local)
/// let foreign = try ForeignRegistration(link, at: bbmd, as: socket.local, lifetime: 120)
/// let sweep = try BACnetReader(over: foreign).sweep(broadcast: bbmd)
/// try foreign.end()
/// ```
///
/// The registration is renewed at half its lifetime while somebody waits for messages.
///
/// Source: ANSI/ASHRAE 135-2020, annex J.5.
public final class ForeignRegistration: MessageLink {
    private struct State {
        var renewal: Duration
        var refusal: UInt16?
    }

    /// The seconds that a registration holds.
    public let lifetime: UInt16
    private let link: any MessageLink
    private let manager: Endpoint
    private let local: Endpoint
    private let state: Mutex<State>

    /// Registers, and waits for the confirmation.
    ///
    /// - Parameters:
    ///   - link: the link that carries everything.
    ///   - manager: the BACnet broadcast management device (BBMD) that is to pass broadcasts on.
    ///   - local: the address of this link as the manager sees it.
    ///   - lifetime: the seconds that the registration holds, at least 30.
    /// - Throws: ``BACnetError/timedOut``, or ``BACnetError/unexpected(_:)`` when the manager refuses.
    public init(
        _ link: any MessageLink, at manager: Endpoint, as local: Endpoint, lifetime: UInt16 = 120
    ) throws(BACnetError) {
        self.link = link
        self.manager = manager
        self.local = local
        self.lifetime = max(30, lifetime)
        state = Mutex(State(renewal: link.now + .seconds(max(30, lifetime)) / 2))
        try Self.perform(.registerForeignDevice(self.lifetime), over: link, at: manager)
    }

    /// The time of the link.
    public var now: Duration { link.now }

    /// The result with which the manager refused the last renewal; `nil` as long as it did not.
    public var refusal: UInt16? { state.withLock { $0.refusal } }

    /// Waits until a moment.
    public func wait(until moment: Duration) throws(LinkError) { try link.wait(until: moment) }

    /// Sends a message; what is meant for all goes to the manager, who passes it on.
    public func send(_ message: BACnetMessage, to destination: Endpoint) throws(BACnetError) {
        guard message.bvll == .originalBroadcastNPDU else { return try link.send(message, to: destination) }
        var message = message
        message.bvll = .distributeBroadcastToNetwork
        try link.send(message, to: manager)
    }

    /// Waits for the next message, and renews the registration meanwhile.
    public func receive(until deadline: Duration) throws(BACnetError) -> ReceivedMessage? {
        // A manager that sends results without a pause would otherwise be listened to for ever.
        var results = 0
        while results < BACnetExchange.hearingLimit {
            let renewal = try renew()
            let received = try link.receive(until: min(deadline, renewal))
            guard let received else {
                if now >= deadline { return nil }
                continue
            }
            guard received.source == manager, case .success(let message) = received.content,
                case .result(let code) = message.bvll
            else { return received }
            results += 1
            state.withLock { state in
                state.refusal = code == 0 ? nil : code
                if code == 0 { state.renewal = now + half }
            }
        }
        return nil
    }

    /// Takes the registration back.
    ///
    /// - Throws: ``BACnetError`` when the manager does not confirm it; the registration then ends with its lifetime.
    public func end() throws(BACnetError) {
        try Self.perform(.deleteForeignDeviceTableEntry(local), over: link, at: manager)
    }

    private var half: Duration { .seconds(lifetime) / 2 }

    /// Registers again when it is time.
    ///
    /// - Returns: when it is time again, unless the manager confirms before.
    private func renew() throws(BACnetError) -> Duration {
        let now = now
        let (isDue, renewal) = state.withLock { state in
            guard now >= state.renewal else { return (false, state.renewal) }
            state.renewal = now + .seconds(5)
            return (true, state.renewal)
        }
        if isDue { try link.send(BACnetMessage(bvll: .registerForeignDevice(lifetime)), to: manager) }
        return renewal
    }

    /// Sends a request to the manager, three times at most, until it confirms.
    private static func perform(
        _ request: BVLL, over link: any MessageLink, at manager: Endpoint
    ) throws(BACnetError) {
        for _ in 0..<3 {
            try link.send(BACnetMessage(bvll: request), to: manager)
            let end = link.now + .seconds(2)
            for _ in 0..<BACnetExchange.hearingLimit {
                guard let received = try link.receive(until: end) else { break }
                guard received.source == manager, case .success(let message) = received.content,
                    case .result(let code) = message.bvll
                else { continue }
                guard code == 0 else {
                    throw .unexpected("the manager of broadcasts refuses with the result '\(code)'")
                }
                return
            }
        }
        throw .timedOut
    }
}
