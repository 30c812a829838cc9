import BACnet
import Modbus

/// The points of a baseline, of lists and of register maps, found by what a matrix calls them.
struct KnownPoints {
    struct RegisterKey: Hashable {
        let trunk: String
        let unit: UInt8
        let table: ModbusTable
        let address: UInt16
    }

    struct ObjectKey: Hashable {
        let device: UInt32
        let object: BACnet.ObjectIdentifier
    }

    /// The building as it was found; `nil` when nobody looked.
    let baseline: PointInventory?
    private(set) var devices: Set<UInt32> = []
    private(set) var objects: [ObjectKey: InventoryObject] = [:]
    private(set) var listed: [ObjectKey: EDEPoint] = [:]
    private(set) var registers: [RegisterKey: InventoryRegister] = [:]
    private(set) var mapped: [RegisterKey: RegisterPoint] = [:]

    init(_ design: IntegrationDesign) {
        baseline = design.baseline
        for device in baseline?.devices ?? [] {
            devices.insert(device.instance)
            for object in device.objects {
                objects[ObjectKey(device: device.instance, object: object.identifier)] = object
            }
        }
        for point in design.lists.flatMap(\.list.points) {
            listed[ObjectKey(device: point.device, object: point.object)] = point
        }
        for unit in baseline?.units ?? [] {
            for register in unit.registers {
                guard let address = register.point.address else { continue }
                let table = register.point.table
                let key = RegisterKey(trunk: unit.endpoint, unit: unit.unit, table: table, address: address)
                registers[key] = register
            }
        }
        for point in design.maps.flatMap(\.points) {
            guard let unit = point.unit, let address = point.address else { continue }
            mapped[RegisterKey(trunk: point.trunk, unit: unit, table: point.table, address: address)] = point
        }
    }

    func object(_ reference: PointReference) -> InventoryObject? {
        guard case .bacnet(let device, let object) = reference else { return nil }
        return objects[ObjectKey(device: device, object: object)]
    }

    func register(_ reference: PointReference) -> RegisterPoint? {
        guard let key = Self.key(reference) else { return nil }
        return registers[key]?.point ?? mapped[key]
    }

    /// The units of a point: as the building has them, otherwise as lists and maps promise them.
    func units(_ reference: PointReference) -> EngineeringUnits? {
        if let units = object(reference)?.units { return units }
        if let register = register(reference) { return UnitText.meant(register.units) }
        guard case .bacnet(let device, let object) = reference,
            case .code(let units) = listed[ObjectKey(device: device, object: object)]?.units
        else { return nil }
        return units
    }

    /// The octets that a register held when the baseline was taken, high octet first; none for other points.
    func octets(_ reference: PointReference) -> [UInt8] {
        guard let register = Self.key(reference).flatMap({ registers[$0] }) else { return [] }
        return register.raw.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    }

    /// Whether the baseline has a point; maps promise points, they do not show them.
    func isFound(_ reference: PointReference) -> Bool {
        object(reference) != nil || Self.key(reference).map { registers[$0] != nil } == true
    }

    private static func key(_ reference: PointReference) -> RegisterKey? {
        guard case .modbus(let trunk, let unit, let table, let address) = reference else { return nil }
        return RegisterKey(trunk: trunk, unit: unit, table: table, address: address)
    }
}

extension UnitText {
    /// The unit that a cell means: the standard's code or a text.
    static func meant(_ text: String) -> EngineeringUnits? {
        UInt32(text).map { EngineeringUnits($0) } ?? units(text)
    }
}
