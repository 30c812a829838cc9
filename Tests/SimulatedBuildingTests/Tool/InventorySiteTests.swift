import BACnet
import BuildingPoints
import BuildingSurvey
import FieldLinks
import SimulatedBuilding
import Testing

@testable import SimulatedBuildingTool

/// A survey of the simulation of an inventory gives the inventory again.
@Suite struct InventorySiteTests {
    private func survey(_ site: SimulatedSite) throws -> PointInventory {
        let network = SimulatedNetwork()
        network.add(site)
        let reader = BACnetReader(over: network)
        let sweep = try reader.sweep(broadcast: network.broadcast, network: .everywhere)
        var inventory = PointInventory()
        for sighting in sweep.devices {
            inventory.devices.append(InventoryDevice(try BACnetSurvey().read(sighting, with: reader)))
        }
        return inventory.inOrder
    }

    @Test func `an inventory is simulated as it was read`() throws {
        var office = SimulatedOffice()
        office.segmentation = .noSegmentation
        let before = try survey(office.site)
        let after = try survey(try SimulatedSite(before, at: office.controller))
        #expect(after.devices.map(\.instance) == before.devices.map(\.instance))
        for (one, other) in zip(before.devices, after.devices) {
            #expect(one.name == other.name && one.network == other.network && one.mac == other.mac)
            #expect(one.objects.map(\.name) == other.objects.map(\.name))
            #expect(one.objects.map(\.units) == other.objects.map(\.units))
            #expect(one.objects.map(\.stateTexts) == other.objects.map(\.stateTexts))
            #expect(one.objects.map(\.statusFlags) == other.objects.map(\.statusFlags))
            #expect(one.objects.map(\.isCommandable) == other.objects.map(\.isCommandable))
            #expect(one.objects.map(\.presentValue) == other.objects.map(\.presentValue))
        }
    }

    @Test func `an instance that cannot be is refused`() {
        let inventory = PointInventory(devices: [InventoryDevice(instance: 4_194_304)])
        #expect(throws: ToolError.self) {
            try SimulatedSite(inventory, at: Endpoint(address: 0x7F00_0002, port: 47808))
        }
    }

    @Test func `a file that is not there is told`() {
        let error = #expect(throws: ToolError.self) { try InventoryFile.read("/nowhere/at all") }
        #expect(error?.description == "cannot read '/nowhere/at all': No such file or directory")
        #expect(error?.status == 4)
    }

    @Test(arguments: ["/dev/zero", "/dev/null", "/"]) func `what is no file is not read`(path: String) {
        let error = #expect(throws: ToolError.self) { try InventoryFile.read(path) }
        #expect(error?.description == "cannot read '\(path)': it is no file" && error?.status == 4)
    }

    @Test(arguments: [
        (
            "{\"format\": \"phaseloom.inventory/1\"}",
            "the inventory has no devices and no units: survey a building first"
        ),
        ("device,point", "cannot stand here"),
    ])
    func `what is no inventory of a building is told`(text: String, words: String) {
        let error = #expect(throws: ToolError.self) { try InventoryFile.inventory(Array(text.utf8), file: "a.json") }
        #expect(error?.description.contains(words) == true && error?.status == 3)
    }
}
