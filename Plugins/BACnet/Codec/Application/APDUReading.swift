extension APDU {
    /// Reads a message between applications.
    ///
    /// - Throws: ``BACnetFault`` with the offset of the octet that is wrong.
    /// - Complexity: O(*n*) in the number of octets.
    public static func decode(_ octets: [UInt8]) throws(BACnetFault) -> APDU {
        var reader = OctetReader(octets)
        return try APDU(from: &reader)
    }

    init(from reader: inout OctetReader) throws(BACnetFault) {
        let start = reader.position
        let first = try reader.octet()
        switch first >> 4 {
        case 0: self = .confirmedRequest(try ConfirmedRequest(first, from: &reader))
        case 1: self = .unconfirmedRequest(try UnconfirmedRequest(from: &reader))
        case 2:
            let invokeID = try reader.octet()
            self = .simpleAck(SimpleAck(try reader.confirmedService(), invokeID: invokeID))
        case 3: self = .complexAck(try ComplexAck(first, from: &reader))
        case 4: self = .segmentAck(try SegmentAck(first, from: &reader))
        case 5: self = .error(try ErrorAnswer(from: &reader))
        case 6:
            let invokeID = try reader.octet()
            self = .reject(RejectAnswer(RejectReason(UInt32(try reader.octet())), invokeID: invokeID))
        case 7:
            let invokeID = try reader.octet()
            let reason = AbortReason(UInt32(try reader.octet()))
            self = .abort(AbortAnswer(reason, isFromServer: first & 1 != 0, invokeID: invokeID))
        default:
            throw reader.fault(.unsupportedMessage, "a message of type '\(first >> 4)', at most 7", at: start)
        }
        try reader.finish()
    }
}

extension OctetReader {
    @inline(__always) fileprivate mutating func confirmedService() throws(BACnetFault) -> ConfirmedService {
        let number = try octet()
        guard number <= 33 else {
            throw fault(.unsupportedService, "a confirmed service '\(number)', at most 33", at: position - 1)
        }
        return ConfirmedService(UInt32(number))
    }

    fileprivate mutating func window() throws(BACnetFault) -> UInt8 {
        let window = try octet()
        guard (1...127).contains(window) else {
            throw fault(.wrongValue, "a window of '\(window)' segments, not 1 to 127", at: position - 1)
        }
        return window
    }

    fileprivate mutating func fragment(
        moreFollows: Bool
    ) throws(BACnetFault) -> (ConfirmedService, MessageFragment) {
        let sequence = try octet()
        let window = try window()
        let service = try confirmedService()
        let fragment = MessageFragment(
            sequence: sequence, proposedWindow: window, moreFollows: moreFollows, octets: rest())
        return (service, fragment)
    }
}

extension ConfirmedRequest {
    fileprivate init(_ first: UInt8, from reader: inout OctetReader) throws(BACnetFault) {
        let codes = try reader.octet()
        limits = ReceptionLimits(acceptsSegments: first & 2 != 0, segmentsCode: codes >> 4 & 7, lengthCode: codes & 15)
        invokeID = try reader.octet()
        if first & 8 != 0 {
            let (service, fragment) = try reader.fragment(moreFollows: first & 4 != 0)
            content = .fragment(service, fragment)
        } else {
            let service = try reader.confirmedService()
            content = reader.isAtEnd ? .bare(service) : try Content(service, from: &reader)
        }
    }
}

extension ConfirmedRequest.Content {
    /// Reads the parameters of a request, such as those put together of fragments.
    ///
    /// - Throws: ``BACnetFault``, whose offset counts in the parameters.
    /// - Complexity: O(*n*) in the number of octets.
    public static func decode(_ service: ConfirmedService, _ octets: [UInt8]) throws(BACnetFault) -> Self {
        var reader = OctetReader(assembled: octets)
        let content = octets.isEmpty ? .bare(service) : try Self(service, from: &reader)
        try reader.finish()
        return content
    }

