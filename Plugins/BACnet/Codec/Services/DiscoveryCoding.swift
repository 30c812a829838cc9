extension OctetReader {
    /// Reads the two limits of the instances that are asked, or none.
    fileprivate mutating func range() throws(BACnetFault) -> ClosedRange<UInt32>? {
        guard let tag = peek(), tag.kind == .context, tag.number < 2 else { return nil }
        let start = position
        let low = try contextNumber(0, most: ObjectIdentifier.highestInstance)
        let high = try contextNumber(1, most: ObjectIdentifier.highestInstance)
        guard low <= high else { throw fault(.wrongValue, "a range from '\(low)' to '\(high)'", at: start) }
        return low...high
    }
}

extension ClosedRange<UInt32> {
    fileprivate func encode(into octets: inout [UInt8]) {
        octets.append(lowerBound, context: 0)
        octets.append(upperBound, context: 1)
    }
}

extension WhoIs {
    init(from reader: inout OctetReader) throws(BACnetFault) { range = try reader.range() }

    func encode(into octets: inout [UInt8]) { range?.encode(into: &octets) }
}

extension WhoHas {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        range = try reader.range()
        if reader.isNext(2) {
            object = .identifier(try reader.contextObject(2))
        } else {
            object = .name(try reader.text(try reader.context(3)))
        }
    }

    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        range?.encode(into: &octets)
        switch object {
        case .identifier(let object): octets.append(object, context: 2)
        case .name(let name): try BACnetValue.characterString(name).tagged(3).encode(into: &octets)
        }
    }
}

extension IAm {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        let start = reader.position
        device = try reader.object(try reader.application(.objectIdentifier))
        guard device.type == .device else {
            throw reader.fault(.wrongValue, "'\(device)' says who it is, which only a device does", at: start)
        }
        maxAPDU = try reader.number32(try reader.application(.unsigned))
        segmentation = Segmentation(try reader.number32(try reader.application(.enumerated), most: 3))
        vendor = UInt16(
            truncatingIfNeeded: try reader.number32(try reader.application(.unsigned), most: UInt32(UInt16.max)))
    }

    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        try BACnetValue.objectIdentifier(device).encode(into: &octets)
        try BACnetValue.unsigned(UInt64(maxAPDU)).encode(into: &octets)
        try BACnetValue.enumerated(segmentation.number).encode(into: &octets)
        try BACnetValue.unsigned(UInt64(vendor)).encode(into: &octets)
    }
}

extension IHave {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        let start = reader.position
        device = try reader.object(try reader.application(.objectIdentifier))
        guard device.type == .device else {
            throw reader.fault(.wrongValue, "'\(device)' has an object, which only a device does", at: start)
        }
        object = try reader.object(try reader.application(.objectIdentifier))
        name = try reader.text(try reader.application(.characterString))
    }

    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        try BACnetValue.objectIdentifier(device).encode(into: &octets)
        try BACnetValue.objectIdentifier(object).encode(into: &octets)
        try BACnetValue.characterString(name).encode(into: &octets)
    }
}

extension BACnetDateTime {
    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        try BACnetValue.date(date).encode(into: &octets)
        try BACnetValue.time(time).encode(into: &octets)
    }
}
