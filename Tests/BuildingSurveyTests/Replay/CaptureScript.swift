import BACnet
import FieldLinks
import PhaseLoom

@testable import BuildingSurvey

/// Messages as a capture would show them, one packet after another.
struct CaptureScript {
    static let client = Endpoint(address: 0x0A00_0001, port: 40_000)
    static let server = Endpoint(address: 0x0A00_0002, port: 12_345)

    private(set) var events: [CaptureEvent] = []

    mutating func add(
        _ apdu: APDU, from source: Endpoint, to destination: Endpoint, _ npdu: NPDU = NPDU(),
        bvll: BVLL = .originalUnicastNPDU
    ) throws {
        add(try BACnetMessage(bvll: bvll, npdu: npdu, apdu: apdu).encode(), from: source, to: destination)
    }

    mutating func add(_ octets: [UInt8], from source: Endpoint, to destination: Endpoint) {
        let packet = events.count + 1
        events.append(
            .datagram(
                CapturedDatagram(
                    packet: packet, time: Timestamp(milliseconds: Int64(packet)), source: source,
                    destination: destination, octets: octets)))
    }

    mutating func ask(
        _ content: ConfirmedRequest.Content, _ id: UInt8 = 1, at server: Endpoint = server, _ npdu: NPDU = NPDU()
    ) throws {
        let limits = ReceptionLimits(acceptsSegments: true, maxAPDU: 1476)
        try add(
            .confirmedRequest(ConfirmedRequest(content, invokeID: id, limits: limits)), from: Self.client, to: server,
            npdu)
    }

    mutating func answer(_ apdu: APDU, from server: Endpoint = server, _ npdu: NPDU = NPDU()) throws {
        try add(apdu, from: server, to: Self.client, npdu)
    }

    mutating func answer(_ content: ComplexAck.Content, _ id: UInt8 = 1, from server: Endpoint = server) throws {
        try answer(.complexAck(ComplexAck(content, invokeID: id)), from: server)
    }

    mutating func announce(_ instance: UInt32, from server: Endpoint = server, _ npdu: NPDU = NPDU()) throws {
        let device = ObjectIdentifier(rawValue: 8 << 22 | instance)
        try answer(
            .unconfirmedRequest(
                .iAm(IAm(device: device, maxAPDU: 480, segmentation: .noSegmentation, vendor: 7))),
            from: server, npdu)
    }

    /// The exchanges that a replay makes of it, those without an answer last.
    func exchanges() -> (exchanges: [BACnetExchangeSeen], replay: BACnetReplay) {
        var replay = BACnetReplay()
        var exchanges: [BACnetExchangeSeen] = []
        for event in events {
            for case .exchange(let exchange) in replay.news(in: event) { exchanges.append(exchange) }
        }
        return (exchanges + replay.finish(), replay)
    }

    /// The devices that come of it.
    func devices() -> CapturedDevices {
        var replay = BACnetReplay()
        var devices = CapturedDevices()
        for event in events {
            for news in replay.news(in: event) { devices.take(news) }
        }
        for exchange in replay.finish() { devices.take(exchange) }
        return devices
    }
}

extension ConfirmedRequest.Content {
    static func property(_ object: ObjectIdentifier, _ property: PropertyIdentifier, _ index: UInt32? = nil) -> Self {
        .readProperty(ReadPropertyRequest(object, PropertyReference(property, index: index)))
    }
}

extension ComplexAck.Content {
    static func property(
        _ object: ObjectIdentifier, _ property: PropertyIdentifier, _ index: UInt32? = nil, _ values: [BACnetValue]
    ) -> Self {
        .readProperty(ReadPropertyAck(object, PropertyReference(property, index: index), values))
    }
}
