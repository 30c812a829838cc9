extension OctetReader {
    fileprivate mutating func unsigned() throws(BACnetFault) -> UInt64 {
        let length = try application(.unsigned)
        guard length > 0 else { throw fault(.wrongLength, "a number of '0' octets") }
        return try number(length)
    }

    fileprivate mutating func signed() throws(BACnetFault) -> Int64 {
        let start = position
        let length = try application(.signed)
        guard case .signed(let number) = try primitive(.signed, length: length), number != 0 else {
            throw fault(.wrongValue, "a count of '0'", at: start)
        }
        return number
    }

    fileprivate mutating func contextUnsigned(_ tag: UInt8) throws(BACnetFault) -> UInt64 {
        let length = try context(tag)
        guard length > 0 else { throw fault(.wrongLength, "a number of '0' octets") }
        return try number(length)
    }
}

extension ReadRangeRequest {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        object = try reader.contextObject(0)
        reference = try reader.reference(1)
        guard !reader.isAtEnd else { return }
        let choice = try reader.tag()
        guard choice.kind == .opening else {
            throw reader.fault(.wrongTag, "no opening tag '3', '6' or '7'", at: choice.offset)
        }
        switch choice.number {
        case 3: range = .position(try reader.unsigned(), count: try reader.signed())
        case 6: range = .sequence(try reader.unsigned(), count: try reader.signed())
        case 7: range = .time(try reader.dateTime(), count: try reader.signed())
        default: throw reader.fault(.wrongTag, "no opening tag '3', '6' or '7'", at: choice.offset)
        }
        let end = try reader.tag()
        guard end.closes(choice.number) else {
            throw reader.fault(.wrongTag, "no closing tag '\(choice.number)'", at: end.offset)
        }
    }

    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        octets.append(object, context: 0)
        reference.encode(1, into: &octets)
        switch range {
        case nil: break
        case .position(let start, let count):
            try [BACnetValue.unsigned(start), .signed(count)].encode(in: 3, into: &octets)
        case .sequence(let start, let count):
            try [BACnetValue.unsigned(start), .signed(count)].encode(in: 6, into: &octets)
        case .time(let start, let count):
            try [BACnetValue.date(start.date), .time(start.time), .signed(count)].encode(in: 7, into: &octets)
        }
    }
}

extension ReadRangeAck {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        object = try reader.contextObject(0)
        reference = try reader.reference(1)
        let start = reader.position
        let length = try reader.context(3)
        guard case .bitString(let bits) = try reader.primitive(.bitString, length: length), bits.count == 3 else {
            throw reader.fault(.wrongLength, "flags of a part that are not three bits", at: start)
        }
        flags = bits
        count = try reader.contextUnsigned(4)
        items = try reader.values(in: 5)
        firstSequence = reader.isAtEnd ? nil : try reader.contextUnsigned(6)
    }

    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        octets.append(object, context: 0)
        reference.encode(1, into: &octets)
        try BACnetValue.bitString(flags).tagged(3).encode(into: &octets)
        try BACnetValue.unsigned(count).tagged(4).encode(into: &octets)
        try items.encode(in: 5, into: &octets)
        if let firstSequence { try BACnetValue.unsigned(firstSequence).tagged(6).encode(into: &octets) }
    }
}
