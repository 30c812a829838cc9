extension NPDU {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        let start = reader.position
        let version = try reader.octet()
        guard version == 1 else { throw reader.fault(.unsupportedVersion, "version '\(version)', not 1", at: start) }
        let control = try reader.octet()
        guard control & 0x50 == 0 else {
            throw reader.fault(.wrongValue, "reserved bits of the control octet are set", at: start &+ 1)
        }
        self.init(expectsReply: control & 4 != 0, priority: Priority(rawValue: control & 3) ?? .normal)
        if control & 0x20 != 0 { destination = try reader.networkAddress(isSource: false) }
        if control & 0x08 != 0 { source = try reader.networkAddress(isSource: true) }
        if destination != nil { hopCount = try reader.octet() }
        if control & 0x80 != 0 { message = try NetworkMessage(from: &reader) }
    }

    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        octets.append(1)
        var control = priority.rawValue | (expectsReply ? 4 : 0)
        if message != nil { control |= 0x80 }
        if destination != nil { control |= 0x20 }
        if source != nil { control |= 0x08 }
        octets.append(control)
        try destination?.encode(into: &octets)
        try source?.encode(into: &octets)
        if destination != nil { octets.append(hopCount) }
        try message?.encode(into: &octets)
    }
}

extension OctetReader {
    fileprivate mutating func networkAddress(isSource: Bool) throws(BACnetFault) -> NetworkAddress {
        let start = position
        let network = try word()
        guard network > 0, !isSource || network < 65_535 else {
            throw fault(.wrongValue, "a network '\(network)', which no device has", at: start)
        }
        let length = Int(try octet())
        guard !isSource || length > 0 else {
            throw fault(.wrongLength, "a source address of '0' octets", at: position &- 1)
        }
        return NetworkAddress(network: network, address: try take(length))
    }

    fileprivate mutating func networks() throws(BACnetFault) -> [UInt16] {
        var networks: [UInt16] = []
        while !isAtEnd { networks.append(try word()) }
        return networks
    }

    fileprivate mutating func routingTable() throws(BACnetFault) -> [NetworkMessage.RoutingEntry] {
        let count = Int(try octet())
        var entries: [NetworkMessage.RoutingEntry] = []
        for _ in 0..<count {
            let network = try word()
            let port = try octet()
            let length = Int(try octet())
            entries.append(.init(network: network, port: port, information: try take(length)))
        }
        return entries
    }
}

extension NetworkAddress {
    fileprivate func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        guard let length = UInt8(exactly: address.count) else {
            throw BACnetFault(.tooLong, "an address of '\(address.count)' octets, at most 255", offset: octets.count)
        }
        octets.append(word: network)
        octets.append(length)
        octets.append(contentsOf: address)
    }
}

extension NetworkMessage {
    /// The number of the message, 0 to 255.
    public var number: UInt8 {
        switch self {
        case .whoIsRouterToNetwork: 0
        case .iAmRouterToNetwork: 1
        case .iCouldBeRouterToNetwork: 2
        case .rejectMessageToNetwork: 3
        case .routerBusyToNetwork: 4
        case .routerAvailableToNetwork: 5
        case .initializeRoutingTable: 6
        case .initializeRoutingTableAck: 7
        case .establishConnectionToNetwork: 8
        case .disconnectConnectionToNetwork: 9
        case .whatIsNetworkNumber: 18
        case .networkNumberIs: 19
        case .security(let number, _), .proprietary(let number, _, _): number
        }
    }

    fileprivate init(from reader: inout OctetReader) throws(BACnetFault) {
        let start = reader.position
        let number = try reader.octet()
        switch number {
        case 0: self = .whoIsRouterToNetwork(reader.isAtEnd ? nil : try reader.word())
        case 1: self = .iAmRouterToNetwork(try reader.networks())
        case 2: self = .iCouldBeRouterToNetwork(try reader.word(), performance: try reader.octet())
        case 3:
            let reason = try reader.octet()
            self = .rejectMessageToNetwork(try reader.word(), reason: reason)
        case 4: self = .routerBusyToNetwork(try reader.networks())
        case 5: self = .routerAvailableToNetwork(try reader.networks())
        case 6: self = .initializeRoutingTable(try reader.routingTable())
        case 7: self = .initializeRoutingTableAck(reader.isAtEnd ? [] : try reader.routingTable())
        case 8: self = .establishConnectionToNetwork(try reader.word(), minutes: try reader.octet())
        case 9: self = .disconnectConnectionToNetwork(try reader.word())
        case 10...17: self = .security(number, reader.rest())
        case 18: self = .whatIsNetworkNumber
        case 19:
            let network = try reader.word()
            self = .networkNumberIs(network, isConfigured: try reader.octet() != 0)
        case 128...: self = .proprietary(number, vendor: try reader.word(), reader.rest())
        default: throw reader.fault(.unsupportedMessage, "a network message '\(number)'", at: start)
        }
    }

    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        octets.append(number)
        switch self {
        case .whoIsRouterToNetwork(let network): if let network { octets.append(word: network) }
        case .iAmRouterToNetwork(let list), .routerBusyToNetwork(let list), .routerAvailableToNetwork(let list):
            for network in list { octets.append(word: network) }
        case .iCouldBeRouterToNetwork(let network, let last), .establishConnectionToNetwork(let network, let last):
            octets.append(word: network)
            octets.append(last)
        case .rejectMessageToNetwork(let network, let reason):
            octets.append(reason)
            octets.append(word: network)
        case .initializeRoutingTable(let table), .initializeRoutingTableAck(let table):
            try Self.encode(table, into: &octets)
        case .disconnectConnectionToNetwork(let network): octets.append(word: network)
        case .whatIsNetworkNumber: break
        case .networkNumberIs(let network, let isConfigured):
            octets.append(word: network)
            octets.append(isConfigured ? 1 : 0)
        case .security(_, let body): octets.append(contentsOf: body)
        case .proprietary(_, let vendor, let body):
            octets.append(word: vendor)
            octets.append(contentsOf: body)
        }
    }

    private static func encode(_ table: [RoutingEntry], into octets: inout [UInt8]) throws(BACnetFault) {
        guard let count = UInt8(exactly: table.count), table.allSatisfy({ $0.information.count < 256 }) else {
            throw BACnetFault(.tooLong, "a table or an entry of more than 255", offset: octets.count)
        }
        octets.append(count)
        for entry in table {
            octets.append(word: entry.network)
            octets.append(entry.port)
            octets.append(UInt8(truncatingIfNeeded: entry.information.count))
            octets.append(contentsOf: entry.information)
        }
    }
}
