import BACnet
import BuildingPoints
import Testing

@Suite struct RegistryListTests {
    @Test func `The planted units are found, and nothing else`() throws {
        let bytes = try fixture("pointlists/volttron_bacnet.csv")
        let reading = EDEList.readRegistry(bytes, file: "b.csv", device: 9)
        #expect(reading.list.points.count == 84)
        #expect(reading.findings.map(\.rule.id) == ["implausible-unit", "unknown-unit"])
        #expect(reading.findings.map { $0.evidence.first?.value } == ["days", "UNKNOWN UNIT ENUM VALUE: 309"])
        #expect(reading.list.points[1].units == .code(.degreesFahrenheit))
        #expect(reading.list.points[21].units == .code(EngineeringUnits(309)))
        #expect(reading.list.points[49].object == ObjectID(.binaryInput, 3_000_115))
        #expect(reading.list.points[7].isSettable == true)
    }

    private static let header = "Point Name,Volttron Point Name,Units,BACnet Object Type,Writable,Index\n"

    @Test(arguments: [
        ("a,A,264,analogInput,FALSE,1", "unknown-unit"), ("a,A,°C,analog,FALSE,1", "bad-cell"),
        ("a,A,°C,analogInput,FALSE,4194303", "bad-cell"), ("a,A,°C,analogInput,FALSE,-1", "bad-cell"),
        ("a,ZoneTemperature,kWh,analogValue,TRUE,1", "implausible-unit"),
        ("a,A,,analogInput,FALSE,1\nb,B,,analogInput,FALSE,1", "duplicate-object"),
    ])
    func `Odd rows are told`(row: String, rule: String) {
        let reading = EDEList.readRegistry(Array((Self.header + row).utf8), file: "b.csv", device: 9)
        #expect(reading.findings.map(\.rule.id) == [rule])
    }

    @Test(arguments: ["62,analogInput", "degrees celsius,analogInput", "State,multiStateValue"])
    func `Sound rows are taken`(cells: String) {
        let parts = cells.split(separator: ",")
        let text = Self.header + "a,A,\(parts[0]),\(parts[1]),FALSE,1"
        #expect(EDEList.readRegistry(Array(text.utf8), file: "b.csv", device: 9).findings.isEmpty)
    }

    @Test func `Mutated lists never trap`() throws {
        mutate(Array(try fixture("pointlists/volttron_bacnet.csv").prefix(3_000)), rounds: 300) { bytes in
            let reading = EDEList.readRegistry(bytes, file: "b.csv", device: 9)
            #expect(reading.lines.count == reading.list.points.count)
        }
    }
}
