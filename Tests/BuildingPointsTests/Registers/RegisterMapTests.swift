import BuildingPoints
import Modbus
import Testing

@Suite struct RegisterMapTests {
    private func map(_ name: String, _ convention: AddressConvention? = nil) throws -> RegisterMap {
        RegisterMap.read(try fixture("pointlists/volttron_\(name).csv"), file: name, convention: convention)
    }

    @Test(arguments: [
        ("ion6200_map", 19), ("battery_meter", 74), ("mixed_endian_reg_map", 7), ("watts_on_map", 10),
    ])
    func `Maps of the field are read whole`(name: String, count: Int) throws {
        #expect(try map(name).points.count == count)
    }

    @Test func `A map whose registers are all writable and printed as references is told`() throws {
        let map = try map("ion6200_map")
        let writable = try #require(map.findings.first { $0.rule.id == "all-writable" })
        #expect(writable.message.contains("19 registers"))
        let ambiguous = try #require(map.findings.first { $0.rule.id == "ambiguous-address" })
        #expect(ambiguous.evidence.count == 19)
        #expect(ambiguous.evidence.first?.value == "40001")
    }

    @Test func `A declared convention settles the addresses`() throws {
        let map = try map("ion6200_map", .reference)
        #expect(map.points[0].address == 0)
        #expect(map.points[2].address == 99)
        #expect(map.points[2].conversion.scale == 0.1)
        #expect(!map.findings.contains { $0.rule.id == "ambiguous-address" })
    }

    @Test func `Mixed maps state their order and hexadecimal addresses count from zero`() throws {
        let mixed = try map("mixed_endian_reg_map")
        #expect(mixed.points.map(\.order) == Array(repeating: ModbusOrder.wordSwapped, count: 7))
        #expect(!mixed.findings.contains { $0.rule.id == "all-writable" })
        let watts = try map("watts_on_map")
        #expect(watts.points[4].address == 0x20A)
        #expect(watts.findings.filter { $0.rule.id == "unstated-order" }.count == 7)
    }

    @Test func `Groups of decimals are read in the order of their transformation`() throws {
        let map = try map("ion6200_map", .reference)
        let energy = try #require(map.points.first { $0.name == "kwh_del" })
        #expect(energy.type == .mod10k)
        #expect(energy.order == .wordSwapped)
        #expect(energy.value(of: [3456, 12]).value == .signed(123_456))
        #expect(!map.findings.contains { $0.rule.id == "unknown-transform" })
    }

    @Test(arguments: [
        ("scale(0.1)", RegisterType.uint32, 2, 0.1), ("scale_int(10)", .uint32, 2, 10),
        ("mod10k64(True)", .mod10k, 4, 1),
        ("no_op()", .uint32, 2, 1), ("add(5)", .uint32, 2, 1),
    ])
    func `Transformations are taken`(text: String, type: RegisterType, count: Int, scale: Double) throws {
        let csv = "name,address,type,transform\nx,0,uint32,\(text)\n"
        let map = RegisterMap.read(Array(csv.utf8), file: "m.csv", convention: .zeroBased)
        let point = try #require(map.points.first)
        #expect(point.type == type)
        #expect(point.count == count)
        #expect(point.conversion.scale == scale)
        #expect(!map.findings.contains { $0.rule.id == "unknown-transform" })
    }

    @Test(arguments: [
        "scale()", "scale(0)", "mod10k(perhaps)", "scale(0.1", "scale_reg(x)", "mod10k48(True)", "(", ")",
    ])
    func `Other transformations are told`(text: String) {
        let csv = "name,address,type,transform\nx,0,uint16,\(text)\n"
        let map = RegisterMap.read(Array(csv.utf8), file: "m.csv", convention: .zeroBased)
        #expect(map.findings.map(\.rule.id) == ["unknown-transform"])
        #expect(map.points.count == 1)
    }

