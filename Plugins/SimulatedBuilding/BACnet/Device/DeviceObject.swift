import BACnet
import PhaseLoom

/// What a simulated device says about itself (ANSI/ASHRAE 135-2020, clause 12.11).
extension SimulatedBACnetDevice {
    static let vendor: UInt16 = 999
    /// The last revision of the protocol whose required properties all objects here have.
    private static let revision: UInt64 = 14
    /// The day on which every simulation begins, a Monday, at eight o'clock.
    private static let firstDay = Day(daysSince1970: 20_759)

    var deviceObject: SimulatedObject {
        var device = SimulatedObject(identifier, CharacterString("SIM-\(identifier.instance)"))
        device.properties.merge(
            [
                .systemStatus: [.enumerated(0)],
                .vendorName: [.characterString("Simulated Controls")],
                .vendorIdentifier: [.unsigned(UInt64(Self.vendor))],
                .modelName: [.characterString("Simulated controller")],
                .firmwareRevision: [.characterString("1.0")],
                .applicationSoftwareVersion: [.characterString("1.0")],
                .protocolVersion: [.unsigned(1)],
                .protocolRevision: [.unsigned(Self.revision)],
                .protocolServicesSupported: [.bitString(Self.services)],
                .protocolObjectTypesSupported: [.bitString(objectTypes)],
                .objectList: order.map { .objectIdentifier($0) },
                .maxApduLengthAccepted: [.unsigned(UInt64(clamping: maxAPDU))],
                .segmentationSupported: [.enumerated(segmentation.number)],
                .apduTimeout: [.unsigned(3000)],
                .numberOfApduRetries: [.unsigned(3)],
                .deviceAddressBinding: [],
                .databaseRevision: [.unsigned(1)],
                .activeCovSubscriptions: [],
                .localDate: [.date(Self.date(at: .zero))],
                .localTime: [.time(Self.time(at: .zero))],
            ]
        ) { _, new in new }
        if segmentation != .noSegmentation {
            device.properties[.maxSegmentsAccepted] = [.unsigned(UInt64(clamping: maxSegments))]
            device.properties[.apduSegmentTimeout] = [.unsigned(2000)]
        }
        return device
    }

    /// The services that it carries out, by their places in BACnetServicesSupported (clause 21).
    private static var services: BitString {
        let carriedOut: Set = [5, 12, 14, 15, 16, 33, 34, 35, 38]
        return BitString((0...40).map { carriedOut.contains($0) })
    }

    private var objectTypes: BitString {
        let types = Set(order.map(\.type.number))
        return BitString((0...UInt32(54)).map { types.contains($0) })
    }

    /// Brings what the device object says about the moment up to date, before it is read.
    mutating func refresh(_ object: BACnet.ObjectIdentifier) {
        guard object == identifier else { return }
        objects[identifier]?.properties[.localDate] = [.date(Self.date(at: now))]
        objects[identifier]?.properties[.localTime] = [.time(Self.time(at: now))]
        if let claimed = faults.claimedSegmentation {
            objects[identifier]?.properties[.segmentationSupported] = [.enumerated(claimed.number)]
        }
        if objects[identifier]?.properties[.activeCovSubscriptions] != nil {
            objects[identifier]?.properties[.activeCovSubscriptions] = subscriptions.listed(at: now)
        }
    }

    /// Tells that objects came, went or were renamed.
    mutating func noteDatabaseChange() {
        guard var device = objects[identifier] else { return }
        device.properties[.objectList] = order.map { .objectIdentifier($0) }
        device.properties[.protocolObjectTypesSupported] = [.bitString(objectTypes)]
        if case .unsigned(let revision)? = device.properties[.databaseRevision]?.first {
            device.properties[.databaseRevision] = [.unsigned(revision &+ 1)]
        }
        objects[identifier] = device
    }

    /// The date at a moment of the simulation.
    static func date(at moment: Duration) -> BACnetDate {
        let seconds = moment.components.seconds &+ 8 * 3600
        let days = seconds / 86400 - (seconds % 86400 < 0 ? 1 : 0)
        let day = firstDay.adding(days: Int(clamping: days))
        return BACnetDate(year: day.year, month: day.month, day: day.dayOfMonth, weekday: day.dayOfWeek) ?? .unspecified
    }

    /// The time of the day at a moment of the simulation.
    static func time(at moment: Duration) -> BACnetTime {
        let second = Int(((moment.components.seconds &+ 8 * 3600) % 86400 + 86400) % 86400)
        return BACnetTime(hour: second / 3600, minute: second / 60 % 60, second: second % 60, hundredth: 0)
            ?? .unspecified
    }
}
