public import PhaseLoom

extension APDU {
    /// The message as an object: its type, the service, and what it says with the names of the standard.
    ///
    /// - Complexity: O(*n*) in the number of values.
    public var json: JSONValue {
        switch self {
        case .confirmedRequest(let request):
            Self.head("confirmed-request", request.invokeID, request.service).adding(request.content)
        case .unconfirmedRequest(let request): request.json
        case .simpleAck(let ack): Self.head("simple-ack", ack.invokeID, ack.service)
        case .complexAck(let ack): Self.head("complex-ack", ack.invokeID, ack.service).adding(ack.content)
        case .segmentAck(let ack):
            [
                "type": "segment-ack", "invoke-id": .integer(Int(ack.invokeID)), "negative": .bool(ack.isNegative),
                "server": .bool(ack.isFromServer), "sequence-number": .integer(Int(ack.sequence)),
                "window-size": .integer(Int(ack.actualWindow)),
            ]
        case .error(let answer):
            Self.head("error", answer.invokeID, answer.service).adding([
                "error": answer.error.json, "details": answer.details?.json ?? .null,
            ])
        case .reject(let answer):
            ["type": "reject", "invoke-id": .integer(Int(answer.invokeID)), "reason": .string(answer.reason.name)]
        case .abort(let answer):
            [
                "type": "abort", "invoke-id": .integer(Int(answer.invokeID)), "server": .bool(answer.isFromServer),
                "reason": .string(answer.reason.name),
            ]
        }
    }

    private static func head(_ type: JSONValue, _ invokeID: UInt8, _ service: ConfirmedService) -> JSONValue {
        ["type": type, "invoke-id": .integer(Int(invokeID)), "service": .string(service.name)]
    }
}

extension JSONValue {
    fileprivate func adding(_ content: ConfirmedRequest.Content) -> JSONValue {
        switch content {
        case .readProperty(let request): adding(request.object, request.reference)
        case .readPropertyMultiple(let request):
            adding([
                "specifications": .array(
                    request.specifications.map { part in
                        let properties = part.references.map { ([:] as JSONValue).adding($0) }
                        return ["object": .string("\(part.object)"), "properties": .array(properties)]
                    })
            ])
        case .readRange(let request): adding(request.object, request.reference).adding(["range": request.rangeJSON])
        case .subscribeCOV(let request): adding(request)
        case .subscribeCOVProperty(let request): adding(request.subscription).adding(request.reference)
        case .covNotification(let news): adding(news)
        case .writeProperty(let request):
            adding(["object": .string("\(request.object)"), "value": request.value.json])
        case .writePropertyMultiple(let request):
            adding([
                "specifications": .array(
                    request.specifications.map {
                        ["object": .string("\($0.object)"), "values": .array($0.values.map(\.json))]
                    })
            ])
        case .parameters(let parameters): adding(["parameters": parameters.json])
        case .bare: self
        case .fragment(_, let fragment): adding(fragment)
        }
    }

    fileprivate func adding(_ content: ComplexAck.Content) -> JSONValue {
        switch content {
        case .readProperty(let ack): adding(ack.object, ack.reference).adding(["values": ack.values.json])
        case .readPropertyMultiple(let ack): adding(["results": .array(ack.results.map(\.json))])
        case .readRange(let ack):
            adding(ack.object, ack.reference).adding([
                "result-flags": .string("\(ack.flags)"), "item-count": .whole(ack.count), "items": ack.items.json,
                "first-sequence-number": ack.firstSequence.map { .whole($0) } ?? .null,
            ])
        case .parameters(let parameters): adding(["parameters": parameters.json])
        case .fragment(_, let fragment): adding(fragment)
        }
    }

    fileprivate func adding(_ fragment: MessageFragment) -> JSONValue {
        adding([
            "sequence-number": .integer(Int(fragment.sequence)),
            "window-size": .integer(Int(fragment.proposedWindow)), "more-follows": .bool(fragment.moreFollows),
            "octets": .string(fragment.octets.hexadecimal),
        ])
    }

