import BuildingPoints
import Modbus
import Testing

/// Expected values: what Python's `struct` packs, threads of pymodbus users, the codes of the SunSpec information model,
/// and the formats of meters as VOLTTRON's driver reads them.
@Suite struct RegisterValueTests {
    static func point(_ type: RegisterType, _ order: ModbusOrder? = .big, count: Int? = nil) -> RegisterPoint {
        var point = RegisterPoint("x", .holdingRegisters, 100, type)
        point.order = order
        point.count = count ?? point.count
        return point
    }

    @Test(
        arguments: [
            (RegisterType.uint16, ModbusOrder.big, [0xFFFF], .unsigned(65_535)), (.int16, .big, [0xFFFE], .signed(-2)),
            (.uint16, .byteSwapped, [0x3412], .unsigned(0x1234)),
            (.float32, .big, [0x41A0, 0xCCCD], .real(20.1)), (.float32, .wordSwapped, [0xCCCD, 0x41A0], .real(20.1)),
            (.float32, .byteSwapped, [0x8EBF, 0x7B14], .real(-1.11)),
            (.float32, .little, [0xCDCC, 0xA041], .real(20.1)),
            (.float32, .big, [0x3727, 0xC5AC], .real(0.00001)),
            (.float64, .big, [0xC093, 0x4A00, 0, 0], .real(-1234.5)),
            (.int32, .wordSwapped, [0x1DC0, 0xFFFE], .signed(-123_456)),
            (.int64, .big, [0xFFDF, 0xFFFF, 0xFFFF, 0xFFFF], .signed(-9_007_199_254_740_993)),
            (.uint64, .little, [0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF], .unsigned(.max)),
            (.bit, .big, [1], .boolean(true)), (.bcd, .big, [0x1234], .unsigned(1234)),
            (.mod10k, .big, [12, 3456], .signed(123_456)), (.mod10k, .wordSwapped, [3456, 12], .signed(123_456)),
            (.mod10k, .big, [0xFFF4, 0xF280], .signed(-123_456)),
        ] as [(RegisterType, ModbusOrder, [UInt16], PointValue)])
    func `Registers mean what other programs read in them`(
        type: RegisterType, order: ModbusOrder, registers: [UInt16], value: PointValue
    ) throws {
        let found = Self.point(type, order).value(of: registers)
        #expect(found.value == value)
        #expect(found.condition == .good)
        #expect(try Self.point(type, order).registers(for: value) == registers)
    }

    @Test func `Longer decimals, texts and bits take as many registers as the map tells`() {
        #expect(Self.point(.bcd, count: 2).value(of: [0x0012, 0x3456]).value == .unsigned(123_456))
        #expect(Self.point(.mod10k, count: 3).value(of: [1, 2, 3]).value == .signed(100_020_003))
        let text = Self.point(.text, nil, count: 4)
        #expect(text.value(of: [0x5068, 0x6173, 0x6520, 0]).value == .text("Phase"))
        #expect(text.value(of: [0xB0C3, 0x0000, 0x4141, 0x4141]).value == .text("\u{B0}\u{C3}"))
        #expect(text.value(of: [0xC2B0, 0x4300, 0, 0]).value == .text("°C"))
        #expect(Self.point(.text, .byteSwapped, count: 2).value(of: [0x6850, 0x0061]).value == .text("Pha"))
        var bits = Self.point(.bits)
        bits.symbols = [RegisterSymbol(0, "LOST"), RegisterSymbol(15, "OVER")]
        let found = bits.value(of: [0x8001])
        #expect(found.value == .bits([true] + Array(repeating: false, count: 14) + [true]))
        #expect(found.stateText == "LOST | OVER")
    }

    @Test func `Numbers with names are states`() {
        var point = Self.point(.uint16)
        point.symbols = [RegisterSymbol(1, "OFF"), RegisterSymbol(2, "SLEEPING")]
        #expect(point.value(of: [2]).value == .enumerated(2))
        #expect(point.value(of: [2]).stateText == "SLEEPING")
        #expect(point.value(of: [7]).value == .enumerated(7))
        #expect(point.value(of: [7]).stateText.isEmpty)
    }

