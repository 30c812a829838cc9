extension APDU {
    /// Makes the octets of the message.
    ///
    /// - Throws: ``BACnetFault`` for parameters that do not fit their service.
    /// - Complexity: O(*n*) in the number of octets.
    public func encode() throws(BACnetFault) -> [UInt8] {
        var octets: [UInt8] = []
        try encode(into: &octets)
        return octets
    }

    /// Appends the octets of the message to those that are there.
    ///
    /// - Throws: ``BACnetFault`` for parameters that do not fit their service.
    /// - Complexity: O(*n*) in the number of octets.
    public func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        switch self {
        case .confirmedRequest(let request): try request.encode(into: &octets)
        case .unconfirmedRequest(let request):
            octets.append(0x10)
            octets.append(UInt8(truncatingIfNeeded: request.service.number))
            try request.encodeParameters(into: &octets)
        case .simpleAck(let ack): octets.append(0x20, ack.invokeID, ack.service.number)
        case .complexAck(let ack): try ack.encode(into: &octets)
        case .segmentAck(let ack):
            octets.append(0x40 | (ack.isNegative ? 2 : 0) | (ack.isFromServer ? 1 : 0))
            octets.append(contentsOf: [ack.invokeID, ack.sequence, ack.actualWindow])
        case .error(let answer):
            octets.append(0x50, answer.invokeID, answer.service.number)
            if let details = answer.details {
                try details.encode(into: &octets)
            } else {
                try answer.error.encode(into: &octets)
            }
        case .reject(let answer): octets.append(0x60, answer.invokeID, answer.reason.number)
        case .abort(let answer):
            octets.append(answer.isFromServer ? 0x71 : 0x70, answer.invokeID, answer.reason.number)
        }
    }
}

extension [UInt8] {
    @inline(__always) fileprivate mutating func append(_ type: UInt8, _ invokeID: UInt8, _ choice: UInt32) {
        append(type)
        append(invokeID)
        append(UInt8(truncatingIfNeeded: choice))
    }

    fileprivate mutating func append(_ fragment: MessageFragment, of service: ConfirmedService) {
        append(fragment.sequence, fragment.proposedWindow, service.number)
        append(contentsOf: fragment.octets)
    }
}

extension ConfirmedRequest {
    fileprivate func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        var first: UInt8 = limits.acceptsSegments ? 2 : 0
        if case .fragment(_, let fragment) = content { first |= fragment.moreFollows ? 12 : 8 }
        octets.append(first)
        octets.append((limits.segmentsCode & 7) << 4 | limits.lengthCode & 15)
        octets.append(invokeID)
        if case .fragment(let service, let fragment) = content { return octets.append(fragment, of: service) }
        octets.append(UInt8(truncatingIfNeeded: service.number))
        try content.encode(into: &octets)
    }
}

extension ConfirmedRequest.Content {
    /// Appends the parameters of the service, without the header of the message.
    ///
    /// - Throws: ``BACnetFault`` for parameters that do not fit their service.
    /// - Complexity: O(*n*) in the number of octets.
    public func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        switch self {
        case .readProperty(let request): request.encode(into: &octets)
        case .readPropertyMultiple(let request): request.encode(into: &octets)
        case .readRange(let request): try request.encode(into: &octets)
        case .subscribeCOV(let request): request.encode(into: &octets)
        case .subscribeCOVProperty(let request): try request.encode(into: &octets)
        case .covNotification(let news): try news.encode(into: &octets)
        case .writeProperty(let request): try request.encode(into: &octets)
        case .writePropertyMultiple(let request): try request.encode(into: &octets)
        case .parameters(let parameters): try parameters.encode(into: &octets)
        case .bare: break
        case .fragment(_, let fragment): octets.append(contentsOf: fragment.octets)
        }
    }
}

extension UnconfirmedRequest {
    fileprivate func encodeParameters(into octets: inout [UInt8]) throws(BACnetFault) {
        switch self {
        case .whoIs(let question): question.encode(into: &octets)
        case .iAm(let answer): try answer.encode(into: &octets)
        case .whoHas(let question): try question.encode(into: &octets)
        case .iHave(let answer): try answer.encode(into: &octets)
        case .covNotification(let news): try news.encode(into: &octets)
        case .timeSynchronization(let time), .utcTimeSynchronization(let time): try time.encode(into: &octets)
        case .parameters(let parameters): try parameters.encode(into: &octets)
        }
    }
}

extension ComplexAck {
    fileprivate func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        if case .fragment(let service, let fragment) = content {
            octets.append(fragment.moreFollows ? 0x3C : 0x38)
            octets.append(invokeID)
            return octets.append(fragment, of: service)
        }
        octets.append(0x30, invokeID, service.number)
        try content.encode(into: &octets)
    }
}

extension ComplexAck.Content {
    /// Appends the parameters of the answer, without the header of the message.
    ///
    /// - Throws: ``BACnetFault`` for parameters that do not fit their service.
    /// - Complexity: O(*n*) in the number of octets.
    public func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        switch self {
        case .readProperty(let ack): try ack.encode(into: &octets)
        case .readPropertyMultiple(let ack): try ack.encode(into: &octets)
        case .readRange(let ack): try ack.encode(into: &octets)
        case .parameters(let parameters): try parameters.encode(into: &octets)
        case .fragment(_, let fragment): octets.append(contentsOf: fragment.octets)
        }
    }
}
