import BACnet
import BuildingPoints
import Modbus
import PhaseLoom
import Testing

@Suite struct CheckoutSheetTests {
    private func row(_ expected: String, _ observed: String?, _ tolerance: Double? = nil) -> CheckoutRow {
        var row = CheckoutRow(point: "=cmd", expected: expected, tolerance: tolerance, units: "°C")
        row.observed = observed
        row.octets = [0x44, 0x41]
        return row
    }

    private static let checks: [(String, String?, Double?, CheckoutResult)] = [
        ("20", "20.5", 0.5, .agrees), ("20", "20.50001", 0.5, .differs), ("0.3", "0.8", 0.5, .agrees),
        ("20", "20", nil, .agrees), ("20", "20.0", nil, .agrees), ("20", "20.1", nil, .differs),
        ("AUTO", "AUTO", nil, .agrees), ("AUTO", "OFF", nil, .differs), ("20", nil, 1, .unread), ("", "3", nil, .open),
        ("20", "nan", 100, .differs),
    ]

    @Test(arguments: checks)
    func `A result follows from expected, observed and tolerance`(
        expected: String, observed: String?, tolerance: Double?, result: CheckoutResult
    ) { #expect(row(expected, observed, tolerance).result == result) }

    @Test func `An unreliable value never agrees`() {
        var row = row("20", "20")
        row.isUnreliable = true
        #expect(row.result == .unreliable)
        #expect(CheckoutSheet(rows: [row]).agreeingShare == 0)
        #expect(CheckoutSheet(rows: []).agreeingShare == nil)
    }

    @Test func `A sheet is written without formulas and markup`() {
        var row = row("20", "<b>")
        row.remark = "a,\"b\""
        let sheet = CheckoutSheet(site: "A & B", rows: [row])
        #expect(
            sheet.csv == """
                point,expected,observed,tolerance,units,state text,result,time,octets,remark
                '=cmd,20,<b>,,°C,,differs,,4441,"a,""b\"""

                """)
        #expect(sheet.html.contains("A &amp; B"))
        #expect(sheet.html.contains("&lt;b&gt;"))
        #expect(!sheet.html.contains("<b>") && !sheet.html.contains("<script"))
        #expect(sheet.json.canonicalText.contains("\"octets\": \"4441\""))
    }
}

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
