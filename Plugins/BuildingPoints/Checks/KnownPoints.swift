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
    /// The greatest messages that devices take, in octets; of devices that share an instance the first says it.
    private(set) var maxAPDU: [UInt32: UInt32] = [:]
    private(set) var objects: [ObjectKey: InventoryObject] = [:]
    private(set) var listed: [ObjectKey: EDEPoint] = [:]
    private(set) var registers: [RegisterKey: InventoryRegister] = [:]
    private var mapped: [LineKey: [RegisterPoint]] = [:]
    private var names: [String: String] = [:]

    /// What a line of a map says of its place; trunk and unit may be open.
    private struct LineKey: Hashable {
        let trunk: String
        let unit: UInt8?
        let table: ModbusTable
        let address: UInt16
    }

    init(_ design: IntegrationDesign) {
        baseline = design.baseline
        for trunk in (design.plan?.trunks ?? []).reversed() {
            for address in trunk.addresses { names[address] = trunk.id }
        }
        for trunk in design.plan?.trunks ?? [] { names[trunk.id] = trunk.id }
        for device in baseline?.devices ?? [] {
            devices.insert(device.instance)
            maxAPDU[device.instance] = maxAPDU[device.instance] ?? device.maxAPDU
            for object in device.objects {
                objects[ObjectKey(device: device.instance, object: object.identifier)] = object
            }
        }
        for point in design.lists.flatMap(\.list.points) {
            listed[ObjectKey(device: point.device, object: point.object)] = point
        }
        takeRegisters { unit, _ in unit.endpoint }
        // Otherwise a trunk is what the survey's map calls it; one map may have served several hosts, and the plan's
        // address tells which of them is meant.
        let addressed = Set((design.plan?.trunks ?? []).filter { !$0.address.isEmpty }.map(\.id))
        takeRegisters { [names] _, register in
            let trunk = names[register.point.trunk] ?? register.point.trunk
            return trunk.isEmpty || addressed.contains(trunk) ? nil : trunk
        }
        for point in design.maps.flatMap(\.points) {
            guard let address = point.address else { continue }
            let trunk = name(of: point.trunk)
            mapped[LineKey(trunk: trunk, unit: point.unit, table: point.table, address: address), default: []]
                .append(point)
        }
    }

    /// Takes the registers of the baseline by the trunk on which they are; those that are known stay.
    private mutating func takeRegisters(on trunk: (InventoryUnit, InventoryRegister) -> String?) {
        for unit in baseline?.units ?? [] {
            for register in unit.registers {
                guard let address = register.point.address, let trunk = trunk(unit, register) else { continue }
                let key = RegisterKey(
                    trunk: name(of: trunk), unit: unit.unit, table: register.point.table, address: address)
                if registers[key] == nil { registers[key] = register }
            }
        }
    }

    /// What the plan calls a trunk that may be named by its address; the name itself where no plan tells.
    private func name(of trunk: String) -> String { names[trunk] ?? trunk }

    /// The line of a map that says most of trunk and unit; `nil` where none fits, and where several say as much.
    func described(_ reference: PointReference) -> RegisterPoint? {
        guard case .modbus(let trunk, let unit, let table, let address) = reference else { return nil }
        for trunk in [name(of: trunk), ""] {
            for unit in [unit, nil] {
                let lines = mapped[LineKey(trunk: trunk, unit: unit, table: table, address: address), default: []]
                if !lines.isEmpty { return lines.count == 1 ? lines[0] : nil }
            }
        }
        return nil
    }

    func object(_ reference: PointReference) -> InventoryObject? {
        guard case .bacnet(let device, let object) = reference else { return nil }
        return objects[ObjectKey(device: device, object: object)]
    }

    func register(_ reference: PointReference) -> RegisterPoint? {
        key(reference).flatMap { registers[$0]?.point } ?? described(reference)
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
        key(reference).flatMap { registers[$0]?.octets } ?? []
    }

    /// Whether the baseline has a point; maps promise points, they do not show them.
    func isFound(_ reference: PointReference) -> Bool {
        object(reference) != nil || key(reference).map { registers[$0] != nil } == true
    }

    /// Why the baseline only names a register: a survey keeps the registers of its map that gave nothing, too.
    func fault(_ reference: PointReference) -> InventoryFault? {
        guard let register = key(reference).flatMap({ registers[$0] }), register.raw.isEmpty else { return nil }
        return register.readErrors.first
    }

    private func key(_ reference: PointReference) -> RegisterKey? {
        guard case .modbus(let trunk, let unit, let table, let address) = reference else { return nil }
        return RegisterKey(trunk: name(of: trunk), unit: unit, table: table, address: address)
    }
}

extension UnitText {
    /// The unit that a cell means: the standard's code or a text.
    static func meant(_ text: String) -> EngineeringUnits? {
        UInt32(text).map { EngineeringUnits($0) } ?? units(text)
    }
}
