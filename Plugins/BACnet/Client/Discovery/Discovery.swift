public import FieldLinks

extension BACnetReader {
    /// Looks for devices by broadcast, round after round until a round finds no new one.
    ///
    /// - Parameters:
    ///   - broadcast: the address that all devices of the network hear.
    ///   - network: the network that is asked; `nil` for the one of the broadcast, ``NetworkAddress/everywhere`` for all
    ///     behind all routers.
    ///   - plan: which instances, and how long to listen.
    /// - Returns: what answered.
    /// - Throws: ``BACnetError/link(_:)``.
    public func sweep(
        broadcast: Endpoint, network: NetworkAddress? = nil, _ plan: SweepPlan = SweepPlan()
    ) throws(BACnetError) -> DeviceSweep {
        var sweep = DeviceSweep()
        let destination = BACnetPeer(broadcast, route: network)
        var isNew = true
        while sweep.rounds < max(1, plan.roundLimit), isNew || sweep.rounds < 2 {
            sweep.rounds += 1
            isNew = false
            for range in plan.ranges {
                try ask(range, at: destination, asBroadcast: true)
                for (peer, device) in try announcements(until: now + max(plan.listening, .seconds(1)))
                where plan.instances.contains(device.device.instance) {
                    if sweep.add(DeviceSighting(peer, device, round: sweep.rounds)) { isNew = true }
                }
            }
        }
        return sweep
    }

    /// Asks one address who is there, without a broadcast.
    ///
    /// Listening ends early once the address itself has answered. A device that does not answer the question is asked
    /// for its device object by the wildcard instance.
    ///
    /// - Parameters:
    ///   - peer: the address.
    ///   - listening: how long to listen.
    /// - Returns: the devices that answered.
    /// - Throws: ``BACnetError`` when nothing answers.
    public func find(at peer: BACnetPeer, listening: Duration = .seconds(1)) throws(BACnetError) -> DeviceSweep {
        var sweep = DeviceSweep()
        sweep.rounds = 1
        try ask(nil, at: peer, asBroadcast: false)
        for (source, device) in try announcements(until: now + listening, or: peer) {
            _ = sweep.add(DeviceSighting(source, device, round: 1))
        }
        if sweep.devices.isEmpty { _ = sweep.add(DeviceSighting(peer, try introduction(of: peer), round: 1)) }
        return sweep
    }

    /// All that tell who they are until a moment or until one does, as many as a site may have.
    private func announcements(
        until end: Duration, or last: BACnetPeer? = nil
    ) throws(BACnetError) -> [(peer: BACnetPeer, device: IAm)] {
        var end = end
        var announcements: [(peer: BACnetPeer, device: IAm)] = []
        while announcements.count < BACnetExchange.hearingLimit, let next = try nextAnnouncement(until: end) {
            announcements.append(next)
            // What else is there already is still taken.
            if next.peer == last { end = now }
        }
        return announcements
    }

    /// Reads what a device would tell of itself.
    private func introduction(of peer: BACnetPeer) throws(BACnetError) -> IAm {
        let answer = try read(PropertyTarget(.anyDevice, PropertyReference(.objectIdentifier)), at: peer)
        guard answer.count == 1, case .objectIdentifier(let device) = answer[0], device.type == .device else {
            throw .unexpected("the device does not tell its instance")
        }
        func number(_ property: PropertyIdentifier) throws(BACnetError) -> UInt64? {
            do throws(BACnetError) {
                switch try read(PropertyTarget(device, PropertyReference(property)), at: peer).first {
                case .unsigned(let number): return number
                case .enumerated(let number): return UInt64(number)
                default: return nil
                }
            } catch {
                if case .link = error { throw error }
                return nil
            }
        }
        let claim = IAm(
            device: device, maxAPDU: try number(.maxApduLengthAccepted).flatMap { UInt32(exactly: $0) } ?? 480,
            segmentation: try number(.segmentationSupported).flatMap { UInt32(exactly: $0) }.map { Segmentation($0) }
                ?? .noSegmentation,
            vendor: try number(.vendorIdentifier).flatMap { UInt16(exactly: $0) } ?? 0)
        exchange.observe(claim, of: peer)
        return claim
    }
}
