extension OctetReader {
    /// Reads a property with the index that may follow, by the numbers of their tags.
    @inline(__always) mutating func reference(_ tag: UInt8) throws(BACnetFault) -> PropertyReference {
        let property = PropertyIdentifier(try contextNumber(tag))
        guard let next = peek(), next.kind == .context, next.number == tag &+ 1 else {
            return PropertyReference(property)
        }
        return PropertyReference(property, index: try contextNumber(tag &+ 1))
    }

    /// Reads the two numbers of an error.
    mutating func serviceError() throws(BACnetFault) -> ServiceError {
        let errorClass = ErrorClass(try number32(try application(.enumerated)))
        return ServiceError(errorClass, ErrorCode(try number32(try application(.enumerated))))
    }
}

extension PropertyReference {
    @inline(__always) func encode(_ tag: UInt8, into octets: inout [UInt8]) {
        octets.append(property.number, context: tag)
        if let index { octets.append(index, context: tag &+ 1) }
    }
}

extension ServiceError {
    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        try BACnetValue.enumerated(errorClass.number).encode(into: &octets)
        try BACnetValue.enumerated(errorCode.number).encode(into: &octets)
    }
}

extension ReadPropertyRequest {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        object = try reader.contextObject(0)
        reference = try reader.reference(1)
    }

    func encode(into octets: inout [UInt8]) {
        octets.append(object, context: 0)
        reference.encode(1, into: &octets)
    }
}

extension ReadPropertyAck {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        object = try reader.contextObject(0)
        reference = try reader.reference(1)
        values = try reader.values(in: 3)
    }

    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        octets.append(object, context: 0)
        reference.encode(1, into: &octets)
        try values.encode(in: 3, into: &octets)
    }
}

extension ReadPropertyMultipleRequest {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        specifications = []
        repeat {
            let object = try reader.contextObject(0)
            try reader.open(1)
            var references: [PropertyReference] = []
            while !reader.isClosing { references.append(try reader.reference(0)) }
            try reader.close(1)
            specifications.append(Specification(object, references))
        } while !reader.isAtEnd
    }

    func encode(into octets: inout [UInt8]) {
        for specification in specifications {
            octets.append(specification.object, context: 0)
            octets.append(opening: 1)
            for reference in specification.references { reference.encode(0, into: &octets) }
            octets.append(closing: 1)
        }
    }
}

extension ReadPropertyMultipleAck {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        results = []
        while !reader.isAtEnd {
            let object = try reader.contextObject(0)
            try reader.open(1)
            var properties: [PropertyResult] = []
            while !reader.isClosing { properties.append(try PropertyResult(from: &reader)) }
            try reader.close(1)
            results.append(ObjectResult(object, properties))
        }
    }

    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        for result in results {
            octets.append(result.object, context: 0)
            octets.append(opening: 1)
            for property in result.properties { try property.encode(into: &octets) }
            octets.append(closing: 1)
        }
    }
}

extension ReadPropertyMultipleAck.PropertyResult {
    init(from reader: inout OctetReader) throws(BACnetFault) {
        reference = try reader.reference(2)
        guard let next = reader.peek(), next.opens(5) else {
            outcome = .values(try reader.values(in: 4))
            return
        }
        try reader.open(5)
        outcome = .error(try reader.serviceError())
        try reader.close(5)
    }

    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        reference.encode(2, into: &octets)
        switch outcome {
        case .values(let values): try values.encode(in: 4, into: &octets)
        case .error(let error):
            octets.append(opening: 5)
            try error.encode(into: &octets)
            octets.append(closing: 5)
        }
    }
}
