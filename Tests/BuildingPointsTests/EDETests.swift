import BACnet
import BuildingPoints
import Testing

/// Expectations are those of `ede/expected.json` and of the layout, worked out by hand.
@Suite struct EDETests {
    private func riverside() throws -> EDEReading {
        let side = try #require(
            EDESideFile(try fixture("ede/a_bigeu22_StateTexts.csv"), file: "a_bigeu22_StateTexts.csv"))
        return EDEList.read(try fixture("ede/a_bigeu22_EDE.csv"), file: "a.csv", sides: [side])
    }

    @Test func `The list of the classic layout is read`() throws {
        let reading = try riverside()
        #expect(reading.separator == ";")
        #expect(reading.list.layout == "2.2")
        #expect(reading.list.project == "Riverside")
        #expect(reading.list.lastChange == "07. Mrz 24")
        #expect(reading.list.points.count == 8)
        #expect(reading.devices == [1201, 1202])
        #expect(reading.list.points[2].description == "Fan mode; staged")
        #expect(reading.list.points[0].defaultValue == .number(18.5))
        #expect(reading.list.points[0].units == .code(.degreesCelsius))
        #expect(reading.list.stateTexts.map(\.reference) == [22, 35])
        #expect(reading.list.stateTexts[1].texts == ["OFF", "AUTO", "STAGE 1", "STAGE 2"])
    }

    @Test func `The planted defects are found and nothing graver`() throws {
        let reading = try riverside()
        let duplicate = try #require(reading.findings.first { $0.rule.id == "duplicate-object" })
        #expect(duplicate.evidence.map(\.line) == [9, 14])
        #expect(duplicate.evidence.map(\.device) == [1201, 1201])
        let comma = try #require(reading.findings.first { $0.rule.id == "decimal-comma" })
        #expect(comma.evidence.first?.value == "18,5")
        let mix = try #require(reading.findings.first { $0.rule.id == "unit-mix" })
        #expect(mix.message.contains("62") && mix.message.contains("64"))
        #expect(reading.findings.filter { $0.rule.severity == .error }.map(\.rule.id) == ["duplicate-object"])
    }

    @Test func `The comma dialect is read with its synonyms`() throws {
        let reading = EDEList.read(try fixture("ede/c_comma_dialect.csv"), file: "c.csv")
        #expect(reading.separator == ",")
        #expect(reading.list.points.count == 3)
        #expect(reading.devices == [35])
        #expect(reading.synonyms.contains { $0.title == "commandable" && $0.meaning == "settable" })
        #expect(reading.list.points[2].description == "Zone CO2, ppm")
        #expect(reading.list.lastChange == "15.10.18")
    }

    /// Each row costs what it has, however wide the header is.
    @Test func `A header of many columns does not multiply with the rows`() {
        let many = 3_000
        let header =
            "keyname,device obj.-instance,object-name,object-type,object-instance"
            + (0..<many).map { ",x\($0)" }.joined()
        let rows = (0..<many).map { "K\($0),1,N\($0),0,\($0),only\n" }.joined()
        let list = EDEList.read(Array((header + "\n" + rows).utf8), file: "wide.csv").list
        #expect(list.points.count == many && list.extraColumns.count == many)
        #expect(list.points.allSatisfy { $0.extras == ["only"] })
    }

    @Test(arguments: [
        ("device_object_instance", "62"), ("device-obj-instance", "°C"), ("Device Object Instance", "degC"),
    ])
    func `Header words and units are read however they are spelt`(title: String, units: String) throws {
        let text = "keyname\t\(title)\tobject name\tobject_type\tOBJECT-INSTANCE\tunits\nA\t1\tSAT\t0\t1\t\(units)\n"
        let reading = EDEList.read(Array(text.utf8), file: "x.csv")
        #expect(reading.separator == "\t")
        #expect(reading.list.points.map(\.units) == [.code(.degreesCelsius)])
    }

    private static let header =
        "#keyname;device obj.-instance;object-name;object-type;object-instance;max-present-value;state-text-reference\n"

    @Test(arguments: [
        ("A;1;N;14;1;3;[OFF|ON|AUTO]", "inline-state-texts"), ("A;1;N;14;1;2;[NOT|READY|ON]", "ambiguous-state-texts"),
        ("A;1;N;14;1;;[OFF|ON]", "ambiguous-state-texts"), ("A;1;N;300;1;;", "proprietary-type"),
        ("A;4194303;N;0;1;;", "device-instance-range"), ("A;1;N;0;4194303;;", "object-instance-range"),
        ("A;x;N;0;1;;", "bad-cell"), ("A;;N;0;1;;", "missing-value"), ("=cmd();1;N;0;1;;", "formula-injection"),
        ("A;1;N;8;2;;", "device-object-mismatch"), ("A;1;N;9999;1;;", "bad-cell"), ("A;1;N\"x;0;1;;", "grammar"),
        ("A;1;N;0;99999999999;;", "bad-cell"), ("A;1;N;0;1;many;", "text-value"), ("A;1;N;0;1;1,5;", "decimal-comma"),
    ])
    func `Odd rows are told with their place`(row: String, rule: String) throws {
        let reading = EDEList.read(Array((Self.header + row + "\n").utf8), file: "x.csv")
        let finding = try #require(reading.findings.first { $0.rule.id == rule }, "\(reading.findings.map(\.text))")
        #expect(finding.evidence.first?.line == 2)
        #expect(finding.evidence.first?.column != nil)
    }

    @Test func `ISO 8859-1 is read and told, a mark is dropped`() {
        let row = Array("A;1;K".utf8) + [0xFC] + Array("hler;0;1;;\n".utf8)
        let latin = EDEList.read(Array(Self.header.utf8) + row, file: "x.csv")
        #expect(latin.encoding == .latin1)
        #expect(latin.list.points.map(\.objectName) == ["Kühler"])
        #expect(latin.findings.contains { $0.rule.id == "encoding-fallback" })
        let marked = EDEList.read([0xEF, 0xBB, 0xBF] + Array((Self.header + "A;1;N;0;1;;\n").utf8), file: "x.csv")
        #expect(marked.encoding == .utf8WithMark)
        #expect(marked.list.points.count == 1)
    }

    @Test(arguments: ["ede/a_bigeu22_EDE.csv", "ede/c_comma_dialect.csv"], [Character(";"), ",", "\t"])
    func `What is exported reads back equal`(name: String, separator: Character) throws {
        var list = EDEList.read(try fixture(name), file: "x.csv").list
        list.points[0].description = "=1+cmd|'/C calc'!A0"
        list.points[1].objectName = "'=x; \"y\", z"
        list.stateTexts = [EDEStateText(reference: 3, texts: ["", "ON; OFF"])]
        list.extraColumns.append("'-rate")
        for index in list.points.indices { list.points[index].extras.append(index.isMultiple(of: 2) ? "1" : "") }
        let export = list.export(separator: separator)
        #expect(export.losses.count == 2)
        let sides = [EDESideFile(.stateTexts, Array(export.stateTexts.utf8), file: "s.csv")]
        #expect(EDEList.read(Array(export.points.utf8), file: "x.csv", sides: sides).list == list)
    }

    @Test func `Mutated lists never trap`() throws {
        let seed = try fixture("ede/a_bigeu22_EDE.csv")
        mutate(seed, rounds: 600) { bytes in
            let reading = EDEList.read(bytes, file: "x.csv", sides: [EDESideFile(.stateTexts, bytes, file: "s.csv")])
            #expect(reading.lines.count == reading.list.points.count)
        }
    }
}
