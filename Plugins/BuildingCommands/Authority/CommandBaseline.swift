import BACnet
public import BuildingPoints
import FieldLinks
import Modbus
public import PhaseLoom

/// Compares an order with the building as it was found.
public enum CommandBaseline: Sendable {
    /// What an inventory says against the commands of an order.
    ///
    /// - Parameters:
    ///   - order: the order.
    ///   - inventory: the baseline.
    /// - Returns: a finding for each thing that does not agree, in the order of the commands.
    /// - Complexity: O(*n* · *m*) in the commands and the points of the inventory.
    public static func findings(of order: CommandOrder, in inventory: PointInventory) -> [CollectedFinding] {
        order.commands.flatMap { command in
            switch command.target {
            case .bacnet(let point): findings(command, point, inventory)
            case .modbus(let point): findings(command, point, inventory)
            }
        }
    }

    private static func finding(_ command: PointCommand, _ message: String, _ hint: String) -> CollectedFinding {
        CollectedFinding(
            "command-not-in-baseline", .error, "'\(command.point)': \(message)", subject: command.point, hint: hint)
    }

    // MARK: BACnet

    private static func findings(
        _ command: PointCommand, _ point: BACnetPoint, _ inventory: PointInventory
    ) -> [CollectedFinding] {
        let devices = inventory.devices.filter { $0.instance == point.device.instance }
        guard let device = devices.first, devices.count == 1 else {
            let count = devices.isEmpty ? "no device" : "\(devices.count) devices"
            return [finding(command, "the baseline has \(count) '\(point.device)'", "order what was found, once")]
        }
        var found: [CollectedFinding] = []
        if !device.address.isEmpty, device.address != "\(point.peer.endpoint)" {
            found.append(
                finding(
                    command, "the baseline has '\(point.device)' at \(device.address), not at \(point.peer.endpoint)",
                    "see which address is right"))
        }
        guard let object = device.objects.first(where: { $0.identifier == point.object }) else {
            return found + [finding(command, "the baseline has no '\(point.object)'", "order what was found")]
        }
        if object.isCommandable == false, command.releaseValue == nil {
            found.append(
                finding(
                    command, "'\(point.object)' has no priorities by the baseline",
                    "order a 'release-value', or another point"))
        }
        if !command.units.isEmpty, let units = object.units, UnitText.units(command.units) != units {
            found.append(
                finding(
                    command, "the order is in '\(command.units)', the baseline has '\(units)'",
                    "order the value in the units of the point"))
        }
        if point.object.type.isMultistate, let count = object.numberOfStates, command.value > Double(count) {
            found.append(finding(command, "the baseline has \(count) states", "order one of them"))
        }
        return found
    }

    // MARK: Modbus

    private static func findings(
        _ command: PointCommand, _ point: ModbusPoint, _ inventory: PointInventory
    ) -> [CollectedFinding] {
        // A baseline may name the trunk where the order has its address.
        let units = inventory.units.filter { unit in
            unit.unit == point.unit && (Endpoint(unit.endpoint) == nil || unit.endpoint == "\(point.endpoint)")
        }
        let registers = units.flatMap(\.registers).map(\.point)
            .filter { $0.table == point.table && $0.address == point.address }
        guard let register = registers.first else {
            return [finding(command, "the baseline has no \(point)", "order what was found")]
        }
        var found: [CollectedFinding] = []
        if !register.access.isWritable {
            found.append(finding(command, "'\(register.name)' can only be read", "order a point that is written"))
        }
        let type = point.type?.rawValue ?? RegisterType.bit.rawValue
        if register.type.rawValue != type {
            found.append(
                finding(command, "'\(register.name)' is of '\(register.type.rawValue)', not '\(type)'", "see the map"))
        }
        if point.count > 1, let order = register.order, order.rawValue != point.order.rawValue {
            found.append(
                finding(
                    command, "'\(register.name)' has the order '\(order.rawValue)', not '\(point.order.rawValue)'",
                    "see the map"))
        }
        return found
    }
}
