extension SubscribeCOVRequest {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        process = try reader.contextNumber(0)
        object = try reader.contextObject(1)
        if reader.isNext(2) { isConfirmed = try reader.contextBoolean(2) }
        if reader.isNext(3) { lifetime = try reader.contextNumber(3) }
    }

    func encode(into octets: inout [UInt8]) {
        octets.append(process, context: 0)
        octets.append(object, context: 1)
        if let isConfirmed { octets.append(isConfirmed, context: 2) }
        if let lifetime { octets.append(lifetime, context: 3) }
    }
}

extension SubscribeCOVPropertyRequest {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        subscription = try SubscribeCOVRequest(from: &reader)
        try reader.open(4)
        reference = try reader.reference(0)
        try reader.close(4)
        guard !reader.isAtEnd else { return }
        try reader.expect(try reader.context(5), 4, .real)
        increment = Float(bitPattern: try reader.long())
    }

    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        subscription.encode(into: &octets)
        octets.append(opening: 4)
        reference.encode(0, into: &octets)
        octets.append(closing: 4)
        if let increment { try BACnetValue.real(increment).tagged(5).encode(into: &octets) }
    }
}

extension COVNotification {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        process = try reader.contextNumber(0)
        device = try reader.contextObject(1)
        object = try reader.contextObject(2)
        timeRemaining = try reader.contextNumber(3)
        try reader.open(4)
        values = []
        while !reader.isClosing { values.append(try PropertyValue(from: &reader, tag: 0, value: 2)) }
        try reader.close(4)
    }

    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        octets.append(process, context: 0)
        octets.append(device, context: 1)
        octets.append(object, context: 2)
        octets.append(timeRemaining, context: 3)
        octets.append(opening: 4)
        for value in values { try value.encode(0, value: 2, into: &octets) }
        octets.append(closing: 4)
    }
}
