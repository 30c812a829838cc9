extension PropertyValue {
    /// Reads a property with its values and the priority that may follow, by the numbers of their tags.
    init(from reader: inout OctetReader, tag: UInt8, value: UInt8) throws(BACnetFault) {
        reference = try reader.reference(tag)
        values = try reader.values(in: value)
        guard reader.isNext(value &+ 1) else { return }
        let start = reader.position
        let number = try reader.contextNumber(value &+ 1)
        guard (1...16).contains(number) else {
            throw reader.fault(.wrongValue, "a priority of '\(number)', not 1 to 16", at: start)
        }
        priority = UInt8(truncatingIfNeeded: number)
    }

    func encode(_ tag: UInt8, value: UInt8, into octets: inout [UInt8]) throws(BACnetFault) {
        reference.encode(tag, into: &octets)
        try values.encode(in: value, into: &octets)
        if let priority { octets.append(UInt32(priority), context: value &+ 1) }
    }
}

extension WritePropertyRequest {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        object = try reader.contextObject(0)
        value = try PropertyValue(from: &reader, tag: 1, value: 3)
    }

    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        octets.append(object, context: 0)
        try value.encode(1, value: 3, into: &octets)
    }
}

extension WritePropertyMultipleRequest {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        specifications = []
        repeat {
            let object = try reader.contextObject(0)
            try reader.open(1)
            var values: [PropertyValue] = []
            while !reader.isClosing { values.append(try PropertyValue(from: &reader, tag: 0, value: 2)) }
            try reader.close(1)
            specifications.append(Specification(object, values))
        } while !reader.isAtEnd
    }

    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        for specification in specifications {
            octets.append(specification.object, context: 0)
            octets.append(opening: 1)
            for value in specification.values { try value.encode(0, value: 2, into: &octets) }
            octets.append(closing: 1)
        }
    }
}
