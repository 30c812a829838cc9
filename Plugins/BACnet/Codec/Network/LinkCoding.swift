import FieldLinks

extension BVLL {
    /// The number of the function, 0 to 12.
    public var function: UInt8 {
        switch self {
        case .result: 0
        case .writeBroadcastDistributionTable: 1
        case .readBroadcastDistributionTable: 2
        case .readBroadcastDistributionTableAck: 3
        case .forwardedNPDU: 4
        case .registerForeignDevice: 5
        case .readForeignDeviceTable: 6
        case .readForeignDeviceTableAck: 7
        case .deleteForeignDeviceTableEntry: 8
        case .distributeBroadcastToNetwork: 9
        case .originalUnicastNPDU: 10
        case .originalBroadcastNPDU: 11
        case .secureBVLL: 12
        }
    }

    init(from reader: inout OctetReader) throws(BACnetFault) {
        let start = reader.position
        let type = try reader.octet()
        guard type == 0x81 else {
            throw reader.fault(.unsupportedMessage, "a link of type '\(type)', not 129", at: start)
        }
        let function = try reader.octet()
        let length = Int(try reader.word())
        guard length == reader.octets.count else {
            throw reader.fault(
                .wrongLength, "a length of '\(length)' for '\(reader.octets.count)' octets", at: start &+ 2)
        }
        switch function {
        case 0: self = .result(try reader.word())
        case 1: self = .writeBroadcastDistributionTable(try reader.distribution())
        case 2: self = .readBroadcastDistributionTable
        case 3: self = .readBroadcastDistributionTableAck(try reader.distribution())
        case 4: self = .forwardedNPDU(try reader.endpoint())
        case 5: self = .registerForeignDevice(try reader.word())
        case 6: self = .readForeignDeviceTable
        case 7: self = .readForeignDeviceTableAck(try reader.foreignDevices())
        case 8: self = .deleteForeignDeviceTableEntry(try reader.endpoint())
        case 9: self = .distributeBroadcastToNetwork
        case 10: self = .originalUnicastNPDU
        case 11: self = .originalBroadcastNPDU
        case 12: self = .secureBVLL(reader.rest())
        default: throw reader.fault(.unsupportedMessage, "a function '\(function)', at most 12", at: start &+ 1)
        }
    }

    /// Appends the header, whose length is not known before the rest is there.
    func encode(into octets: inout [UInt8]) {
        octets.append(contentsOf: [0x81, function, 0, 0])
        switch self {
        case .result(let number), .registerForeignDevice(let number): octets.append(word: number)
        case .writeBroadcastDistributionTable(let table), .readBroadcastDistributionTableAck(let table):
            for entry in table {
                octets.append(entry.endpoint)
                octets.append(long: entry.mask)
            }
        case .forwardedNPDU(let endpoint), .deleteForeignDeviceTableEntry(let endpoint): octets.append(endpoint)
        case .readForeignDeviceTableAck(let table):
            for entry in table {
                octets.append(entry.endpoint)
                octets.append(word: entry.lifetime)
                octets.append(word: entry.remaining)
            }
        case .secureBVLL(let body): octets.append(contentsOf: body)
        default: break
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ endpoint: Endpoint) {
        append(long: endpoint.address)
        append(word: endpoint.port)
    }
}

extension OctetReader {
    fileprivate mutating func endpoint() throws(BACnetFault) -> Endpoint {
        Endpoint(address: try long(), port: try word())
    }

    fileprivate mutating func distribution() throws(BACnetFault) -> [BVLL.DistributionEntry] {
        var table: [BVLL.DistributionEntry] = []
        while !isAtEnd { table.append(.init(try endpoint(), mask: try long())) }
        return table
    }

    fileprivate mutating func foreignDevices() throws(BACnetFault) -> [BVLL.ForeignDeviceEntry] {
        var table: [BVLL.ForeignDeviceEntry] = []
        while !isAtEnd { table.append(.init(try endpoint(), lifetime: try word(), remaining: try word())) }
        return table
    }
}
