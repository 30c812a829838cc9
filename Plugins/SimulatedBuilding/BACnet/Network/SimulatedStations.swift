import BACnet
import FieldLinks

/// The devices of a building at their places, some of them behind routers.
///
/// Source of the rules for routers: ANSI/ASHRAE 135-2020, clause 6.
struct SimulatedStations: Sendable {
    /// A message on its way from a device.
    struct Delivery: Sendable {
        let message: BACnetMessage
        /// Where it comes from.
        let source: Endpoint
        /// Where it goes to.
        let destination: Endpoint
        let faults: DeviceFaults
    }

    var stations: [SimulatedStation]
    /// What passes broadcasts on, by its address.
    var tables: [Endpoint: SimulatedBroadcastTables] = [:]

    /// When something is due next.
    var nextMoment: Duration? { stations.compactMap(\.device.nextMoment).min() }

    /// Takes a message to the devices that it is meant for.
    ///
    /// - Parameters:
    ///   - message: the message.
    ///   - place: the address to which it came; `nil` for a broadcast that all hear.
    ///   - source: who sent it.
    ///   - now: the time of the network.
    /// - Returns: what the devices send.
    mutating func take(
        _ message: BACnetMessage, at place: Endpoint?, from source: Endpoint, now: Duration
    ) -> [Delivery] {
        if let answer = tableAnswer(message, place, source, now) { return [answer] }
        var origin = source
        if case .forwardedNPDU(let endpoint) = message.bvll { origin = endpoint }
        if let routing = message.npdu?.message { return route(routing, at: place, from: origin) }
        guard let apdu = message.apdu else { return [] }
        let peer = BACnetPeer(origin, route: message.npdu?.source)
        var deliveries: [Delivery] = []
        for index in stations.indices where stations[index].hears(message.npdu?.destination, at: place) {
            let answers = stations[index].device.take(apdu, from: peer, at: now)
            deliveries += answers.map { delivery($0, stations[index]) }
        }
        return deliveries + refusals(message.npdu?.destination, at: place, origin)
    }

    /// Does what is due at a moment.
    mutating func advance(to now: Duration) -> [Delivery] {
        stations.indices.flatMap { index in
            stations[index].device.advance(to: now).map { delivery($0, stations[index]) }
        }
    }

    private func delivery(_ answer: SimulatedAnswer, _ station: SimulatedStation) -> Delivery {
        var expectsReply = false
        if case .confirmedRequest = answer.apdu { expectsReply = true }
        let npdu = NPDU(destination: answer.peer.route, source: station.peer.route, expectsReply: expectsReply)
        let faults = station.device.faults
        return Delivery(
            message: BACnetMessage(bvll: .originalUnicastNPDU, npdu: npdu, apdu: answer.apdu),
            source: faults.answersFrom ?? station.peer.endpoint, destination: answer.peer.endpoint, faults: faults)
    }

    // MARK: Routers

    /// The networks behind the addresses at a place, by the addresses.
    private func networks(at place: Endpoint?) -> [(router: Endpoint, networks: [UInt16])] {
        var routers: [(router: Endpoint, networks: [UInt16])] = []
        for peer in stations.map(\.peer) where place == nil || peer.endpoint == place {
            guard let network = peer.route?.network else { continue }
            if let known = routers.firstIndex(where: { $0.router == peer.endpoint }) {
                if !routers[known].networks.contains(network) { routers[known].networks.append(network) }
            } else {
                routers.append((peer.endpoint, [network]))
            }
        }
        return routers
    }

    private func route(_ question: NetworkMessage, at place: Endpoint?, from source: Endpoint) -> [Delivery] {
        guard case .whoIsRouterToNetwork(let wanted) = question else { return [] }
        return networks(at: place).compactMap { router, networks in
            guard wanted.map(networks.contains) ?? true else { return nil }
            return reply(.iAmRouterToNetwork(wanted.map { [$0] } ?? networks), from: router, to: source)
        }
    }

    /// The refusal of a router that was asked itself and does not lead to the network.
    private func refusals(_ destination: NetworkAddress?, at place: Endpoint?, _ source: Endpoint) -> [Delivery] {
        guard let destination, destination != .everywhere, let place,
            let router = networks(at: place).first, !router.networks.contains(destination.network)
        else { return [] }
        return [reply(.rejectMessageToNetwork(destination.network, reason: 1), from: place, to: source)]
    }

    private func reply(_ answer: NetworkMessage, from router: Endpoint, to source: Endpoint) -> Delivery {
        let message = BACnetMessage(bvll: .originalUnicastNPDU, npdu: NPDU(message: answer))
        return Delivery(message: message, source: router, destination: source, faults: DeviceFaults())
    }

    // MARK: Tables

    private mutating func tableAnswer(
        _ message: BACnetMessage, _ place: Endpoint?, _ source: Endpoint, _ now: Duration
    ) -> Delivery? {
        guard let place, let bvll = message.bvll, stations.contains(where: { $0.peer.endpoint == place }) else {
            return nil
        }
        let answer: BVLL?
        if tables[place] == nil {
            answer = SimulatedBroadcastTables.refusal(of: bvll)
        } else {
            answer = tables[place]?.answer(bvll, from: source, at: now)
        }
        return answer.map {
            Delivery(message: BACnetMessage(bvll: $0), source: place, destination: source, faults: DeviceFaults())
        }
    }
}

extension SimulatedStation {
    /// Whether a message to a network comes here.
    fileprivate func hears(_ destination: NetworkAddress?, at place: Endpoint?) -> Bool {
        guard place == nil || place == peer.endpoint else { return false }
        guard let destination else { return peer.route == nil }
        if destination == .everywhere { return true }
        return destination.network == peer.route?.network
            && (destination.address.isEmpty || destination.address == peer.route?.address)
    }
}
