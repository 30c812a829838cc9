import BuildingPoints
import Modbus
import Testing

@Suite struct SunSpecModelTests {
    private func model(_ points: String, groups: String = "[]") throws -> SunSpecModel {
        let json = """
            {"id": 7, "group": {"name": "m", "type": "group", "points": [
            {"name": "ID", "type": "uint16", "size": 1, "value": 7}, {"name": "L", "type": "uint16", "size": 1}
            \(points)], "groups": \(groups)}}
            """
        return try SunSpecModel(json: Array(json.utf8), file: "m.json")
    }

    @Test(arguments: SunSpecMapTests.ids)
    func `Models of the field are read without a finding`(id: Int) throws {
        let model = try SunSpecMapTests.model(id)
        #expect(Int(model.id) == id)
        #expect(model.findings.map(\.text) == [])
    }

    @Test func `A model tells all of its points`() throws {
        let model = try model(
            """
            , {"name": "W", "type": "int16", "sf": "W_SF", "units": "W", "access": "RW", "mandatory": "M",
            "static": "S", "label": "Watts"}, {"name": "W_SF", "type": "sunssf", "size": 1},
            {"name": "K", "type": "uint16", "size": 1, "sf": "-3", "count": 2}
            """)
        let point = model.group.points[2]
        #expect(point.scale == .point("W_SF"))
        #expect(point.size == 1)
        #expect(point.isWritable && point.isMandatory && point.isStatic)
        #expect(point.label == "Watts")
        #expect(point.line == 3)
        #expect(model.group.points[4].scale == .power(-3))
        #expect(SunSpecMap([model]).points.map(\.name) == ["m.ID", "m.L", "m.W", "m.W_SF", "m.K[1]", "m.K[2]"])
    }

    @Test(
        arguments: [
            (#", {"name": "W", "type": "int16", "size": 1, "sf": "W_SF"}"#, "its scale factor 'W_SF' is not there"),
            (
                #", {"name": "W", "type": "int16", "size": 1, "sf": "L"}"#,
                "its scale factor 'L' is 'uint16', no scale factor"
            ),
            (#", {"name": "W", "type": "int16", "size": 1, "sf": 11}"#, "the scale factor is '11'"),
            (#", {"name": "W", "type": "int32", "size": 1}"#, "'int32' takes 2 registers, not 1"),
            (#", {"name": "L", "type": "int16", "size": 1}"#, "two points are called 'L'"),
        ])
    func `Models that break a rule are told`(points: String, message: String) throws {
        let findings = try model(points).findings
        #expect(findings.map(\.message) == [message])
        #expect(findings.map(\.rule.id) == ["sunspec-structure"])
        #expect(findings.first?.evidence.first?.line == 3)
    }

    @Test func `Counts and heads that are not there are told`() throws {
        let group = #"[{"name": "g", "type": "group", "count": "N", "points": []}]"#
        #expect(try model("", groups: group).findings.map(\.message) == ["no point 'N' says how often it repeats"])
        let json = #"{"id": 8, "group": {"name": "m", "points": [{"name": "ID", "type": "uint16", "value": 7}]}}"#
        let findings = try SunSpecModel(json: Array(json.utf8), file: "m.json").findings
        #expect(
            findings.map(\.message) == [
                "the model does not begin with 'ID' and 'L'", "'ID' has the value '7' in model 8",
            ])
    }

    @Test(
        arguments: [
            ("{}", "$", "the key 'group' is missing"),
            (#"{"id": 0, "group": {"name": "m"}}"#, "$.id", "this is no number that can stand here"),
            (#"{"id": 1, "group": []}"#, "$.group", "this is no object"),
            (
                #"{"id": 1, "group": {"name": "m", "points": [{"name": "x", "type": "int17"}]}}"#,
                "$.group.points[0].type", "'int17' cannot stand here"
            ),
            (
                #"{"id": 1, "group": {"name": "m", "points": [{"name": "x", "type": "string"}]}}"#,
                "$.group.points[0]", "a text has no size"
            ),
            (
                #"{"id": 1, "group": {"name": "m", "points": [{"name": "x", "type": "string", "size": 70000}]}}"#,
                "$.group.points[0].size", "this is no number that can stand here"
            ),
            (
                #"{"id": 1, "group": {"name": "m", "count": -1}}"#, "$.group.count",
                "this is no number that can stand here"
            ),
            (
                #"{"id": 1, "group": {"name": ""# + String(repeating: "m", count: 101) + #""}}"#, "$.group.name",
                "the name is too long"
            ),
            ("", "$", "the document is empty"),
        ])
    func `What cannot be laid out is refused with its place`(json: String, path: String, message: String) {
        let error = #expect(throws: RecordError.self) { try SunSpecModel(json: Array(json.utf8), file: "m.json") }
        #expect(error?.path == path)
        if !json.isEmpty { #expect(error?.message == message) }
    }

    @Test func `Groups that repeat without end, or without registers, end all the same`() throws {
        let inner = #"{"name": "b", "count": 65535, "groups": [{"name": "c", "count": 65535}]}"#
        let model = try model("", groups: #"[{"name": "a", "count": 65535, "groups": [\#(inner)]}]"#)
        #expect(SunSpecMap([model]).points.count == 2)
        let behind = (0..<2_000).map { _ in #", {"name": "p", "type": "pad", "count": 65535}"# }.joined()
        #expect(SunSpecMap([try self.model(behind)]).points.count == 2)
        let wide =
            #"[{"name": "a", "count": 65535, "points": [{"name": "x", "type": "string", "size": 65535, "count": 65535}]}]"#
        let map = SunSpecMap([try self.model("", groups: wide)])
        #expect(map.points.count == 2)
        #expect(map.maps.flatMap(\.findings).map(\.rule.id) == ["sunspec-length"])
    }

    /// Ten thousand mutations in ten parts: the fuzzers and `FieldMutations` go further.
    @Test(arguments: 0..<10)
    func `Mutated models never trap`(part: Int) throws {
        let seed = Array(
            """
            {"id":7,"group":{"name":"m","points":[{"name":"N","type":"count"},{"name":"W","type":"int16","sf":"N"}],
            "groups":[{"name":"g","count":"N","points":[{"name":"T","type":"string","size":9,"count":3}]}]}}
            """.utf8)
        var read = 0
        mutate(seed, rounds: 1_000, from: UInt64(part)) { bytes in
            guard let model = try? SunSpecModel(json: bytes, file: "m.json") else { return }
            read += 1
            let block = SunSpecBlock(model: model.id, at: 65_000, length: 40)
            let chain = SunSpecChain(base: 0, blocks: [block, block], end: .complete)
            let map = SunSpecMap(chain, models: [model], contents: [65_000: [7, 40, 3, 2]])
            #expect(map.points.allSatisfy { $0.addresses != nil })
            _ = SunSpecMap([model, model]).maps.flatMap(\.findings)
        }
        #expect(read > 0)
    }
}
