import BACnet
import BuildingPoints
import Modbus
import PhaseLoom
import Testing

@Suite struct InventoryDiffTests {
    private func inventory() throws -> PointInventory {
        var device = InventoryDevice(instance: 7)
        device.objects = try (1...3).map { number in
            InventoryObject(try #require(ObjectID(.analogInput, number)), name: "P\(number)")
        }
        return PointInventory(devices: [device])
    }

    @Test func `Equal inventories differ in nothing`() throws {
        let diff = InventoryDiff(from: try inventory(), to: try inventory())
        #expect(diff.changes.isEmpty)
        #expect(diff.text.isEmpty)
    }

    /// A second point of a name is told with its number, which another point may have for its name.
    @Test func `Points whose names are like those of others are kept apart`() {
        var unit = InventoryUnit(endpoint: "gw", unit: 1)
        unit.registers = ["A", "A", "A (2)"].enumerated().map { place, name in
            InventoryRegister(RegisterPoint(name, .holdingRegisters, UInt16(place), .uint16))
        }
        let before = PointInventory(units: [unit])
        unit.registers[2].point.units = "W"
        let diff = InventoryDiff(from: before, to: PointInventory(units: [unit]))
        #expect(diff.changes.map(\.subject) == ["unit 1 at gw A (2)"])
        #expect(InventoryDiff(from: before, to: before).changes.isEmpty)
    }

    @Test func `Points added, removed and changed are told with their fields`() throws {
        let before = try inventory()
        var after = before
        after.devices[0].objects[0].units = .degreesCelsius
        after.devices[0].objects.remove(at: 1)
        after.devices[0].objects.append(after.devices[0].objects[1])
        after.devices.append(InventoryDevice(instance: 9))
        after.devices[0].objects[0].presentValue = .real(3)
        let diff = InventoryDiff(from: before, to: after)
        #expect(
            diff.text == """
                changed device 7 analog-input,1: units null → "degrees-celsius"
                removed device 7 analog-input,2
                added device 7 analog-input,3 (2)
                added device 9

                """)
        #expect(diff.json.canonicalText.contains("phaseloom.inventory-diff/1"))
    }
}
