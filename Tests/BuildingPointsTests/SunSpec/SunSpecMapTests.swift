import BuildingPoints
import Modbus
import Testing

/// Expected values: the offsets that pysunspec2 1.3.7 gives the points of the same models (`Fixtures/SOURCES.md`).
@Suite struct SunSpecMapTests {
    static let ids = [1, 103, 203, 802, 64_900, 64_901]

    static func model(_ id: Int) throws -> SunSpecModel {
        try SunSpecModel(json: fixture("sunspec/model_\(id).json"), file: "model_\(id).json")
    }

    /// What another program says of a model in a device: its registers, and the offset of each point.
    private struct Known {
        var file: String
        var registers: [UInt16]
        var points: [(name: String, offset: Int, size: Int)] = []
    }

    private func known() throws -> [Known] {
        var known: [Known] = []
        for line in String(decoding: try fixture("sunspec/offsets.txt"), as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words.first == "MODEL", words.count == 4 {
                known.append(Known(file: words[1], registers: words[3].split(separator: ",").compactMap { UInt16($0) }))
            } else if words.count == 4, words[1] != "pad", let offset = Int(words[2]), let size = Int(words[3]) {
                known[known.count - 1].points.append((words[0], offset, size))
            }
        }
        return known
    }

    @Test func `Models have their points where another program has them, and nothing is odd about them`() throws {
        let models = try known()
        #expect(models.count == Self.ids.count)
        for known in models {
            let model = try SunSpecModel(json: fixture("sunspec/\(known.file)"), file: known.file)
            let block = SunSpecBlock(model: model.id, at: 40_002, length: known.registers[1])
            let chain = SunSpecChain(base: 40_000, blocks: [block], end: .complete)
            let map = SunSpecMap(chain, models: [model], trunk: "gateway", unit: 3, contents: [40_002: known.registers])
            #expect(map.points.map(\.name) == known.points.map { "\(model.group.name).\($0.name)" })
            #expect(map.points.map(\.address) == known.points.map { UInt16(40_002 + $0.offset) })
            #expect(map.points.map(\.count) == known.points.map(\.size))
            #expect(map.points.allSatisfy { $0.unit == 3 && $0.trunk == "gateway" && $0.block != nil })
            #expect((map.findings + map.maps.flatMap(\.findings)).map(\.text) == [])
        }
    }

    @Test func `Points bring their types, scale factors, units, states and codes along`() throws {
        let points = SunSpecMap([try Self.model(103)]).points
        let named = Dictionary(uniqueKeysWithValues: points.map { ($0.name.dropFirst(21).description, $0) })
        let volts = try #require(named["PhVphA"])
        #expect(volts.type == .uint16)
        #expect(volts.order == .big)
        #expect(volts.units == "V")
        #expect(volts.scaleFactor == named["V_SF"]?.address)
        #expect(volts.notImplemented == "FFFF")
        let energy = try #require(named["WH"])
        #expect(energy.type == .uint32)
        #expect(energy.notImplemented.isEmpty)
        let state = try #require(named["St"])
        #expect(state.value(of: [4]).stateText == "MPPT")
        let events = try #require(named["Evt1"])
        #expect(events.type == .bits)
        #expect(events.value(of: [0, 1]).stateText == "GROUND_FAULT")
        #expect(events.value(of: [0x8000, 0]).condition == .notImplemented)
    }

    @Test func `Models of a design stand one behind another, each in a map of its own file`() throws {
        let models = try [1, 103, 203].map(Self.model)
        let map = SunSpecMap(models)
        #expect(map.blocks.map(\.address) == [40_002, 40_070, 40_122])
        #expect(map.blocks.map(\.length) == [66, 50, 105])
        #expect(map.maps.map(\.file) == models.map(\.file))
        #expect(map.maps[0].lines.first == 7)
        #expect(SunSpecMap(models, from: 65_530).maps.flatMap(\.findings).map(\.rule.id).contains("sunspec-length"))
        #expect(SunSpecMap([models[0], models[0]]).points.last?.name == "common[2].DA")
    }

