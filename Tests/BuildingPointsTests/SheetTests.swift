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

    @Test func `Devices of one instance are told apart, and units say who they are`() throws {
        var devices = [1, 2, 3].map { InventoryDevice(instance: $0 == 3 ? 8 : 7, address: "10.0.0.\($0):47808") }
        for place in devices.indices {
            devices[place].objects = [InventoryObject(try #require(ObjectID(.analogInput, 1)))]
        }
        (devices[1].network, devices[1].mac) = (20, [1, 255])
        var unit = InventoryUnit(endpoint: "gw:502", unit: 3)
        unit.identification = [0, 1, 2, 4].map { InventoryUnit.Identification(number: $0, text: "text \($0)") }
        unit.faults = [InventoryFault(subject: "sunspec", code: "no-mark")]
        let table = InventoryTable(PointInventory(devices: devices, units: [unit]))
        #expect(table.rows.map(\.first) == ["7 10.0.0.1:47808", "7 10.0.0.2:47808/20/1:ff", "8"])
        #expect(table.html.contains("<caption>Units</caption>"))
        for text in ["gw:502", "text 0", "text 1", "text 2", "sunspec: no-mark"] {
            #expect(table.html.contains(">\(text)</td>"))
        }
        #expect(!table.html.contains("text 4"))
        #expect(!InventoryTable(PointInventory(units: [unit])).html.contains("Devices"))
    }
}
