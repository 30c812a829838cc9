import BuildingPoints
import Modbus
import PhaseLoomTesting
import Testing

/// The law of these tests: what is written reads back.
@Suite struct RegisterEncodingTests {
    private func point(_ type: RegisterType, scale: Double = 1, count: Int? = nil) -> RegisterPoint {
        var point = RegisterValueTests.point(type, count: count)
        point.conversion = LinearConversion(scale: scale) ?? .identity
        return point
    }

    @Test(arguments: RegisterType.allCases, ModbusOrder.allCases)
    func `What registers hold is written to the same registers`(type: RegisterType, order: ModbusOrder) throws {
        var generator = SeededGenerator(seed: 5)
        for count in type.width.map({ [$0] }) ?? [1, 2, 3, 4] {
            let point = RegisterValueTests.point(type, order, count: count)
            for _ in 0..<200 {
                let registers = (0..<count).map { _ in
                    type == .text ? UInt16(0x4142) : UInt16.random(in: 0...0xFFFF, using: &generator)
                }
                let found = point.value(of: registers)
                guard let value = found.value else { continue }
                let written = try point.registers(for: value)
                #expect(point.value(of: written).value == value)
                // Groups of decimals may have signs that disagree: the value is the same, the registers are not.
                if type != .mod10k { #expect(written == registers) }
            }
        }
    }

    @Test(arguments: [RegisterType.text, .octets])
    func `No point takes more registers than a table has`(type: RegisterType) throws {
        for count in [Int.max, 65_537, 0, -1] {
            let error = RegisterValueError.wrongCount(count, type: type)
            #expect(throws: error) { try point(type, count: count).registers(for: .text("AB")) }
        }
        let file = Array("name,address,type,count,convention\nt,1,string,9223372036854775807,zero-based\n".utf8)
        #expect(RegisterMap.read(file, file: "m.csv").findings.map(\.rule.id) == ["bad-cell"])
    }

    @Test func `Converted values go back to their raw numbers`() throws {
        let point = point(.int16, scale: 0.1)
        for raw in stride(from: -32_768, through: 32_767, by: 7) {
            let registers = [UInt16(bitPattern: Int16(raw))]
            let value = try #require(point.value(of: registers).value)
            #expect(try point.registers(for: value) == registers)
        }
    }

    @Test(
        arguments: [
            (RegisterType.int16, 0.1, .real(3_276.8), .outOfRange(value: "3276.8", from: -3_276.8, to: 3_276.7)),
            (.uint16, 1, .signed(-1), .outOfRange(value: "-1", from: 0, to: 65_535)),
            (.uint16, -0.5, .real(1), .outOfRange(value: "1", from: -32_767.5, to: 0)),
            (.int16, 0.1, .real(20.14), .inexact(value: "20.14", nearest: 20.1)),
            (.uint16, 1, .real(1.5), .inexact(value: "1.5", nearest: 2)),
            (.uint16, 1, .real(.nan), .notFinite(value: "nan")),
            (.float32, 1, .real(.infinity), .notFinite(value: "inf")),
            (
                .float32, 1, .real(1e39),
                .outOfRange(value: "1e+39", from: -3.4028234663852886e38, to: 3.4028234663852886e38)
            ),
            (.uint16, 1, .text("1"), .wrongKind(value: "1", type: .uint16)),
            (.text, 1, .unsigned(1), .wrongKind(value: "1", type: .text)),
            (.text, 1, .text("abc"), .tooLong(count: 3, limit: 2)),
            (.text, 1, .text("\u{0}"), .wrongKind(value: "\u{0}", type: .text)),
            (.bits, 1, .bits(Array(repeating: true, count: 17)), .tooLong(count: 17, limit: 16)),
            (.bit, 1, .unsigned(2), .outOfRange(value: "2", from: 0, to: 1)),
            (.bcd, 1, .unsigned(10_000), .outOfRange(value: "10000", from: 0, to: 9_999)),
            (.mod10k, 1, .signed(-100_000_000), .outOfRange(value: "-100000000", from: -99_999_999, to: 99_999_999)),
            (.uint64, 1, .unsigned(.max), nil), (.int64, 1, .signed(.min), nil), (.uint32, 1, .boolean(true), nil),
            (
                .int64, 1, .unsigned(.max),
                .outOfRange(
                    value: "18446744073709551615", from: -9_223_372_036_854_775_808, to: 9_223_372_036_854_774_784)
            ),
        ] as [(RegisterType, Double, PointValue, RegisterValueError?)])
    func `What does not fit says why`(type: RegisterType, scale: Double, value: PointValue, error: RegisterValueError?)
    {
        let point = point(type, scale: scale)
        var found: RegisterValueError?
        do { _ = try point.registers(for: value) } catch { found = error }
        #expect(found == error)
    }

    @Test func `A tolerance lets values be rounded, and no further`() throws {
        let point = point(.int16, scale: 0.5)
        #expect(try point.registers(for: .real(20.2), tolerance: 0.25) == [40])
        #expect(throws: RegisterValueError.inexact(value: "20.2", nearest: 20)) {
            try point.registers(for: .real(20.2), tolerance: 0.1)
        }
        #expect(throws: RegisterValueError.self) { try point.registers(for: .real(20.2), tolerance: -1) }
        #expect(throws: RegisterValueError.self) { try point.registers(for: .real(20.2), tolerance: .nan) }
    }

    @Test func `A value is never written as the code for none`() {
        var point = point(.uint16)
        point.notImplemented = "FFFF"
        #expect(throws: RegisterValueError.meansNotImplemented(value: "65535")) {
            try point.registers(for: .unsigned(65_535))
        }
        point.type = .uint32
        point.count = 2
        point.order = nil
        #expect(throws: RegisterValueError.unstatedOrder(count: 2)) { try point.registers(for: .unsigned(1)) }
        point.count = 9
        #expect(throws: RegisterValueError.wrongCount(9, type: .uint32)) { try point.registers(for: .unsigned(1)) }
    }
}