    @Test func `A constant scale factor is a conversion, one in a register is read with the value`() throws {
        let model = try Self.model(64_900)
        let points = SunSpecMap([model], from: 0).points
        let latitude = try #require(points.first { $0.name == "curves.fix.Lat" })
        #expect(latitude.value(of: [0x1D38, 0x36B3]).value == .real(49.0223283))
        let rate = try #require(points.first { $0.name == "curves.Crv[1].Pt[1].Rate" })
        #expect(rate.block == ModbusBlock(address: 22, quantity: 3))
        #expect(rate.value(of: [0xFFFE, 230, 0xFFFF]).value == .real(-0.01))
        let address = try #require(points.first { $0.name == "curves.Host" })
        #expect(address.value(of: [0x0A00, 0x0001]).value == .other("0a000001"))
        #expect(address.value(of: [0, 0]).condition == .notImplemented)
    }

    @Test(
        arguments: [
            (1, 66, []), (1, 65, []), (1, 64, ["sunspec-length"]), (103, 50, []), (103, 60, ["sunspec-length"]),
            (103, 0, ["sunspec-length"]), (64_901, 1, []), (64_901, 7, []), (64_901, 8, ["sunspec-length"]),
            (64_901, 65_535, ["sunspec-length"]), (5, 9, ["sunspec-unknown-model"]),
        ] as [(UInt16, UInt16, [String])])
    func `Lengths are compared with what the number demands`(id: UInt16, length: UInt16, rules: [String]) throws {
        let chain = SunSpecChain(
            base: 0, blocks: [SunSpecBlock(model: id, at: 2, length: length)], end: .complete)
        let map = SunSpecMap(chain, models: try Self.ids.map(Self.model))
        #expect((map.findings + map.maps.flatMap(\.findings)).map(\.rule.id) == rules)
        #expect(map.points.allSatisfy { ($0.addresses?.upperBound ?? .max) <= 4 + Int(length) })
    }

    @Test(arguments: [
        SunSpecChain.End.noModel(at: 70), .refused(.illegalDataAddress, at: 70), .beyondTable, .endless,
    ])
    func `A chain that does not end as it should is told`(end: SunSpecChain.End) throws {
        let chain = SunSpecChain(base: 0, blocks: [SunSpecBlock(model: 1, at: 2, length: 66)], end: end)
        let map = SunSpecMap(chain, models: [try Self.model(1)])
        #expect(map.findings.map(\.rule.id) == ["sunspec-chain"])
    }

    @Test func `Groups repeat as often as the registers say, and no further than the model goes`() throws {
        let model = try Self.model(64_900)
        let block = SunSpecBlock(model: 64_900, at: 2, length: 34)
        let chain = SunSpecChain(base: 0, blocks: [block], end: .complete)
        var contents: [UInt16] = [64_900, 34, 60_000, 60_000] + Array(repeating: 0, count: 32)
        let wild = SunSpecMap(chain, models: [model], contents: [2: contents])
        #expect(wild.maps.flatMap(\.findings).map(\.rule.id) == ["sunspec-length"])
        #expect(wild.points.last?.addresses?.upperBound == 38)
        contents[2] = 0
        #expect(SunSpecMap(chain, models: [model], contents: [2: contents]).points.count == 8)
    }

    @Test func `Scale factors out of range and mandatory points that are missing are told of values`() throws {
        let map = SunSpecMap([try Self.model(103)])
        let values = map.points.map { point -> RegisterValue in
            switch point.name {
            case "inverter_three_phase.PhVphA": point.value(of: [2300], scaleFactor: 0x8000)
            case "inverter_three_phase.PhVphB": point.value(of: [2300], scaleFactor: 11)
            case "inverter_three_phase.Hz": point.value(of: [0xFFFF], scaleFactor: 0)
            case "inverter_three_phase.PPVphAB": point.value(of: [0xFFFF], scaleFactor: 0)
            default: point.value(of: Array(repeating: 1, count: point.count), scaleFactor: 0)
            }
        }
        let findings = map.findings(of: values)
        #expect(
            findings.map { "\($0.rule.id) \($0.subject)" } == [
                "sunspec-scale-factor inverter_three_phase.PhVphA", "sunspec-scale-factor inverter_three_phase.PhVphB",
                "sunspec-mandatory inverter_three_phase.Hz",
            ])
        #expect(findings[0].evidence.first?.octets == [0x08, 0xFC])
        #expect(findings[1].message == "its scale factor is 11")
    }
}
