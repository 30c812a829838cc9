import FieldLinks
import Modbus
import SimulatedBuilding
import Testing

/// What a search for models finds in devices, good and bad.
@Suite struct SunSpecDiscoveryTests {
    private func device(_ registers: [(at: Int, values: [UInt16])]) -> SimulatedModbusDevice {
        var device = SimulatedModbusDevice(unit: 1)
        for (start, values) in registers {
            for (index, value) in values.enumerated() { device.holdingRegisters[UInt16(start + index)] = value }
        }
        return device
    }

    private func find(_ device: SimulatedModbusDevice) throws -> SunSpecChain? {
        try ModbusReaderTests.reader(SimulatedStream(to: device), .tcp).sunSpec(unit: 1)
    }

    @Test(arguments: [0, 40_000, 50_000])
    func `The mark is found at each of its places, and the models behind it`(base: Int) throws {
        let common: [UInt16] = [1, 66] + Array(repeating: 0, count: 66)
        let registers = SunSpecChain.mark + common + [103, 3, 7, 8, 9, 0xFFFF, 0]
        let chain = try #require(try find(device([(base, registers)])))
        #expect(chain.base == UInt16(base))
        #expect(chain.end == .complete)
        #expect(
            chain.blocks == [
                SunSpecBlock(model: 1, at: UInt16(base + 2), length: 66),
                SunSpecBlock(model: 103, at: UInt16(base + 70), length: 3),
            ])
        let reader = ModbusReaderTests.reader(SimulatedStream(to: device([(base, registers)])), .tcp)
        #expect(try reader.contents(of: chain.blocks[1], unit: 1) == [103, 3, 7, 8, 9])
    }

    @Test func `Long models are read in parts`() throws {
        let registers = SunSpecChain.mark + [160, 300] + (0..<300).map { UInt16($0) } + [0xFFFF, 0]
        let stream = SimulatedStream(to: device([(40_000, registers)]))
        let reader = ModbusReaderTests.reader(stream, .tcp)
        let chain = try #require(try reader.sunSpec(unit: 1))
        #expect(try reader.contents(of: chain.blocks[0], unit: 1) == [160, 300] + (0..<300).map { UInt16($0) })
        #expect(stream.traffic.count == 2 * (3 + 3))
    }

    @Test(
        arguments: [
            ([0x1234, 0x5678], nil), ([0x5375, 0x6E53], .refused(.illegalDataAddress, at: 2)),
            ([0x5375, 0x6E53, 0xFFFF, 0], .complete), ([0x5375, 0x6E53, 0, 0], .noModel(at: 2)),
            ([0x5375, 0x6E53, 1, 65_535], .beyondTable),
            ([0x5375, 0x6E53, 1, 65_530], .refused(.illegalDataAddress, at: 65_534)),
            ([0x5375, 0x6E53, 1, 2, 0, 0, 103], .refused(.illegalDataAddress, at: 6)),
            (SunSpecChain.mark + Array(repeating: 7, count: 20), .refused(.illegalDataAddress, at: 29)),
        ] as [([UInt16], SunSpecChain.End?)])
    func `Chains that break the rules end, and say how`(registers: [UInt16], end: SunSpecChain.End?) throws {
        #expect(try find(device([(0, registers)]))?.end == end)
    }

    @Test func `Models without registers do not go on for ever`() throws {
        var registers = SunSpecChain.mark
        for _ in 0..<1_000 { registers += [5, 0] }
        let chain = try #require(try find(device([(0, registers)])))
        #expect(chain.end == .endless)
        #expect(chain.blocks.count == SunSpecChain.limit)
    }

    @Test func `A silent device is no device without models`() {
        let stream = SimulatedStream(to: device([]), troubles: Array(repeating: .silence, count: 9))
        #expect(throws: ModbusError.silent(unit: 1, attempts: 3)) {
            try ModbusReaderTests.reader(stream, .tcp).sunSpec(unit: 1)
        }
    }
}
