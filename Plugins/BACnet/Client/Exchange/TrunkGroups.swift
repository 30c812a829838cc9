public import FieldLinks

extension BACnetTrunk {
    /// Reads several devices at the same time, those of one trunk one after the other.
    ///
    /// Devices behind one router on one network share a trunk, on which one request is under way at a time; a device
    /// that answers by itself is a trunk of its own. Each trunk gets a client with a socket and a thread, and a bounded
    /// number of them works at once, so that a site is read quickly and no gateway is stormed.
    ///
    /// ```swift
    /// let lists = await BACnetTrunk.readEach(peers) { () throws(LinkError) in
    ///     try BACnetTrunk.open(local: Endpoint(address: 0x0A00_0007, port: 0))
    /// } work: { reader, peer throws(BACnetError) in
    ///     try reader.objectList(of: .anyDevice, at: peer, maxAPDU: 480)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - peers: the devices.
    ///   - limit: how many trunks work at once, at least 1.
    ///   - open: opens the client of a trunk.
    ///   - work: what is read of a device.
    /// - Returns: what came of each device, in their order.
    public static func readEach<Value: Sendable>(
        _ peers: [BACnetPeer], atOnce limit: Int = 8,
        opening open: @escaping @Sendable () throws(LinkError) -> BACnetTrunk,
        work: @escaping @Sendable (BACnetReader, BACnetPeer) throws(BACnetError) -> Value
    ) async -> [Result<Value, BACnetError>] {
        var results = [Result<Value, BACnetError>](repeating: .failure(.timedOut), count: peers.count)
        var groups = groups(of: peers)[...]
        await withTaskGroup(of: [(Int, Result<Value, BACnetError>)].self) { tasks in
            func begin() {
                guard let places = groups.popFirst() else { return }
                tasks.addTask { await read(places.map { ($0, peers[$0]) }, opening: open, work) }
            }
            for _ in 0..<max(1, limit) { begin() }
            while let done = await tasks.next() {
                for (place, result) in done { results[place] = result }
                begin()
            }
        }
        return results
    }

    /// The places of devices that share a trunk, in the order of the first of each.
    static func groups(of peers: [BACnetPeer]) -> [[Int]] {
        var places: [BACnetPeer: Int] = [:]
        var groups: [[Int]] = []
        for (place, peer) in peers.enumerated() {
            let trunk = BACnetPeer(peer.endpoint, route: peer.route.map { NetworkAddress(network: $0.network) })
            if let group = places[trunk] {
                groups[group].append(place)
            } else {
                places[trunk] = groups.count
                groups.append([place])
            }
        }
        return groups
    }

    private static func read<Value: Sendable>(
        _ peers: [(Int, BACnetPeer)], opening open: @Sendable () throws(LinkError) -> BACnetTrunk,
        _ work: @escaping @Sendable (BACnetReader, BACnetPeer) throws(BACnetError) -> Value
    ) async -> [(Int, Result<Value, BACnetError>)] {
        let trunk: BACnetTrunk
        do throws(LinkError) {
            trunk = try open()
        } catch {
            return peers.map { ($0.0, .failure(.link(error))) }
        }
        var results: [(Int, Result<Value, BACnetError>)] = []
        for (place, peer) in peers {
            do throws(BACnetError) {
                results.append(
                    (place, .success(try await trunk.read { reader throws(BACnetError) in try work(reader, peer) })))
            } catch {
                results.append((place, .failure(error)))
            }
        }
        return results
    }
}
