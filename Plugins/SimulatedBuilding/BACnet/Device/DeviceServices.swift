import BACnet

/// What a simulated device does with confirmed requests.
extension SimulatedBACnetDevice {
    mutating func take(_ request: ConfirmedRequest, from peer: BACnetPeer) -> [SimulatedAnswer] {
        if case .fragment(let service, let fragment) = request.content {
            return take(fragment, of: service, request, from: peer)
        }
        return answer(request, from: peer).map { SimulatedAnswer(apdu: $0, peer: peer) }
    }

    /// Answers a request that is complete.
    func refusal(_ refusal: DeviceRefusal, of request: ConfirmedRequest) -> APDU? {
        let id = request.invokeID
        return switch refusal {
        case .error(let error): .error(ErrorAnswer(request.service, error, invokeID: id))
        case .writeError(let error, let object, let reference):
            .error(.writing(error, object, reference, invokeID: id))
        case .reject(let reason): .reject(RejectAnswer(reason, invokeID: id))
        case .abort(let reason): .abort(AbortAnswer(reason, isFromServer: true, invokeID: id))
        case .silence: nil
        }
    }

    mutating func answer(_ request: ConfirmedRequest, from peer: BACnetPeer) -> [APDU] {
        do throws(DeviceRefusal) {
            guard let content = try content(of: request, from: peer) else {
                return [.simpleAck(SimpleAck(request.service, invokeID: request.invokeID))]
            }
            return try send(ComplexAck(content, invokeID: request.invokeID), for: request.limits, to: peer)
        } catch {
            return refusal(error, of: request).map { [$0] } ?? []
        }
    }

    /// Carries a request out.
    ///
    /// - Returns: what it says; `nil` when it says only that it is done.
    private mutating func content(
        of request: ConfirmedRequest, from peer: BACnetPeer
    ) throws(DeviceRefusal) -> ComplexAck.Content? {
        switch request.content {
        case .readProperty(let question): return .readProperty(try read(question))
        case .readPropertyMultiple(let question):
            if faults.rejectsMultiple { throw .reject(.unrecognizedService) }
            if faults.ignoresMultiple { throw .silence }
            return .readPropertyMultiple(try read(question))
        case .readRange(let question):
            return .readRange(try read(question, limit: min(maxAPDU, request.limits.maxAPDU ?? maxAPDU)))
        case .writeProperty(let order):
            try write(order.value, to: order.object)
        case .writePropertyMultiple(let order): try write(order)
        case .subscribeCOV(let order): try subscribe(order, nil, nil, peer)
        case .subscribeCOVProperty(let order):
            try subscribe(order.subscription, order.reference, order.increment, peer)
        default: throw .reject(.unrecognizedService)
        }
        return nil
    }

    private mutating func read(_ request: ReadPropertyRequest) throws(DeviceRefusal) -> ReadPropertyAck {
        let object = try object(request.object)
        if faults.ignoresWholeList, request.reference == PropertyReference(.objectList) { throw .silence }
        return ReadPropertyAck(object.identifier, request.reference, try object.read(request.reference))
    }

    private mutating func read(
        _ request: ReadPropertyMultipleRequest
    ) throws(DeviceRefusal) -> ReadPropertyMultipleAck {
        var results: [ReadPropertyMultipleAck.ObjectResult] = []
        for specification in request.specifications {
            if faults.spoilers.contains(specification.object) {
                throw .error(ServiceError(.object, .unknownObject))
            }
            results.append(try read(specification))
        }
        return ReadPropertyMultipleAck(results)
    }

    private mutating func read(
        _ specification: ReadPropertyMultipleRequest.Specification
    ) throws(DeviceRefusal) -> ReadPropertyMultipleAck.ObjectResult {
        let object = try object(specification.object)
        var properties: [ReadPropertyMultipleAck.PropertyResult] = []
        for reference in specification.references {
            for property in object.expand(reference.property) ?? [reference.property] {
                let reference = PropertyReference(property, index: reference.index)
                do throws(DeviceRefusal) {
                    properties.append(.init(reference, .values(try object.read(reference))))
                } catch {
                    guard case .error(let error) = error else { throw error }
                    properties.append(.init(reference, .error(error)))
                }
            }
        }
        return .init(object.identifier, properties)
    }