    fileprivate func adding(_ object: ObjectIdentifier, _ reference: PropertyReference) -> JSONValue {
        adding(["object": .string("\(object)")]).adding(reference)
    }

    fileprivate func adding(_ reference: PropertyReference) -> JSONValue {
        let named = adding(["property": .string(reference.property.name)])
        return reference.index.map { named.adding(["index": .integer(Int($0))]) } ?? named
    }

    fileprivate func adding(_ request: SubscribeCOVRequest) -> JSONValue {
        adding([
            "process": .integer(Int(request.process)), "object": .string("\(request.object)"),
            "confirmed": request.isConfirmed.map { .bool($0) } ?? .null,
            "lifetime": request.lifetime.map { .integer(Int($0)) } ?? .null,
        ])
    }

    fileprivate func adding(_ news: COVNotification) -> JSONValue {
        adding([
            "process": .integer(Int(news.process)), "device": .string("\(news.device)"),
            "object": .string("\(news.object)"), "time-remaining": .integer(Int(news.timeRemaining)),
            "values": .array(news.values.map(\.json)),
        ])
    }

    fileprivate func adding(_ range: ClosedRange<UInt32>?) -> JSONValue {
        guard let range else { return self }
        return adding(["low": .integer(Int(range.lowerBound)), "high": .integer(Int(range.upperBound))])
    }
}

extension ServiceError {
    fileprivate var json: JSONValue {
        ["error-class": .string(errorClass.name), "error-code": .string(errorCode.name)]
    }
}

extension ReadPropertyMultipleAck.ObjectResult {
    fileprivate var json: JSONValue {
        let properties = properties.map { property -> JSONValue in
            let named = ([:] as JSONValue).adding(property.reference)
            return switch property.outcome {
            case .values(let values): named.adding(["values": values.json])
            case .error(let error): named.adding(["error": error.json])
            }
        }
        return ["object": .string("\(object)"), "properties": .array(properties)]
    }
}

extension PropertyValue {
    fileprivate var json: JSONValue {
        let json = ([:] as JSONValue).adding(reference).adding(["values": values.json])
        return priority.map { json.adding(["priority": .integer(Int($0))]) } ?? json
    }
}

extension ReadRangeRequest {
    fileprivate var rangeJSON: JSONValue {
        switch range {
        case nil: .null
        case .position(let start, let count): ["position": .whole(start), "count": .integer(Int(count))]
        case .sequence(let start, let count): ["sequence-number": .whole(start), "count": .integer(Int(count))]
        case .time(let start, let count): ["time": .string("\(start)"), "count": .integer(Int(count))]
        }
    }
}

extension UnconfirmedRequest {
    fileprivate var json: JSONValue {
        let head: JSONValue = ["type": "unconfirmed-request", "service": .string(service.name)]
        return switch self {
        case .whoIs(let question): head.adding(question.range)
        case .iAm(let answer):
            head.adding([
                "device": .string("\(answer.device)"), "max-apdu": .integer(Int(answer.maxAPDU)),
                "segmentation": .string(answer.segmentation.name), "vendor": .integer(Int(answer.vendor)),
            ])
        case .whoHas(let question):
            switch question.object {
            case .identifier(let object): head.adding(question.range).adding(["object": .string("\(object)")])
            case .name(let name): head.adding(question.range).adding(["name": .string(name.text)])
            }
        case .iHave(let answer):
            head.adding([
                "device": .string("\(answer.device)"), "object": .string("\(answer.object)"),
                "name": .string(answer.name.text),
            ])
        case .covNotification(let news): head.adding(news)
        case .timeSynchronization(let time), .utcTimeSynchronization(let time):
            head.adding(["time": .string("\(time)")])
        case .parameters(let parameters): head.adding(["parameters": parameters.json])
        }
    }
}
