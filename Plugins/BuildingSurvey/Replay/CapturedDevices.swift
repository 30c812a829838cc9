import BACnet
import BuildingPoints
import PhaseLoom

/// The devices of BACnet that a capture shows, as they grow out of its exchanges.
struct CapturedDevices: Sendable {
    /// The most devices, and the most objects of all of them.
    static let (deviceLimit, objectLimit) = (20_000, 400_000)

    /// The messages for whose devices or objects there was no room.
    private(set) var refused = 0
    /// When something of use was captured first.
    private(set) var begin: Timestamp?
    /// The places that were asked and said nothing of use, in the order in which they were asked first.
    var silent: [CapturedStation] { asked.filter { recorders[$0] == nil } }
    private var recorders: [CapturedStation: DeviceRecorder] = [:]
    private var asked: [CapturedStation] = []
    private var isAsked: Set<CapturedStation> = []
    private var objectCount = 0

    /// Takes what a capture shows.
    mutating func take(_ news: BACnetNews) {
        switch news {
        case .exchange(let exchange): take(exchange)
        case .announcement(let message, let source, let time): take(message, from: source, at: time)
        }
    }

    private mutating func take(_ message: UnconfirmedRequest, from source: CapturedStation, at time: Timestamp) {
        switch message {
        case .iAm(let device): change(source, time) { $0.take(device) }
        case .iHave(let found):
            change(source, time) { device in
                device.list(found.object)
                device.take(.name(found.name, of: found.object), at: time)
            }
        case .covNotification(let notification):
            change(source, time) { device in
                for value in notification.values {
                    let target = PropertyTarget(notification.object, value.reference)
                    device.take(PropertyReading(target, .success(value.values)), at: time)
                }
            }
        default: break
        }
    }

    /// Takes an exchange: what was read, or why it was not.
    mutating func take(_ exchange: BACnetExchangeSeen) {
        let readings = exchange.readings
        guard !readings.isEmpty else { return }
        if isAsked.count < Self.deviceLimit, isAsked.insert(exchange.server).inserted { asked.append(exchange.server) }
        // Nothing is known of a place that never answers, not even whether it is a device.
        if exchange.responsePacket == nil, recorders[exchange.server] == nil { return }
        change(exchange.server, exchange.time) { device in
            for reading in readings { device.take(reading, at: exchange.time) }
            for object in exchange.wholeObjects { device.takeAll(of: object) }
            if exchange.isSegmented { device.segmentation = .segmented }
            if case .failure(let error) = exchange.outcome, error.refusesSegments, device.segmentation == nil {
                device.segmentation = .refused
            }
        }
    }

    private mutating func change(
        _ station: CapturedStation, _ time: Timestamp, _ body: (inout DeviceRecorder) -> Void
    ) {
        let isKnown = recorders[station] != nil
        guard objectCount < Self.objectLimit, isKnown || recorders.count < Self.deviceLimit else {
            refused += 1
            return
        }
        begin = min(begin ?? time, time)
        let before = recorders[station]?.objectCount ?? 0
        body(&recorders[station, default: DeviceRecorder()])
        objectCount += (recorders[station]?.objectCount ?? 0) - before
    }

    /// The records of all devices, in canonical order.
    ///
    /// - Complexity: O(*n* log *n*) in the number of readings.
    var records: [InventoryDevice] {
        recorders.map { $0.value.record(at: $0.key.place.description, $0.key.route) }.sorted {
            ($0.instance, $0.address, $0.network ?? 0, $0.mac.description)
                < ($1.instance, $1.address, $1.network ?? 0, $1.mac.description)
        }
    }
}

extension PropertyReading {
    fileprivate static func name(_ name: CharacterString, of object: BACnet.ObjectIdentifier) -> PropertyReading {
        PropertyReading(PropertyTarget(object, PropertyReference(.objectName)), .success([.characterString(name)]))
    }
}

extension BACnetExchangeSeen {
    /// What was read, property by property, or why nothing was.
    fileprivate var readings: [PropertyReading] {
        switch outcome {
        case .success(.readProperty(let ack)?):
            return [PropertyReading(PropertyTarget(ack.object, ack.reference), .success(ack.values))]
        case .success(.readPropertyMultiple(let ack)?): return ack.readings
        case .success: return []
        case .failure(let error):
            return targets.map { PropertyReading($0, .failure(error)) }
        }
    }

    /// The properties that were asked for.
    private var targets: [PropertyTarget] {
        switch request {
        case .readProperty(let request): [PropertyTarget(request.object, request.reference)]
        case .readPropertyMultiple(let request):
            request.specifications.flatMap { specification in
                specification.references.map { PropertyTarget(specification.object, $0) }
            }
        default: []
        }
    }

    /// The objects that gave all of their properties.
    fileprivate var wholeObjects: [BACnet.ObjectIdentifier] {
        guard case .readPropertyMultiple(let request) = request,
            case .success(.readPropertyMultiple(let ack)?) = outcome
        else { return [] }
        return zip(request.specifications, ack.results).filter { asked, given in
            asked.references.contains(PropertyReference(.all))
                && !given.properties.contains { $0.reference.property == .all }
        }.map(\.1.object)
    }
}

extension ReadPropertyMultipleAck {
    fileprivate var readings: [PropertyReading] {
        results.flatMap { result in
            result.properties.map { property in
                let target = PropertyTarget(result.object, property.reference)
                switch property.outcome {
                case .values(let values): return PropertyReading(target, .success(values))
                case .error(let error):
                    return PropertyReading(target, .failure(.error(error.errorClass, error.errorCode)))
                }
            }
        }
    }
}
