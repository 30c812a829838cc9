import BuildingPoints
import Testing

@Suite struct CheckoutDevicesTests {
    @Test func `a table and an inventory tell where devices are`() throws {
        let table = try CheckoutDevices.read(
            Array("device,address,network,mac\n1201,192.0.2.7:47809,,\n5,192.0.2.1,3,7f\n".utf8), file: "d.csv")
        #expect(table.findings.map(\.text) == [])
        #expect(table.devices.map(\.instance) == [1201, 5])
        #expect(table.devices.map(\.address) == ["192.0.2.7:47809", "192.0.2.1"])
        #expect(table.devices.map(\.network) == [nil, 3] && table.devices.map(\.mac) == [[], [0x7F]])
        let json = #" {"format":"phaseloom.inventory/1","devices":[{"instance":7,"address":"192.0.2.9:47808"}]}"#
        #expect(try CheckoutDevices.read(Array(json.utf8), file: "d.json").devices.map(\.instance) == [7])
    }

    @Test(arguments: [
        ("device,address\n4194303,1.2.3.4", "bad-cell"), ("device,address\n1,", "bad-cell"),
        ("device\n1", "missing-column"), ("device,address,network,mac\n1,1.2.3.4,0,01", "bad-cell"),
        ("device,address,network,mac\n1,1.2.3.4,3,", "bad-cell"), ("", "missing-column"),
    ])
    func `what is wrong with a table is told`(text: String, rule: String) throws {
        let read = try CheckoutDevices.read(Array(text.utf8), file: "d.csv")
        #expect(read.findings.map(\.rule.id).contains(rule))
    }

    @Test func `an inventory that is none is refused`() {
        #expect(throws: RecordError.self) { try CheckoutDevices.read(Array("{}".utf8), file: "d.json") }
    }
}