    /// Reads a part of a log, as much as fits one answer (clause 15.8).
    private mutating func read(_ request: ReadRangeRequest, limit: Int) throws(DeviceRefusal) -> ReadRangeAck {
        let object = try object(request.object)
        guard request.reference.property == .logBuffer, let log = object.log else {
            _ = try object.read(request.reference)
            throw .error(ServiceError(.services, .propertyIsNotAList))
        }
        guard request.reference.index == nil else { throw .error(ServiceError(.property, .propertyIsNotAnArray)) }
        let places = log.places(request.range)
        // The header, the parameters before the items and the tags around them take 32 octets at most.
        var (items, octets, end) = ([BACnetValue](), [UInt8](repeating: 0, count: 32), places.lowerBound)
        for place in places {
            let values = log.records[place].values
            do { for value in values { try value.encode(into: &octets) } } catch { throw .abort(.other) }
            guard octets.count <= limit else { break }
            items += values
            end = place + 1
        }
        let isTold = end > places.lowerBound
        let flags = [isTold && places.lowerBound == 0, isTold && end == log.records.count, end < places.upperBound]
        var numbered = false
        if case .sequence = request.range { numbered = isTold }
        if case .time = request.range { numbered = isTold }
        return ReadRangeAck(
            object.identifier, request.reference, flags: BitString(flags), count: UInt64(end - places.lowerBound),
            items: items, firstSequence: numbered ? log.firstSequence &+ UInt64(places.lowerBound) : nil)
    }

    private mutating func write(_ value: PropertyValue, to identifier: ObjectIdentifier) throws(DeviceRefusal) {
        var object = try object(identifier)
        try object.write(value)
        objects[object.identifier] = object
        if value.reference.property == .objectName { noteDatabaseChange() }
    }

    /// Writes one value after the other; those before the first that fails stay (clause 15.10).
    private mutating func write(_ request: WritePropertyMultipleRequest) throws(DeviceRefusal) {
        for specification in request.specifications {
            for value in specification.values {
                do throws(DeviceRefusal) {
                    try write(value, to: specification.object)
                } catch {
                    guard case .error(let error) = error else { throw error }
                    throw .writeError(error, specification.object, value.reference)
                }
            }
        }
    }

    mutating func object(_ identifier: ObjectIdentifier) throws(DeviceRefusal) -> SimulatedObject {
        if faults.silent.contains(identifier) { throw .silence }
        let known = identifier == .anyDevice ? self.identifier : identifier
        refresh(known)
        guard let object = objects[known] else { throw .error(ServiceError(.object, .unknownObject)) }
        return object
    }
}

extension ErrorAnswer {
    /// The error of WritePropertyMultiple, which names the value that was not written (clause 21).
    fileprivate static func writing(
        _ error: ServiceError, _ object: ObjectIdentifier, _ reference: PropertyReference, invokeID: UInt8
    ) -> ErrorAnswer {
        var failed: [ServiceParameters.Parameter] = [
            .init("object-identifier", .primitive(.objectIdentifier(object))),
            .init("property-identifier", .primitive(.enumerated(reference.property.number))),
        ]
        if let index = reference.index {
            failed.append(.init("property-array-index", .primitive(.unsigned(UInt64(index)))))
        }
        var answer = ErrorAnswer(.writePropertyMultiple, error, invokeID: invokeID)
        answer.details = ServiceParameters(
            .error(.writePropertyMultiple),
            [
                .init(
                    "error-type",
                    .fields([
                        .init("error-class", .primitive(.enumerated(error.errorClass.number))),
                        .init("error-code", .primitive(.enumerated(error.errorCode.number))),
                    ])),
                .init("first-failed-write-attempt", .fields(failed)),
            ])
        return answer
    }
}