    @Test(arguments: [
        ("bcd32", RegisterType.bcd, 2), ("bitfield32", .bits, 2), ("INT32-M10K", .mod10k, 2), ("enum16", .uint16, 1),
        ("string", .text, 1),
    ])
    func `Words tell types and their registers`(word: String, type: RegisterType, count: Int) {
        let csv = "name,address,type,order\nx,0,\(word),ABCD\n"
        let map = RegisterMap.read(Array(csv.utf8), file: "m.csv", convention: .zeroBased)
        #expect(map.points.map(\.type) == [type])
        #expect(map.points.map(\.count) == [count])
    }

    @Test(arguments: [
        ("40001", AddressConvention.reference, 0), ("400001", .reference, 0), ("465536", .reference, 65_535),
        ("1", .oneBased, 0), ("0", .zeroBased, 0), ("0x1F", .zeroBased, 31), ("65535", .zeroBased, 65_535),
    ])
    func `Addresses follow their convention`(text: String, convention: AddressConvention, address: Int) {
        let csv = "name,address,type\nx,\(text),uint16\n"
        let map = RegisterMap.read(Array(csv.utf8), file: "m.csv", convention: convention)
        #expect(map.points.map(\.address) == [UInt16(address)])
    }

    @Test(arguments: [
        ("x,0,oneBased,uint16", "bad-cell"), ("x,0,one-based,uint16", "bad-address"),
        ("x,65536,zero-based,uint16", "bad-address"), ("x,65535,zero-based,uint32", "bad-address"),
        ("x,30001,,uint16", "ambiguous-address"), ("x,400001,,uint16", "bad-address"),
        ("x,1,zero-based,uint32", "unstated-order"),
        ("x,1,zero-based,uint24", "bad-cell"), ("x,-1,zero-based,uint16", "bad-address"),
        ("x,1,zero-based,uint32,3", "bad-cell"),
    ])
    func `Odd rows are told`(row: String, rule: String) {
        let map = RegisterMap.read(Array("name,address,convention,type,count\n\(row)\n".utf8), file: "m.csv")
        #expect(map.findings.contains { $0.rule.id == rule }, "\(map.findings.map(\.text))")
    }

    @Test func `Overlaps are found in each unit and table`() throws {
        let csv = """
            name,unit,address,type,order,table
            a,1,0,uint32,ABCD,holding
            b,1,1,uint16,,holding
            c,2,1,uint16,,holding
            d,1,1,uint16,,input
            e,1,2,uint16,,holding
            """
        let overlaps = RegisterMap.read(Array(csv.utf8), file: "m.csv").findings.filter {
            $0.rule.id == "register-overlap"
        }
        #expect(overlaps.map(\.subject) == ["b"])
        #expect(overlaps.first?.evidence.map(\.line) == [3, 2])
    }

    @Test func `Mutated maps of the field never trap`() throws {
        mutate(try fixture("pointlists/volttron_ion6200_map.csv"), rounds: 600) { bytes in
            for convention in [AddressConvention.zeroBased, .oneBased, .reference] {
                let map = RegisterMap.read(bytes, file: "m.csv", convention: convention)
                #expect(map.lines.count == map.points.count)
            }
        }
    }

    /// Ten thousand mutations in ten parts: the fuzzers and `FieldMutations` go further.
    @Test(arguments: 0..<10)
    func `Mutated maps never trap`(part: Int) {
        let seed = """
            name,address,type,order,count,scale,transform,not implemented
            a,40101,int32,CDAB,2,0.1,mod10k(True),80000000

            """
        let conventions = AddressConvention.allCases
        mutate(Array(seed.utf8), rounds: 1_000, from: UInt64(part)) { bytes in
            let map = RegisterMap.read(bytes, file: "m.csv", convention: conventions[part % conventions.count])
            for point in map.points {
                let found = point.value(of: Array(repeating: 0x1234, count: min(max(point.count, 0), 8)))
                if let value = found.value { _ = try? point.registers(for: value, tolerance: 1) }
            }
            #expect(map.lines.count == map.points.count)
        }
    }
}
