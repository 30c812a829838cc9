public import FieldLinks

extension BACnetReader {
    /// Reads the table of those who pass broadcasts on, from one of them.
    ///
    /// - Parameter endpoint: the address of the BACnet broadcast management device (BBMD).
    /// - Returns: the table; two of its entries in one subnet make broadcasts go round.
    /// - Throws: ``BACnetError``, such as ``BACnetError/unexpected(_:)`` from a device that keeps no such table.
    ///
    /// Source: ANSI/ASHRAE 135-2020, annex J.2.4.
    public func distributionTable(at endpoint: Endpoint) throws(BACnetError) -> [BVLL.DistributionEntry] {
        try exchange.perform(.readBroadcastDistributionTable, at: endpoint) { answer in
            if case .readBroadcastDistributionTableAck(let table) = answer { table } else { nil }
        }
    }

    /// Reads the table of the foreign devices that broadcasts are sent to, from whoever sends them.
    ///
    /// - Parameter endpoint: the address of the BACnet broadcast management device (BBMD).
    /// - Returns: the table.
    /// - Throws: ``BACnetError``.
    ///
    /// Source: ANSI/ASHRAE 135-2020, annex J.2.7.
    public func foreignDevices(at endpoint: Endpoint) throws(BACnetError) -> [BVLL.ForeignDeviceEntry] {
        try exchange.perform(.readForeignDeviceTable, at: endpoint) { answer in
            if case .readForeignDeviceTableAck(let table) = answer { table } else { nil }
        }
    }

    /// Asks which networks there are behind routers, and listens for the routers.
    ///
    /// - Parameters:
    ///   - network: the network that is looked for; `nil` for all.
    ///   - broadcast: the address that all routers hear.
    ///   - listening: how long to listen, at least a second.
    /// - Returns: the networks with the routers that lead to them, by network and address.
    /// - Throws: ``BACnetError/link(_:)``.
    ///
    /// Source: ANSI/ASHRAE 135-2020, clause 6.4.
    public func routers(
        to network: UInt16? = nil, broadcast: Endpoint, listening: Duration = .seconds(2)
    ) throws(BACnetError) -> [(network: UInt16, router: Endpoint)] {
        let question = BACnetMessage(
            bvll: .originalBroadcastNPDU, npdu: NPDU(message: .whoIsRouterToNetwork(network)))
        try exchange.send(question, to: broadcast)
        var found: Set<BACnetPeer> = []
        _ = try exchange.hear(until: now + max(listening, .seconds(1))) { received throws(BACnetError) -> Never? in
            if case .success(let message) = received.content,
                case .iAmRouterToNetwork(let networks) = message.npdu?.message
            {
                for number in networks where found.count < Int(UInt16.max) {
                    found.insert(BACnetPeer(received.source, route: NetworkAddress(network: number)))
                }
            } else {
                _ = try exchange.take(received)
            }
            return nil
        }
        return found.compactMap { peer in peer.route.map { ($0.network, peer.endpoint) } }.sorted { $0 < $1 }
    }
}

extension BACnetExchange {
    /// Asks a device for one of the tables of BACnet/IP, as often as patience allows.
    ///
    /// - Parameters:
    ///   - question: what is asked.
    ///   - endpoint: the address of the device.
    ///   - read: takes the table out of an answer; `nil` for the late answer to another question.
    /// - Returns: the table.
    /// - Throws: ``BACnetError``.
    func perform<Table>(
        _ question: BVLL, at endpoint: Endpoint, _ read: (BVLL) -> Table?
    ) throws(BACnetError) -> Table {
        lastAnswer = []
        for attempt in 0..<settings.patience.attempts {
            try send(BACnetMessage(bvll: question), to: endpoint)
            let answer = try hear(until: now + settings.patience.wait(for: attempt)) {
                received throws(BACnetError) -> (Result<Table, BACnetError>, [UInt8])? in
                if received.source == endpoint, case .success(let message) = received.content, let bvll = message.bvll {
                    if case .result(let code) = bvll {
                        return (.failure(.unexpected("the device refuses with the result '\(code)'")), received.octets)
                    }
                    if let table = read(bvll) { return (.success(table), received.octets) }
                }
                _ = try take(received)
                return nil
            }
            guard let (outcome, octets) = answer else { continue }
            lastAnswer = octets
            return try outcome.get()
        }
        throw .timedOut
    }
}
