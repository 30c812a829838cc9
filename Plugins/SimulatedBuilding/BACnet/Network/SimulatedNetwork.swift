public import BACnet
public import FieldLinks
import Synchronization

/// A network in memory with devices on it and behind its routers, whose time goes on when somebody waits.
public final class SimulatedNetwork: MessageLink {
    fileprivate struct State {
        var stations = SimulatedStations(stations: [])
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
    /// The address of the one client.
    public let client = Endpoint(address: 0x7F00_0009, port: 47899)

    /// Makes a network without devices.
    public init(broadcast: Endpoint = Endpoint(address: 0x7FFF_FFFF, port: 47808)) { self.broadcast = broadcast }

    /// Adds a device.
    public func add(_ device: SimulatedBACnetDevice, at peer: BACnetPeer) {
        state.withLock { $0.stations.stations.append(SimulatedStation(device, at: peer)) }
    }

    /// Adds all devices of a building.
    public func add(_ site: SimulatedSite) {
        state.withLock { $0.stations.stations += site.stations }
    }

    /// Makes the device at an address one that passes broadcasts on.
    public func add(_ tables: SimulatedBroadcastTables, at endpoint: Endpoint) {
        state.withLock { $0.stations.tables[endpoint] = tables }
    }

    /// Changes the device at a place, as the plant or somebody else does; whoever subscribed is told.
    ///
    /// - Parameters:
    ///   - peer: the place; all devices there are changed.
    ///   - change: what changes.
    public func change(at peer: BACnetPeer, _ change: (inout SimulatedBACnetDevice) -> Void) {
        state.withLock { state in
            for place in state.stations.stations.indices where state.stations.stations[place].peer == peer {
                change(&state.stations.stations[place].device)
            }
            state.deliver(state.stations.advance(to: state.now))
        }
    }

    /// The device at a place as it is now; `nil` for a place without one.
    public func device(at peer: BACnetPeer) -> SimulatedBACnetDevice? {
        state.withLock { $0.stations.stations.first { $0.peer == peer }?.device }
    }

    /// What clients sent, in its order.
    public var sent: [Sent] { state.withLock { $0.sent } }

    /// The time of the network.
    public var now: Duration { state.withLock { $0.now } }

    /// Lets time pass.
    public func wait(until moment: Duration) { state.withLock { $0.pass(until: moment) } }

    /// Takes a message to the devices that it is meant for.
    public func send(_ message: BACnetMessage, to destination: Endpoint) {
        state.withLock { state in
            state.sent.append(Sent(time: state.now, destination: destination, message: message))
            let place = destination == broadcast ? nil : destination
            state.deliver(state.stations.take(message, at: place, from: client, now: state.now))
        }
    }

    /// Hands over the next message, or lets time pass until the deadline.
    public func receive(until deadline: Duration) -> ReceivedMessage? {
        state.withLock { state in
            let end = max(deadline, state.now)
            while true {
                let next = state.arriving.first.map { min($0.time, end) } ?? end
                if let due = state.stations.nextMoment, due <= next {
                    state.now = max(state.now, due)
                    state.deliver(state.stations.advance(to: state.now))
                    continue
                }
                guard let first = state.arriving.first, first.time <= end else {
                    state.now = max(state.now, end)
                    return nil
                }
                state.now = max(state.now, first.time)
                return state.arriving.removeFirst().message
            }
        }
    }
}

extension SimulatedNetwork.State {
    fileprivate mutating func pass(until moment: Duration) {
        while let due = stations.nextMoment, due <= moment {
            now = max(now, due)
            deliver(stations.advance(to: now))
        }
        now = max(now, moment)
    }

    fileprivate mutating func deliver(_ deliveries: [SimulatedStations.Delivery]) {
        for delivery in deliveries {
            var octets = (try? delivery.message.encode()) ?? []
            var content: Result<BACnetMessage, BACnetFault> = .success(delivery.message)
            if delivery.faults.isGarbled {
                octets.removeLast(min(3, octets.count))
                content = .failure(BACnetFault(.truncated, "the message ends too early", offset: 6))
            }
            let time = now + delivery.faults.delay
            let place = arriving.firstIndex { $0.time > time } ?? arriving.endIndex
            arriving.insert((time, ReceivedMessage(content, from: delivery.source, octets: octets)), at: place)
        }
    }
}
