public import BACnet
public import FieldLinks
import Synchronization

/// A network in memory with devices on it and behind its routers, whose time goes on when somebody waits.
public final class SimulatedNetwork: MessageLink {
    fileprivate struct State {
        var devices: [(peer: BACnetPeer, device: SimulatedBACnetDevice)] = []
        var now = Duration.zero
        var arriving: [(time: Duration, message: ReceivedMessage)] = []
        var sent: [Sent] = []
    }

    /// A message that a client sent.
    public struct Sent: Hashable, Sendable {
        /// When.
        public let time: Duration
        /// Where to.
        public let destination: Endpoint
        /// The message.
        public let message: BACnetMessage
    }

    private let state = Mutex(State())
    /// The address that all devices hear.
    public let broadcast: Endpoint

    /// Makes a network without devices.
    public init(broadcast: Endpoint = Endpoint(address: 0x7FFF_FFFF, port: 47808)) { self.broadcast = broadcast }

    /// Adds a device.
    public func add(_ device: SimulatedBACnetDevice, at peer: BACnetPeer) {
        state.withLock { $0.devices.append((peer, device)) }
    }

    /// What clients sent, in its order.
    public var sent: [Sent] { state.withLock { $0.sent } }

    /// The time of the network.
    public var now: Duration { state.withLock { $0.now } }

    /// Lets time pass.
    public func wait(until moment: Duration) { state.withLock { $0.now = max($0.now, moment) } }

    /// Takes a message to the devices that it is meant for.
    public func send(_ message: BACnetMessage, to destination: Endpoint) {
        state.withLock { state in
            state.sent.append(Sent(time: state.now, destination: destination, message: message))
            guard let apdu = message.apdu else { return }
            for place in state.devices.indices {
                let peer = state.devices[place].peer
                guard destination == broadcast || destination == peer.endpoint,
                    Self.reaches(message.npdu?.destination, peer.route),
                    let answer = state.devices[place].device.answer(to: apdu)
                else { continue }
                state.deliver(answer, from: peer, state.devices[place].device.faults)
            }
        }
    }

    private static func reaches(_ destination: NetworkAddress?, _ route: NetworkAddress?) -> Bool {
        guard let destination else { return route == nil }
        if destination == .everywhere { return true }
        return destination.network == route?.network
            && (destination.address.isEmpty || destination.address == route?.address)
    }

    /// Hands over the next message, or lets time pass until the deadline.
    public func receive(until deadline: Duration) -> ReceivedMessage? {
        state.withLock { state in
            guard let next = state.arriving.first, next.time <= max(deadline, state.now) else {
                state.now = max(state.now, deadline)
                return nil
            }
            state.now = max(state.now, next.time)
            return state.arriving.removeFirst().message
        }
    }
}

extension SimulatedNetwork.State {
    fileprivate mutating func deliver(_ answer: APDU, from peer: BACnetPeer, _ faults: DeviceFaults) {
        let message = BACnetMessage(bvll: .originalUnicastNPDU, npdu: NPDU(source: peer.route), apdu: answer)
        let content: Result<BACnetMessage, BACnetFault> =
            faults.isGarbled
            ? .failure(BACnetFault(.truncated, "the message ends too early", offset: 6)) : .success(message)
        let time = now + faults.delay
        let place = arriving.firstIndex { $0.time > time } ?? arriving.endIndex
        arriving.insert((time, ReceivedMessage(content, from: faults.answersFrom ?? peer.endpoint)), at: place)
    }
}
