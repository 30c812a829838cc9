/// The header of frames for networks, from the MODBUS Messaging on TCP/IP Implementation Guide V1.0b, clause 3.1.3.
struct TCPHeader {
    /// The octets of the header, the unit not among them.
    static let size = 6
    /// The octets that may follow the header: the unit, and 1 to 253 of a message.
    static let lengths = 2...254

    let transaction: UInt16
    let length: Int
    let unit: UInt8

    /// Reads the header and the unit behind it.
    init(_ octets: [UInt8]) throws(ModbusFault) {
        var reader = OctetReader(octets)
        transaction = try reader.word("transaction")
        let identifier = try reader.word("protocol")
        guard identifier == 0 else {
            throw ModbusFault(
                .wrongProtocol, at: 2, "the protocol of the header is '\(identifier)': that of Modbus is 0")
        }
        length = Int(try reader.word("length"))
        guard Self.lengths.contains(length) else {
            throw ModbusFault(.wrongLength, at: 4, "the length of the header is '\(length)': allowed are 2 to 254")
        }
        unit = try reader.octet("unit")
    }

    /// The octets of the whole frame.
    var frameSize: Int { Self.size + length }
}

extension ModbusFrame {
    static func tcp(_ octets: [UInt8], _ direction: ModbusDirection) throws(ModbusFault) -> ModbusFrame {
        let header = try TCPHeader(octets)
        guard octets.count == header.frameSize else {
            throw ModbusFault(
                octets.count < header.frameSize ? .truncated : .wrongLength, at: 4,
                "the length of the header is '\(header.length)' where '\(octets.count - TCPHeader.size)' octets follow")
        }
        let pdu = try ModbusPDU(OctetReader(octets, from: TCPHeader.size + 1), direction)
        return ModbusFrame(.tcp(transaction: header.transaction), unit: header.unit, pdu)
    }

    func encodedForTCP(_ transaction: UInt16) throws(ModbusFault) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(TCPHeader.size + TCPHeader.lengths.upperBound)
        octets.append(words: [transaction, 0, 0])
        octets.append(unit)
        try pdu.append(to: &octets)
        // The message is checked: its length fits the lower octet.
        octets[5] = UInt8(truncatingIfNeeded: octets.count - TCPHeader.size)
        return octets
    }
}
