import BACnet
import BuildingPoints
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
