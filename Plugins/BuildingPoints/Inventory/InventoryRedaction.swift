import Modbus

/// What is taken out of an inventory before it leaves the hands of those who may know who works where.
public struct InventoryRedaction: OptionSet, Hashable, Sendable {
    /// The parts as bits.
    public let rawValue: UInt8

    /// Makes a choice of bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Names, descriptions and locations, which tell of rooms and people, and values that are texts.
    public static let names = InventoryRedaction(rawValue: 1)
    /// Addresses on the network, and values that are octets, as those of addresses are.
    public static let addresses = InventoryRedaction(rawValue: 2)
    /// All of it.
    public static let all: InventoryRedaction = [.names, .addresses]
}

extension PointInventory {
    /// The inventory without what a redaction takes out.
    ///
    /// Devices and objects keep their identifiers, so that a redacted inventory can still be compared and checked, but
    /// its fingerprint differs from that of the original.
    ///
    /// - Complexity: O(*n* log *n*) in the number of points.
    public func redacted(_ redaction: InventoryRedaction) -> PointInventory {
        var copy = self
        if redaction.contains(.names) { copy.site = "" }
        for index in copy.devices.indices { copy.devices[index].redact(redaction) }
        // Units of one endpoint still have to be told from those of another.
        let endpoints = Set(units.map(\.endpoint)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: endpoints.enumerated().map { ($1, $0 + 1) })
        for index in copy.units.indices {
            let number = numbers[copy.units[index].endpoint] ?? 0
            copy.units[index].redact(redaction, endpoint: "endpoint-\(number)")
        }
        return copy
    }
}

extension InventoryDevice {
    fileprivate mutating func redact(_ redaction: InventoryRedaction) {
        faults.redact(redaction)
        for index in objects.indices { objects[index].readErrors.redact(redaction) }
        if redaction.contains(.addresses) {
            address = ""
            mac = []
        }
        guard redaction.contains(.names) else { return }
        (name, description, location) = (nil, nil, nil)
        for index in objects.indices { objects[index].redactNames() }
    }
}

extension InventoryObject {
    fileprivate mutating func redactNames() {
        (name, description) = (nil, nil)
        if case .text = presentValue { presentValue = nil }
    }
}

extension InventoryUnit {
    fileprivate mutating func redact(_ redaction: InventoryRedaction, endpoint: String) {
        faults.redact(redaction)
        if redaction.contains(.addresses) { self.endpoint = endpoint }
        // What users and vendors wrote into the device, where the others tell of its make (clause 6.21).
        if redaction.contains(.names) { identification.removeAll { $0.number > 5 } }
        for index in registers.indices { registers[index].redact(redaction) }
    }
}

extension InventoryRegister {
    fileprivate mutating func redact(_ redaction: InventoryRedaction) {
        readErrors.redact(redaction)
        if !redaction.isEmpty { point.trunk = "" }
        let isSecret =
            redaction.contains(.names) && point.type == .text || redaction.contains(.addresses) && point.type == .octets
        if isSecret {
            value = nil
            raw = []
        }
        guard redaction.contains(.names) else { return }
        point.name = "\(point.table.rawValue) \(point.address ?? 0)"
        point.device = ""
    }
}

extension [InventoryFault] {
    /// Takes out the remarks, which quote names and addresses.
    fileprivate mutating func redact(_ redaction: InventoryRedaction) {
        guard !redaction.isEmpty else { return }
        self = map { InventoryFault(subject: $0.subject, code: $0.code) }
    }
}