    @Test(
        arguments: [
            (RegisterType.int16, 1, "8000", [0x8000]), (.uint16, 1, "FFFF", [0xFFFF]), (.uint16, 1, "0xffff", [0xFFFF]),
            (.int32, 2, "80000000", [0x8000, 0]), (.uint32, 2, "FFFFFFFF", [0xFFFF, 0xFFFF]),
            (.uint32, 2, "0", [0, 0]), (.int64, 4, "8000000000000000", [0x8000, 0, 0, 0]),
            (.uint64, 4, "FFFFFFFFFFFFFFFF", [0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF]),
            (.float32, 2, "7FC00000", [0x7FC0, 0]), (.float32, 2, "7FC00000", [0xFFC0, 1]),
            (.float64, 4, "7FF8000000000000", [0x7FF8, 0, 0, 1]), (.text, 6, "0", [0, 0, 0, 0, 0, 0]),
            (.bits, 1, "FFFF", [0xFFFF]), (.bits, 2, "FFFFFFFF", [0x8000, 0x0001]), (.bcd, 1, "FFFF", [0xFFFF]),
        ] as [(RegisterType, Int, String, [UInt16])])
    func `Codes for what is not implemented are no values`(
        type: RegisterType, count: Int, code: String, registers: [UInt16]
    ) {
        for order in [ModbusOrder.big, .wordSwapped] {
            var point = Self.point(type, order, count: count)
            point.notImplemented = code
            let onWire = order == .big ? registers : registers.reversed()
            let found = point.value(of: onWire)
            #expect(found.condition == .notImplemented)
            #expect(found.value == nil)
            if type != .text { #expect(point.value(of: [0, 1, 2, 1].suffix(count)).condition == .good) }
        }
    }

    @Test(
        arguments: [
            [0x7F80, 0], [0xFF80, 0], [0x7FC0, 0], [0x7F80, 1],
        ] as [[UInt16]])
    func `Infinite numbers and none are never values`(registers: [UInt16]) {
        var point = Self.point(.float32)
        #expect(point.value(of: registers).condition == .notFinite)
        point.conversion = LinearConversion(scale: 10) ?? .identity
        #expect(point.value(of: registers).value == nil)
        point.type = .float64
        point.count = 4
        #expect(point.value(of: [0x7FE0, 0, 0, 0]).condition == .notFinite)
    }

    @Test func `What cannot be read says why`() {
        #expect(Self.point(.uint32, nil).value(of: [0, 1]).condition == .unstatedOrder)
        #expect(Self.point(.uint16, nil).value(of: [5]).value == .unsigned(5))
        #expect(Self.point(.uint32).value(of: [1]).condition == .wrongCount)
        #expect(Self.point(.uint32, count: 3).value(of: [1, 2, 3]).condition == .wrongCount)
        #expect(Self.point(.bits, count: 5).value(of: [1, 2, 3, 4, 5]).condition == .wrongCount)
        #expect(Self.point(.text, count: 0).value(of: []).condition == .wrongCount)
        #expect(Self.point(.bcd).value(of: [0x12A4]).condition == .malformed)
        #expect(Self.point(.mod10k).value(of: [1, 10_000]).condition == .malformed)
        #expect(Self.point(.bit).value(of: [2]).condition == .malformed)
    }

    @Test func `Scaled values are the decimals that people expect`() {
        var point = Self.point(.int16)
        for (scale, offset, raw, value) in [(0.1, 0.0, 201, 20.1), (0.1, -40, 650, 25), (0.001, 0, 3, 0.003)] {
            point.conversion = LinearConversion(scale: scale, offset: offset) ?? .identity
            #expect(point.value(of: [UInt16(raw)]).value == .real(value))
            #expect(point.value(of: [UInt16(raw)]).raw == .signed(Int64(raw)))
        }
    }

    @Test(arguments: [(-2, 2305, 23.05), (0, 7, 7), (3, 7, 7000), (-10, 1, 1e-10), (10, 3, 3e10)])
    func `A scale factor is read with the value`(power: Int, raw: UInt16, value: Double) throws {
        var point = Self.point(.uint16)
        point.scaleFactor = 103
        #expect(point.block == ModbusBlock(address: 100, quantity: 4))
        let factor = UInt16(bitPattern: Int16(power))
        let found = point.value(of: [raw, 0, 0, factor])
        #expect(found.value?.number == value)
        #expect(found.scaleFactor == power)
        #expect(try point.registers(for: .real(value), scaleFactor: factor) == [raw])
        point.scaleFactor = 98
        #expect(point.value(of: [factor, 0, raw]).value?.number == value)
    }

    @Test(arguments: [0x8000, 11, 0xFFF5])
    func `A scale factor beyond its range leaves no value`(factor: UInt16) {
        var point = Self.point(.uint16)
        point.scaleFactor = 101
        #expect(point.value(of: [1, factor]).condition == .badScaleFactor)
        #expect(point.value(of: [1]).condition == .badScaleFactor)
        #expect(point.value(of: [1, 2, 3]).condition == .wrongCount)
        #expect(throws: RegisterValueError.badScaleFactor) { try point.registers(for: .real(1), scaleFactor: factor) }
        point.scaleFactor = 400
        #expect(point.block == nil)
        #expect(point.value(of: [5], scaleFactor: 0xFFFF).value == .real(0.5))
    }

    @Test func `A record takes values, and errors for what is none`() {
        var record = InventoryRegister(Self.point(.float32))
        record.take(record.point.value(of: [0x41A0, 0xCCCD]), at: nil)
        #expect(record.raw == [0x41A0, 0xCCCD])
        #expect(record.value == .real(20.1))
        record.take(record.point.value(of: [0x7FC0, 0]), at: nil)
        #expect(record.value == nil)
        #expect(record.readErrors == [InventoryFault(subject: "value", code: "not-finite")])
        record.point.notImplemented = "7FC00000"
        record.take(record.point.value(of: [0x7FC0, 0]), at: nil)
        #expect(record.isNotImplemented)
    }

    @Test func `No registers trap, of any type, order and number`() {
        mutate(Array(repeating: 0xFF, count: 12) + Array(0...20), rounds: 2_000) { octets in
            let registers = stride(from: 0, to: octets.count - 1, by: 2)
                .map { UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1]) }
            for type in RegisterType.allCases {
                var point = Self.point(type, ModbusOrder.allCases[registers.count % 4], count: registers.count % 6)
                point.notImplemented = "8000"
                point.scaleFactor = registers.first.flatMap { $0 % 3 == 0 ? $0 : nil }
                let found = point.value(of: Array(registers.prefix(point.count)))
                #expect((found.value == nil) == (found.condition != .good))
                _ = point.value(of: registers, scaleFactor: registers.last)
            }
        }
    }
}
