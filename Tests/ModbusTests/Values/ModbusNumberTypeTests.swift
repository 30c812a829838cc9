import Modbus
import PhaseLoom
import Testing

/// Expected values: what users of other programs reported, and what Python's `struct` packs.
@Suite struct ModbusNumberTypeTests {
    @Test func `The values of the vectors are read, and written to the same registers`() throws {
        var count = 0
        for row in try Fixture.vectors("modbus_vectors.json") where row["kind"]?.text == "value" {
            let name = try #require(row["order"]?.text)
            guard let type = ModbusNumberType(rawValue: row["type"]?.text ?? ""),
                let order = ModbusOrder(rawValue: name == "GHEFCDAB" ? "CDAB" : name)
            else { continue }
            let octets = [UInt8](hex: try #require(row["hex"]?.text))
            let registers = stride(from: 0, to: octets.count, by: 2).map {
                UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1])
            }
            let expected: Double? =
                switch row["value"]?.value {
                case .integer(let value): Double(value)
                case .number(let value): type == .float32 ? Double(Float(value)) : value
                default: .infinity
                }
            let value = try #require(type.value(of: registers, order: order))
            #expect(value == expected)
            #expect(type.registers(of: value, order: order) == registers)
            count += 1
        }
        #expect(count == 17)
    }

    @Test(arguments: ModbusNumberType.allCases, ModbusOrder.allCases)
    func `What is written reads back`(type: ModbusNumberType, order: ModbusOrder) throws {
        for value in [0.0, 1, 258, 32_767] {
            let registers = try #require(type.registers(of: value, order: order))
            #expect(type.value(of: registers, order: order) == value)
        }
        #expect(type.value(of: [], order: order) == nil)
        #expect(type.value(of: [UInt16](repeating: 0, count: 5), order: order) == nil)
    }

    @Test func `What does not fit is not written`() {
        #expect(ModbusNumberType.int16.registers(of: 32_768, order: .big) == nil)
        #expect(ModbusNumberType.uint32.registers(of: -1, order: .big) == nil)
        #expect(ModbusNumberType.int64.registers(of: .nan, order: .big) == nil)
        #expect(ModbusNumberType.uint16.registers(of: 1.5, order: .big) == nil)
    }
}