    fileprivate init(_ service: ConfirmedService, from reader: inout OctetReader) throws(BACnetFault) {
        switch service {
        case .readProperty: self = .readProperty(try ReadPropertyRequest(from: &reader))
        case .readPropertyMultiple:
            self = .readPropertyMultiple(try ReadPropertyMultipleRequest(from: &reader))
        case .readRange: self = .readRange(try ReadRangeRequest(from: &reader))
        case .subscribeCov: self = .subscribeCOV(try SubscribeCOVRequest(from: &reader))
        case .subscribeCovProperty:
            self = .subscribeCOVProperty(try SubscribeCOVPropertyRequest(from: &reader))
        case .confirmedCovNotification: self = .covNotification(try COVNotification(from: &reader))
        case .writeProperty: self = .writeProperty(try WritePropertyRequest(from: &reader))
        case .writePropertyMultiple:
            self = .writePropertyMultiple(try WritePropertyMultipleRequest(from: &reader))
        default: self = .parameters(try ServiceParameters(.request(service), from: &reader))
        }
    }
}

extension UnconfirmedRequest {
    fileprivate init(from reader: inout OctetReader) throws(BACnetFault) {
        let number = try reader.octet()
        let service = UnconfirmedService(UInt32(number))
        switch service {
        case .whoIs: self = .whoIs(try WhoIs(from: &reader))
        case .iAm: self = .iAm(try IAm(from: &reader))
        case .whoHas: self = .whoHas(try WhoHas(from: &reader))
        case .iHave: self = .iHave(try IHave(from: &reader))
        case .unconfirmedCovNotification: self = .covNotification(try COVNotification(from: &reader))
        case .timeSynchronization: self = .timeSynchronization(try reader.dateTime())
        case .utcTimeSynchronization: self = .utcTimeSynchronization(try reader.dateTime())
        default:
            guard number <= 14 else {
                throw reader.fault(
                    .unsupportedService, "an unconfirmed service '\(number)', at most 14", at: reader.position - 1)
            }
            self = .parameters(try ServiceParameters(.unconfirmed(service), from: &reader))
        }
    }
}

extension ComplexAck {
    @inline(__always) fileprivate init(_ first: UInt8, from reader: inout OctetReader) throws(BACnetFault) {
        invokeID = try reader.octet()
        if first & 8 != 0 {
            let (service, fragment) = try reader.fragment(moreFollows: first & 4 != 0)
            content = .fragment(service, fragment)
        } else {
            content = try Content(try reader.confirmedService(), from: &reader)
        }
    }
}

extension ComplexAck.Content {
    /// Reads the parameters of an answer, such as those put together of fragments.
    ///
    /// - Throws: ``BACnetFault``, whose offset counts in the parameters.
    /// - Complexity: O(*n*) in the number of octets.
    public static func decode(_ service: ConfirmedService, _ octets: [UInt8]) throws(BACnetFault) -> Self {
        var reader = OctetReader(assembled: octets)
        let content = try Self(service, from: &reader)
        try reader.finish()
        return content
    }

    @inline(__always)
    fileprivate init(_ service: ConfirmedService, from reader: inout OctetReader) throws(BACnetFault) {
        switch service {
        case .readProperty: self = .readProperty(try ReadPropertyAck(from: &reader))
        case .readPropertyMultiple: self = .readPropertyMultiple(try ReadPropertyMultipleAck(from: &reader))
        case .readRange: self = .readRange(try ReadRangeAck(from: &reader))
        default: self = .parameters(try ServiceParameters(.acknowledgement(service), from: &reader))
        }
    }
}

extension SegmentAck {
    fileprivate init(_ first: UInt8, from reader: inout OctetReader) throws(BACnetFault) {
        isNegative = first & 2 != 0
        isFromServer = first & 1 != 0
        invokeID = try reader.octet()
        sequence = try reader.octet()
        actualWindow = try reader.window()
    }
}

extension ErrorAnswer {
    fileprivate init(from reader: inout OctetReader) throws(BACnetFault) {
        invokeID = try reader.octet()
        service = try reader.confirmedService()
        guard let next = reader.peek(), next.kind == .opening else {
            error = try reader.serviceError()
            details = nil
            return
        }
        var copy = reader
        _ = try copy.tag()
        // The failed subscription names its object and property before the error that all other forms begin with.
        if next.number == 1 {
            _ = try copy.contextObject(0)
            try copy.open(1)
            _ = try copy.reference(0)
            try copy.close(1)
            try copy.open(2)
        }
        error = try copy.serviceError()
        details = try ServiceParameters(.error(service), from: &reader)
    }
}
