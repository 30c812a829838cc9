import Modbus

/// The devices of Modbus of the simulated office.
extension SimulatedModbusDevice {
    /// A meter whose values stand in all orders, with factors and without, and again in models of SunSpec.
    static func meter(unit: UInt8, _ random: inout SimulatedRandom) -> SimulatedModbusDevice {
        var meter = SimulatedModbusDevice(unit: unit)
        for phase in 0..<3 { meter.input(UInt16(clamping: phase), .uint16, .big, Double(2280 + random.below(40))) }
        meter.input(6, .float32, .big, 18.25)
        meter.input(8, .float32, .wordSwapped, 12.5)
        meter.input(10, .int32, .big, -1850)
        meter.input(12, .int16, .big, -950)
        meter.input(13, .uint16, .big, 4998)
        meter.input(16, .uint64, .big, 123_456_789_012)
        meter.input(20, .uint32, .wordSwapped, 4_000_000_000)
        meter.input(22, .float32, .byteSwapped, 2.75)
        meter.input(24, .float32, .little, 36.5)
        meter.input(26, .int16, .big, -32768)
        meter.holdingRegisters = [100: 200, 101: 1, 102: 0]
        meter.readOnly = [101...101, 40000...40399]
        for (place, register) in SunSpecMeter.registers.enumerated() {
            meter.holdingRegisters[40000 + UInt16(clamping: place)] = register
        }
        meter.identify("Simulated Meters", "SM-3", "1.2")
        return meter
    }

    /// A heat pump with two setpoints, a mode and its states.
    static func heatPump(unit: UInt8, _ random: inout SimulatedRandom) -> SimulatedModbusDevice {
        var pump = SimulatedModbusDevice(unit: unit)
        pump.input(0, .int16, .big, Double(350 + random.below(30)))
        pump.input(1, .int16, .big, Double(290 + random.below(30)))
        pump.input(2, .int16, .big, -53)
        pump.input(3, .uint16, .big, 2150)
        pump.input(4, .uint32, .big, 1_234_567)
        pump.holdingRegisters = [0: 2, 1: 350, 2: 480, 10: 7]
        pump.readOnly = [10...10]
        pump.coils = [0: true, 1: false]
        pump.discreteInputs = [0: true, 1: false, 2: false]
        pump.identify("Simulated Heat Pumps", "HP-12", "3.0")
        return pump
    }

    private mutating func input(_ address: UInt16, _ type: ModbusNumberType, _ order: ModbusOrder, _ value: Double) {
        for (place, register) in (type.registers(of: value, order: order) ?? []).enumerated() {
            inputRegisters[address &+ UInt16(truncatingIfNeeded: place)] = register
        }
    }

    private mutating func identify(_ texts: String...) {
        identification = texts.enumerated().map { ModbusIdentificationObject(id: UInt8(clamping: $0), $1) }
    }
}
