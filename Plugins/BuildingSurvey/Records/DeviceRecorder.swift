import BACnet
import BuildingPoints
import PhaseLoom

/// What is known of a device so far, reading by reading, live or from a capture.
struct DeviceRecorder: Sendable {
    /// The most objects of a device; what it would have beyond is counted.
    static let objectLimit = 100_000

    /// The instances that it gave itself, in the order in which they came; more than one is a fault of it.
    private(set) var instances: [UInt32] = []
    /// What was seen of its segmentation.
    var segmentation: ObservedSegmentation?
    /// What is wrong with it beside single readings.
    var faults: [InventoryFault] = []
    /// Whether its list of objects was read, where somebody knows; `nil` for finding it out of the readings.
    var isListed: Bool?
    private var announced: IAm?
    private var objects: [BACnet.ObjectIdentifier: ObjectReadings] = [:]
    private var listed: Set<BACnet.ObjectIdentifier> = []
    /// The readings for which there was no room.
    private var refused = 0

    /// How many objects are known of it.
    var objectCount: Int { objects.count }

    /// Takes what it says when it is asked who it is.
    mutating func take(_ device: IAm) {
        note(device.device)
        announced = announced ?? device
    }

    /// Takes a reading.
    mutating func take(_ reading: PropertyReading, at time: Timestamp?) {
        let (object, reference) = (reading.target.object, reading.target.reference)
        if case .success(let values) = reading.outcome { learn(object, reference, values) }
        add(object) { $0.take(reference, .init(outcome: reading.outcome, time: time)) }
    }

    /// Takes that an object gave all of its properties.
    mutating func takeAll(of object: BACnet.ObjectIdentifier) { add(object) { $0.gaveAll = true } }

    /// Takes that it names an object as one of its own.
    mutating func list(_ object: BACnet.ObjectIdentifier) {
        add(object) { _ in }
        if objects[object] != nil { listed.insert(object) }
    }

    private mutating func add(_ object: BACnet.ObjectIdentifier, _ change: (inout ObjectReadings) -> Void) {
        guard objects[object] != nil || objects.count < Self.objectLimit else {
            refused += 1
            return
        }
        change(&objects[object, default: ObjectReadings()])
    }

    /// Notes the instance and the objects that a reading tells.
    private mutating func learn(
        _ object: BACnet.ObjectIdentifier, _ reference: PropertyReference, _ values: [BACnetValue]
    ) {
        guard object.type == .device else { return }
        if object != .anyDevice { note(object) }
        for case .objectIdentifier(let told) in values {
            if reference.property == .objectIdentifier { note(told) }
            if reference.property == .objectList, reference.index != 0 { list(told) }
        }
    }

    private mutating func note(_ device: BACnet.ObjectIdentifier) {
        guard device.type == .device, !instances.contains(device.instance), instances.count < 100 else { return }
        instances.append(device.instance)
    }
}

extension DeviceRecorder {
    /// The record; one without a known instance has the highest, which the standard keeps for that.
    ///
    /// - Parameters:
    ///   - address: where its answers came from.
    ///   - route: its network and address behind a router.
    /// - Returns: the record, with its objects in canonical order.
    /// - Complexity: O(*n* log *n*) in the number of readings.
    func record(at address: String, _ route: NetworkAddress?) -> InventoryDevice {
        let identifier = instances.first.flatMap { BACnet.ObjectIdentifier(.device, $0) } ?? .anyDevice
        var device = InventoryDevice(instance: identifier.instance, address: address)
        device.network = route?.network
        device.mac = route?.address ?? []
        var own = objects[.anyDevice] ?? ObjectReadings()
        if identifier != .anyDevice, let readings = objects[identifier] { own.merge(readings) }
        device.fill(from: own, announced)
        device.observedSegmentation = segmentation
        device.objects = objects.filter { $0.key != .anyDevice && $0.key != identifier }
            .sorted { $0.key < $1.key }.compactMap { record(of: $0.key, $0.value) }
        // An answer to who is there tells of a device, but not yet of a device object.
        if !own.isEmpty || own.hasAnswered || listed.contains(identifier) {
            let place = device.objects.firstIndex { identifier < $0.identifier } ?? device.objects.endIndex
            device.objects.insert(InventoryObject(identifier, own), at: place)
        }
        device.faults += listFaults(own) + instanceFaults + faults
        return device
    }

    /// The record of an object; `nil` when all that is known of it is that there is none.
    private func record(of object: BACnet.ObjectIdentifier, _ readings: ObjectReadings) -> InventoryObject? {
        let record = InventoryObject(object, readings)
        let isKnown = readings.hasAnswered || listed.contains(object)
        return isKnown || record.readErrors.contains { !$0.code.hasSuffix("unknown-object") } ? record : nil
    }

    /// What the list of objects lacks, as far as the device tells how long it is.
    private func listFaults(_ own: ObjectReadings) -> [InventoryFault] {
        let elements = own.elements(of: .objectList).filter { $0.index > 0 }
        var faults = elements.filter { element in
            if case .objectIdentifier = element.value { false } else { true }
        }.map { InventoryFault(subject: "object-list[\($0.index)]", code: "wrong-type") }
        if isListed == nil, own[.objectList]?.values == nil {
            let count = own.elements(of: .objectList).first.flatMap { first -> UInt64? in
                if first.index == 0, case .unsigned(let count) = first.value { count } else { nil }
            }
            if let count, count > elements.count {
                let remark = "\(elements.count) of \(count) elements were read"
                faults.append(InventoryFault(subject: "object-list", code: "incomplete", remark: remark))
            } else if elements.isEmpty {
                faults.append(.notRead("object-list"))
            }
        }
        if refused > 0 {
            let remark = "\(Self.objectLimit) objects are kept, \(refused) readings of others are not"
            faults.append(InventoryFault(subject: "object-list", code: "too-many-objects", remark: remark))
        }
        return faults
    }

    private var instanceFaults: [InventoryFault] {
        switch instances.count {
        case 0: [InventoryFault(subject: "object-identifier", code: "unknown-instance")]
        case 1: []
        default:
            [
                InventoryFault(
                    subject: "object-identifier", code: "several-instances",
                    remark: "it also calls itself \(instances.dropFirst().map { "\($0)" }.joined(separator: ", "))")
            ]
        }
    }
}
