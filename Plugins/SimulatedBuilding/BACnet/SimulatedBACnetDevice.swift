public import BACnet

/// A device in memory that answers what is asked of it, and has the faults that it is given.
///
/// It does not send in segments: a longer answer than it or the client takes is aborted as such devices do.
public struct SimulatedBACnetDevice: Sendable {
    /// The device object.
    public let identifier: ObjectIdentifier
    /// What is wrong with it.
    public var faults = DeviceFaults()
    /// The most octets that it takes and gives at once.
    public let maxAPDU: Int
    private var objects: [ObjectIdentifier: SimulatedObject] = [:]
    private var order: [ObjectIdentifier]
    private var heard = 0

    /// Makes a device, unless its instance is too high.
    ///
    /// - Parameters:
    ///   - instance: its instance, at most 4194303.
    ///   - objects: its objects but the device object; the last of several with one identifier counts.
    ///   - maxAPDU: the most octets that it takes and gives at once.
    public init?(instance: UInt32, _ objects: [SimulatedObject], maxAPDU: Int = 1476) {
        guard let identifier = ObjectIdentifier(.device, instance) else { return nil }
        self.identifier = identifier
        self.maxAPDU = maxAPDU
        order = [identifier] + objects.map(\.identifier)
        var device = SimulatedObject(identifier, CharacterString("SIM-\(instance)"))
        device.properties[.maxApduLengthAccepted] = [.unsigned(UInt64(maxAPDU.magnitude))]
        device.properties[.segmentationSupported] = [.enumerated(Segmentation.noSegmentation.number)]
        device.properties[.vendorIdentifier] = [.unsigned(999)]
        device.properties[.objectList] = order.map { .objectIdentifier($0) }
        for object in objects + [device] { self.objects[object.identifier] = object }
    }

    /// An object by its identifier.
    public subscript(object: ObjectIdentifier) -> SimulatedObject? {
        get { objects[object] }
        set { objects[object] = newValue }
    }

    /// Answers a message.
    ///
    /// - Returns: the answer; `nil` for silence.
    public mutating func answer(to apdu: APDU) -> APDU? {
        if faults.isDead { return nil }
        switch apdu {
        case .unconfirmedRequest(.whoIs(let question)):
            guard !faults.ignoresWhoIs, question.range?.contains(identifier.instance) ?? true else { return nil }
            let limit = UInt32(truncatingIfNeeded: maxAPDU)
            return .unconfirmedRequest(
                .iAm(IAm(device: identifier, maxAPDU: limit, segmentation: .noSegmentation, vendor: 999)))
        case .confirmedRequest(let request):
            heard += 1
            return heard <= faults.lostRequests ? nil : answer(to: request)
        default: return nil
        }
    }

    private mutating func answer(to request: ConfirmedRequest) -> APDU? {
        do throws(DeviceRefusal) {
            let content = try content(of: request)
            let limit = min(maxAPDU, request.limits.maxAPDU ?? maxAPDU)
            guard AnswerSize.octets(content) <= limit else { throw .abort(.segmentationNotSupported) }
            return .complexAck(ComplexAck(content, invokeID: request.invokeID))
        } catch {
            let id = request.invokeID
            return switch error {
            case .error(let error): .error(ErrorAnswer(request.service, error, invokeID: id))
            case .reject(let reason): .reject(RejectAnswer(reason, invokeID: id))
            case .abort(let reason): .abort(AbortAnswer(reason, isFromServer: true, invokeID: id))
            case .silence: nil
            }
        }
    }

    private func content(of request: ConfirmedRequest) throws(DeviceRefusal) -> ComplexAck.Content {
        switch request.content {
        case .readProperty(let request):
            let object = try object(request.object)
            if faults.ignoresWholeList, request.reference == PropertyReference(.objectList) { throw .silence }
            return .readProperty(
                ReadPropertyAck(object.identifier, request.reference, try object.read(request.reference)))
        case .readPropertyMultiple(let request):
            if faults.rejectsMultiple { throw .reject(.unrecognizedService) }
            if faults.ignoresMultiple { throw .silence }
            return .readPropertyMultiple(try read(request))
        default: throw .reject(.unrecognizedService)
        }
    }

    private func read(
        _ request: ReadPropertyMultipleRequest
    ) throws(DeviceRefusal) -> ReadPropertyMultipleAck {
        var results: [ReadPropertyMultipleAck.ObjectResult] = []
        for specification in request.specifications {
            if faults.spoilers.contains(specification.object) {
                throw .error(ServiceError(.object, .unknownObject))
            }
            let object = try object(specification.object)
            var properties: [ReadPropertyMultipleAck.PropertyResult] = []
            for reference in specification.references {
                do throws(DeviceRefusal) {
                    properties.append(.init(reference, .values(try object.read(reference))))
                } catch {
                    guard case .error(let error) = error else { throw error }
                    properties.append(.init(reference, .error(error)))
                }
            }
            results.append(.init(object.identifier, properties))
        }
        return ReadPropertyMultipleAck(results)
    }

    private func object(_ identifier: ObjectIdentifier) throws(DeviceRefusal) -> SimulatedObject {
        if faults.silent.contains(identifier) { throw .silence }
        let known = identifier == .anyDevice ? self.identifier : identifier
        guard let object = objects[known] else { throw .error(ServiceError(.object, .unknownObject)) }
        return object
    }
}
