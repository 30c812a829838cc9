import BuildingPoints
import FieldLinks
import Modbus
import SimulatedBuilding
import Testing

/// What reading a point asks of a device in memory.
@Suite struct RegisterReadingTests {
    private func point(_ type: RegisterType, at address: UInt16, scaleFactor: UInt16? = nil) -> RegisterPoint {
        var point = RegisterPoint("x", .holdingRegisters, address, type)
        point.order = .big
        point.scaleFactor = scaleFactor
        return point
    }

    private func device() -> SimulatedModbusDevice {
        var device = SimulatedModbusDevice(unit: 1)
        for address in UInt16(0)..<400 { device.holdingRegisters[address] = address }
        device.holdingRegisters[300] = 0xFFFF
        device.coils = [3: true]
        return device
    }

    @Test(
        arguments: [
            (100, nil, PointValue.unsigned(100), 1), (299, 300, .real(29.9), 1), (301, 300, .real(30.1), 1),
            (100, 300, .real(10), 3),
        ] as [(UInt16, UInt16?, PointValue, Int)])
    func `A value comes with its scale factor, in one request where one can`(
        address: UInt16, scaleFactor: UInt16?, value: PointValue, requests: Int
    ) throws {
        let stream = SimulatedStream(to: device())
        let reader = ModbusReader(ModbusExchange(framing: .tcp) { stream })
        let found = try reader.value(of: point(.uint16, at: address, scaleFactor: scaleFactor), unit: 1)
        #expect(found.value == value)
        #expect(stream.traffic.count == 2 * requests)
    }

    @Test func `Bits are read from their tables, and points without an address are not read`() throws {
        let stream = SimulatedStream(to: device())
        let reader = ModbusReader(ModbusExchange(framing: .tcp) { stream })
        #expect(try reader.value(of: RegisterPoint("x", .coils, 3, .bit), unit: 1).value == .boolean(true))
        let nowhere = RegisterPoint("x", .holdingRegisters, nil, .uint16)
        #expect(try reader.value(of: nowhere, unit: 1).condition == .wrongCount)
        #expect(throws: ModbusError.refused(.illegalDataAddress)) {
            try reader.value(of: point(.uint16, at: 500), unit: 1)
        }
        #expect(stream.traffic.count == 4)
    }
}
