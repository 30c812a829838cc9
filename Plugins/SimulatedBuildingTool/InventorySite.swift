import BACnet
import BuildingPoints
import FieldLinks
import Modbus
import PhaseLoom
import SimulatedBuilding

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Reads an inventory from a file.
enum InventoryFile {
    private static let limit = 1 << 28

    static func read(_ path: String) throws(ToolError) -> PointInventory {
        try inventory(try octets(of: path), file: path)
    }

    /// Reads an inventory that has something to simulate.
    static func inventory(_ octets: [UInt8], file path: String) throws(ToolError) -> PointInventory {
        let inventory: PointInventory
        do { inventory = try PointInventory(json: octets, file: path) } catch { throw .invalid("\(error)") }
        guard !inventory.devices.isEmpty || !inventory.units.isEmpty else {
            throw .invalid("\(path): the inventory has no devices and no units: survey a building first")
        }
        return inventory
    }

    private static func octets(of path: String) throws(ToolError) -> [UInt8] {
        // A pipe would be waited for, and a device may never end.
        var status = stat()
        guard stat(path, &status) == 0 else { throw .unreadable(path, String(cString: strerror(errno))) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path, "it is no file") }
        guard let file = fopen(path, "rb") else { throw .unreadable(path, String(cString: strerror(errno))) }
        defer { fclose(file) }
        var octets: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            guard count > 0 else { return octets }
            guard octets.count + count <= limit else { throw .unreadable(path, "it has more than \(limit) octets") }
            octets += piece[..<count]
        }
    }
}

extension SimulatedSite {
    /// Makes the building that an inventory describes, with the values that it had.
    ///
    /// - Parameters:
    ///   - inventory: the inventory.
    ///   - place: where its first device is; devices at other addresses are beside it, those of a network behind the
    ///     address where they were.
    /// - Throws: ``ToolError/wrongValue(_:_:_:)`` for a device whose instance is too high.
    init(_ inventory: PointInventory, at place: Endpoint) throws(ToolError) {
        var addresses: [String] = []
        var stations: [SimulatedStation] = []
        for device in inventory.devices {
            if !addresses.contains(device.address) { addresses.append(device.address) }
            let index = addresses.firstIndex(of: device.address) ?? 0
            let route = device.network.map { NetworkAddress(network: $0, address: device.mac) }
            guard let simulated = SimulatedBACnetDevice(device) else {
                throw .wrongValue(
                    "--inventory", "\(device.instance)", "the instance of a device is at most 4194303")
            }
            let peer = BACnetPeer(place.neighbour(UInt32(clamping: index)), route: route)
            stations.append(SimulatedStation(simulated, at: peer))
        }
        self.init(stations, units: inventory.units.map { SimulatedModbusDevice($0) })
    }
}

extension SimulatedBACnetDevice {
    fileprivate init?(_ device: InventoryDevice) {
        let objects = device.objects.filter { $0.identifier.type != .device }.map { SimulatedObject($0) }
        self.init(
            instance: device.instance, objects, maxAPDU: device.maxAPDU.map { Int($0) } ?? 1476,
            segmentation: device.segmentation ?? .noSegmentation)
        if let seen = device.observedSegmentation, seen != .segmented { faults.claimedSegmentation = segmentation }
        let texts: [(PropertyIdentifier, String?)] = [
            (.objectName, device.name), (.description, device.description), (.location, device.location),
            (.vendorName, device.vendorName), (.modelName, device.modelName),
            (.firmwareRevision, device.firmwareRevision), (.applicationSoftwareVersion, device.applicationSoftware),
        ]
        for (property, text) in texts {
            guard let text else { continue }
            self[identifier]?.properties[property] = [.characterString(CharacterString(text))]
        }
        let numbers: [(PropertyIdentifier, UInt32?)] = [
            (.vendorIdentifier, device.vendorIdentifier), (.databaseRevision, device.databaseRevision),
        ]
        for (property, number) in numbers {
            guard let number else { continue }
            self[identifier]?.properties[property] = [.unsigned(UInt64(number))]
        }
    }
}

extension SimulatedObject {
    fileprivate init(_ object: InventoryObject) {
        self.init(object.identifier, CharacterString(object.name ?? "\(object.identifier)"))
        var found: [PropertyIdentifier: [BACnetValue]] = [:]
        found[.description] = object.description.map { [.characterString(CharacterString($0))] }
        found[.units] = object.units.map { [.enumerated($0.number)] }
        if !object.stateTexts.isEmpty {
            if identifier.type.isMultistate {
                found[.stateText] = object.stateTexts.map { .characterString(CharacterString($0)) }
            } else if object.stateTexts.count == 2 {
                found[.inactiveText] = [.characterString(CharacterString(object.stateTexts[0]))]
                found[.activeText] = [.characterString(CharacterString(object.stateTexts[1]))]
            }
        }
        found[.numberOfStates] = object.numberOfStates.map { [.unsigned(UInt64($0))] }
        found[.covIncrement] = object.covIncrement.map { [.real(Float($0))] }
        found[.outOfService] = object.outOfService.map { [.boolean($0)] }
        found[.reliability] = object.reliability.map { [.enumerated($0)] }
        found[.eventState] = object.eventState.map { [.enumerated($0)] }
        found[.statusFlags] = object.statusFlags.map { flags in
            [.bitString(BitString((0..<4).map { flags.rawValue >> UInt8($0) & 1 == 1 }))]
        }
        if let value = object.presentValue.flatMap({ BACnetValue($0) }) {
            found[.presentValue] = [value]
            if object.isCommandable == true { properties = commandable(value).properties }
        }
        properties.merge(found) { _, new in new }
    }
}

extension BACnetValue {
    /// The value as a device has it; `nil` for one that is only known as text.
    fileprivate init?(_ value: PointValue) {
        switch value {
        case .null: self = .null
        case .boolean(let flag): self = .boolean(flag)
        case .unsigned(let number): self = .unsigned(number)
        case .signed(let number): self = .signed(number)
        case .real(let number): self = .real(Float(number))
        case .enumerated(let number): self = .enumerated(number)
        case .text(let text): self = .characterString(CharacterString(text))
        case .bits(let bits): self = .bitString(BitString(bits))
        case .other: return nil
        }
    }
}

extension SimulatedModbusDevice {
    fileprivate init(_ unit: InventoryUnit) {
        self.init(unit: unit.unit)
        identification = unit.identification.map { ModbusIdentificationObject(id: $0.number, $0.text) }
        for register in unit.registers {
            guard let addresses = register.point.addresses else { continue }
            for (place, raw) in zip(addresses, register.raw) {
                let address = UInt16(clamping: place)
                switch register.point.table {
                case .coils: coils[address] = raw != 0
                case .discreteInputs: discreteInputs[address] = raw != 0
                case .holdingRegisters: holdingRegisters[address] = raw
                case .inputRegisters: inputRegisters[address] = raw
                }
                let isKept = register.point.table == .coils || register.point.table == .holdingRegisters
                if isKept, !register.point.access.isWritable { readOnly.append(address...address) }
            }
        }
    }
}
