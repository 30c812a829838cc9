import BACnet
import BuildingPoints
import FieldLinks
import PhaseLoom

/// What a capture shows of wanted objects: the last answer about each of their properties.
struct CapturedObjects {
    /// A property as it was answered last.
    private struct Answer {
        let outcome: Result<[BACnetValue], BACnetError>
        let time: Timestamp
        let octets: [UInt8]
        let packet: Int
    }

    private struct Place: Hashable {
        let station: CapturedStation
        let object: BACnet.ObjectIdentifier
    }

    /// How many stations of one instance are kept; of more than one none is picked anyway.
    private static let mostStations = 16
    private let wanted: Set<BACnet.ObjectIdentifier>
    private let devices: Set<UInt32>
    private var answers: [Place: [PropertyIdentifier: Answer]] = [:]
    /// The stations that told each instance, in the order in which they did.
    private var stations: [UInt32: [CapturedStation]] = [:]
    private var replay = BACnetReplay()

    init(_ references: [PointReference]) {
        wanted = Set(
            references.compactMap { if case .bacnet(_, let object) = $0 { object } else { nil } })
        devices = Set(references.compactMap { if case .bacnet(let device, _) = $0 { device } else { nil } })
    }

    mutating func take(_ event: CaptureEvent) {
        for news in replay.news(in: event) {
            switch news {
            case .exchange(let exchange): take(exchange)
            case .announcement(.iAm(let device), let station, _): introduce(station, device.device)
            case .announcement: break
            }
        }
    }

    mutating func finish() {
        for exchange in replay.finish() { take(exchange) }
    }

    private mutating func introduce(_ station: CapturedStation, _ device: BACnet.ObjectIdentifier) {
        guard device.type == .device, devices.contains(device.instance) else { return }
        let known = stations[device.instance, default: []]
        guard known.count < Self.mostStations, !known.contains(station) else { return }
        stations[device.instance] = known + [station]
    }

    private mutating func take(_ exchange: BACnetExchangeSeen) {
        switch exchange.outcome {
        case .success(.readProperty(let ack)?):
            take(ack.object, ack.reference, .success(ack.values), exchange)
        case .success(.readPropertyMultiple(let ack)?):
            for result in ack.results {
                for property in result.properties {
                    let outcome: Result<[BACnetValue], BACnetError> =
                        switch property.outcome {
                        case .values(let values): .success(values)
                        case .error(let error): .failure(.error(error.errorClass, error.errorCode))
                        }
                    take(result.object, property.reference, outcome, exchange)
                }
            }
        case .failure(let error):
            if case .readProperty(let request) = exchange.request {
                take(request.object, request.reference, .failure(error), exchange)
            }
        case .success: break
        }
    }

    private mutating func take(
        _ object: BACnet.ObjectIdentifier, _ reference: PropertyReference,
        _ outcome: Result<[BACnetValue], BACnetError>, _ exchange: BACnetExchangeSeen
    ) {
        if object.type == .device, case .success(let values) = outcome {
            // An object that answers is there; that of any device answers with its own name.
            introduce(exchange.server, object)
            if reference.property == .objectIdentifier, case .objectIdentifier(let device)? = values.first {
                introduce(exchange.server, device)
            }
        }
        guard reference.index == nil, wanted.contains(object) else { return }
        let place = Place(station: exchange.server, object: object)
        if case .failure = outcome, case .success? = answers[place]?[reference.property]?.outcome { return }
        answers[place, default: [:]][reference.property] = Answer(
            outcome: outcome, time: exchange.time, octets: exchange.octets,
            packet: exchange.responsePacket ?? exchange.requestPacket)
    }

    /// What the capture shows of an object; a value whose status was not asked for is marked so.
    func reading(of object: BACnet.ObjectIdentifier, device: UInt32) -> CheckoutReading {
        let places = stations[device] ?? []
        guard let station = places.first else {
            return CheckoutReading(fault: "the capture does not show where device \(device) is")
        }
        guard places.count == 1 else {
            let more = places.count == Self.mostStations ? " or more" : ""
            let list = places.map(\.description).listed
            return CheckoutReading(
                fault: "\(places.count) devices\(more) have the instance \(device): at \(list)")
        }
        guard let found = answers[Place(station: station, object: object)] else {
            return CheckoutReading(fault: "the capture has no answer about it")
        }
        let used = object.type.checkedProperties.compactMap { found[$0] }.sorted { $0.packet < $1.packet }
        var octets: [[UInt8]] = []
        for answer in used where !answer.octets.isEmpty && octets.last != answer.octets { octets.append(answer.octets) }
        return CheckoutReading(
            of: object, found.mapValues(\.outcome), time: found[.presentValue]?.time ?? used.last?.time, octets: octets)
    }
}
