import BACnet
import BuildingPoints
import Modbus
import PhaseLoom
import Testing

@Suite struct InventoryTableTests {
    @Test func `An inventory is shown as table`() throws {
        var object = InventoryObject(try #require(ObjectID(.multiStateValue, 1)), name: "+Mode|x")
        object.stateTexts = ["OFF", "ON"]
        object.presentValue = .unsigned(2)
        object.readErrors = [InventoryFault(subject: "description", code: "time-out")]
        var device = InventoryDevice(instance: 7)
        device.objects = [InventoryObject(try #require(ObjectID(.device, 7))), object]
        var register = InventoryRegister(RegisterPoint("p", .holdingRegisters, 9, .uint16))
        register.value = .real(-1.5)
        var unit = InventoryUnit(endpoint: "gw", unit: 3)
        unit.registers = [register]
        let table = InventoryTable(PointInventory(site: "<S>", devices: [device], units: [unit]))
        #expect(
            table.csv == """
                device,point,name,description,value,units,state,status,commandable,faults
                7,"multi-state-value,1",'+Mode|x,,2,,ON,,,description: time-out
                gw 3,holding-registers 9,p,,-1.5,,,,no,

                """)
        #expect(table.markdown.contains("| +Mode\\|x |"))
        #expect(table.html.contains("<tr class=\"warn\">") && table.html.contains("&lt;S&gt;"))
    }
}
