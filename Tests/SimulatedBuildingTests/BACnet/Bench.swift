import BACnet
import FieldLinks
import SimulatedBuilding
import Testing

/// A device and a client of it, without anything between them.
struct Bench {
    static let client = BACnetPeer(Endpoint(address: 0x7F00_0009, port: 47899))
    var device: SimulatedBACnetDevice
    private var invokeID: UInt8 = 0

    init(_ device: SimulatedBACnetDevice) { self.device = device }

    /// A device with an input, a value that can be commanded, states and a log.
    init(maxAPDU: Int = 1476, segmentation: Segmentation = .noSegmentation, extra: UInt32 = 0) throws {
        let input = try #require(
            SimulatedObject.analog(.analogInput, 1, "In", 20, .degreesCelsius, range: -40...80, increment: 0.5))
        let value = try #require(
            SimulatedObject.analog(.analogValue, 1, "Value", 0, .degreesCelsius, range: 10...30))
        let states = try #require(SimulatedObject.multistate(.multiStateValue, 1, "Mode", 1, texts: ["Off", "On"]))
        let output = try #require(SimulatedObject.binary(.binaryOutput, 1, "Fan", false))
        let trend = try Self.trend(of: input.identifier)
        var objects = [
            input, value.commandable(.real(20)), states.commandable(.unsigned(1)), output.commandable(.enumerated(0)),
            try #require(trend),
        ]
        for number in 0..<extra {
            let name = CharacterString("Extra \(number)")
            objects.append(try #require(SimulatedObject.analog(.analogInput, 100 + number, name, 1, .percent)))
        }
        self.init(
            try #require(
                SimulatedBACnetDevice(instance: 77, objects, maxAPDU: maxAPDU, segmentation: segmentation)))
    }

    /// A log of ten records a minute apart from noon of 1 March 2026 on, numbered from 101.
    private static func trend(of object: ObjectIdentifier) throws -> SimulatedObject? {
        let records = try (0..<10).map { number in
            SimulatedLog.Record(try noon(number), .real(Float(number)))
        }
        return .trend(1, "Trend", of: object, every: 60, SimulatedLog(records, firstSequence: 101))
    }

    /// So many minutes after noon of 1 March 2026.
    static func noon(_ minute: Int) throws -> BACnetDateTime {
        BACnetDateTime(
            try #require(BACnetDate(year: 2026, month: 3, day: 1, weekday: 7)),
            try #require(BACnetTime(hour: 12, minute: minute, second: 0, hundredth: 0)))
    }

    /// Asks the device, at a moment.
    mutating func ask(
        _ content: ConfirmedRequest.Content,
        limits: ReceptionLimits = ReceptionLimits(
            acceptsSegments: false, maxAPDU: 1476), at now: Duration = .zero
    ) -> [APDU] {
        invokeID &+= 1
        let request = ConfirmedRequest(content, invokeID: invokeID, limits: limits)
        return device.take(.confirmedRequest(request), from: Self.client, at: now).map(\.apdu)
    }

    mutating func read(_ object: ObjectIdentifier, _ property: PropertyIdentifier, index: UInt32? = nil) -> APDU? {
        ask(.readProperty(ReadPropertyRequest(object, PropertyReference(property, index: index)))).first
    }

    /// The values of a property; none when it cannot be read.
    mutating func values(
        _ object: ObjectIdentifier, _ property: PropertyIdentifier, index: UInt32? = nil
    ) -> [BACnetValue] {
        guard case .complexAck(let ack)? = read(object, property, index: index),
            case .readProperty(let read) = ack.content
        else { return [] }
        return read.values
    }

    /// Writes a property.
    ///
    /// - Returns: the error; `nil` when it was written.
    mutating func write(
        _ object: ObjectIdentifier, _ property: PropertyIdentifier, _ values: [BACnetValue], priority: UInt8? = nil,
        index: UInt32? = nil
    ) -> ServiceError? {
        let value = PropertyValue(PropertyReference(property, index: index), values, priority: priority)
        return ask(.writeProperty(WritePropertyRequest(object, value))).error
    }
}

extension [APDU] {
    /// The error that is answered.
    var error: ServiceError? {
        if case .error(let answer)? = first { answer.error } else { nil }
    }

    /// The reason for which the exchange is ended.
    var abort: AbortReason? {
        if case .abort(let answer)? = first { answer.reason } else { nil }
    }

    /// The notifications, confirmed and unconfirmed.
    var news: [COVNotification] {
        compactMap { apdu in
            switch apdu {
            case .unconfirmedRequest(.covNotification(let news)): return news
            case .confirmedRequest(let request):
                if case .covNotification(let news) = request.content { return news }
                return nil
            default: return nil
            }
        }
    }
}

extension ObjectIdentifier {
    static let input = ObjectIdentifier(rawValue: 0 << 22 | 1)
    static let value = ObjectIdentifier(rawValue: 2 << 22 | 1)
    static let states = ObjectIdentifier(rawValue: 19 << 22 | 1)
    static let output = ObjectIdentifier(rawValue: 4 << 22 | 1)
    static let trend = ObjectIdentifier(rawValue: 20 << 22 | 1)
    static let device77 = ObjectIdentifier(rawValue: 8 << 22 | 77)
    static let absent = ObjectIdentifier(rawValue: 0 << 22 | 999)
}
