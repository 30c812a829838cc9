import BACnet
public import FieldLinks

/// The simulated devices at one address behind a socket, so that other programs can read them.
///
/// It answers only who asked, broadcasts only when it is told to, and each address no more than so many octets a
/// second, so that nobody can use it against others.
public struct SimulatedBACnetServer: Sendable {
    /// The address that its devices have.
    public let local: Endpoint
    private var stations: SimulatedStations
    private var budget: AnswerBudget
    private let hearsBroadcasts: Bool

    /// Makes a server.
    ///
    /// - Parameters:
    ///   - stations: the devices; those whose place is another address are left out.
    ///   - local: the address.
    ///   - tables: the tables with which it passes broadcasts on; `nil` for a device that does not.
    ///   - hearsBroadcasts: whether it answers what was sent to everybody.
    ///   - octetsPerSecond: how much is sent to one address in a second; what is more is left out.
    public init(
        _ stations: [SimulatedStation], at local: Endpoint, tables: SimulatedBroadcastTables? = nil,
        hearsBroadcasts: Bool = false, octetsPerSecond: Int = 1 << 26
    ) {
        self.local = local
        self.hearsBroadcasts = hearsBroadcasts
        self.stations = SimulatedStations(stations: stations.filter { $0.peer.endpoint == local })
        self.stations.tables[local] = tables
        budget = AnswerBudget(octetsPerSecond: octetsPerSecond)
    }

    /// The devices as they are now.
    public var devices: [SimulatedBACnetDevice] { stations.stations.map(\.device) }

    /// Answers what comes over a link.
    ///
    /// - Parameters:
    ///   - link: the link; its time at the call is the time zero of the devices.
    ///   - deadline: when to stop.
    /// - Throws: `LinkError` when the link fails, or of the code `cancelled` when the task is cancelled.
    public mutating func serve(_ link: any DatagramLink, until deadline: Duration) throws(LinkError) {
        let start = link.now
        while link.now < deadline {
            let wake = stations.nextMoment.map { min(deadline, start + $0) } ?? deadline
            if let datagram = try link.receive(until: wake) {
                try send(answers(to: datagram, at: link.now - start), over: link)
            }
            try send(stations.advance(to: link.now - start), over: link)
        }
    }

    /// Answers one datagram.
    ///
    /// - Parameters:
    ///   - datagram: what came.
    ///   - now: the time since the devices were started.
    /// - Returns: the datagrams to be sent, with who they are for.
    public mutating func answer(_ datagram: Datagram, at now: Duration) -> [(octets: [UInt8], destination: Endpoint)] {
        answers(to: datagram, at: now).compactMap { delivery in
            (try? delivery.message.encode()).map { ($0, delivery.destination) }
        }
    }

    private mutating func answers(to datagram: Datagram, at now: Duration) -> [SimulatedStations.Delivery] {
        guard let message = try? BACnetMessage.decode(datagram: datagram.octets) else { return [] }
        // Whoever a forwarded message names as its origin did not send it here: that one is not answered.
        if case .forwardedNPDU = message.bvll { return [] }
        guard hearsBroadcasts || message.bvll != .originalBroadcastNPDU else { return [] }
        return stations.take(message, at: local, from: datagram.source, now: now)
    }

    private mutating func send(
        _ deliveries: [SimulatedStations.Delivery], over link: any DatagramLink
    ) throws(LinkError) {
        for delivery in deliveries {
            guard var octets = try? delivery.message.encode(),
                budget.allows(octets.count, to: delivery.destination.address, at: link.now)
            else { continue }
            if delivery.faults.isGarbled { octets.removeLast(min(3, octets.count)) }
            do throws(LinkError) {
                try link.send(octets, to: delivery.destination)
            } catch {
                // Whoever cannot be reached has no answer; the others still have theirs.
                if error.code == .cancelled { throw error }
            }
        }
    }
}
