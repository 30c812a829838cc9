import BuildingPoints
import FieldLinks
import Modbus
import PhaseLoom
import SimulatedBuilding
import Testing

@testable import BuildingSurvey

/// Expected values: IEEE 754 for 21.5 as 41AC0000, and SunSpec for 8000 as not implemented.
@Suite struct LiveRegistersTests {
    private static let time = Timestamp(milliseconds: 1_795_000_000_000)

    private static func points() -> [RegisterPoint] {
        var float = RegisterPoint("t", .holdingRegisters, 100, .float32)
        float.order = .wordSwapped
        float.units = "°C"
        var missing = RegisterPoint("m", .holdingRegisters, 110, .int16)
        missing.notImplemented = "8000"
        var scaled = RegisterPoint("p", .inputRegisters, 5, .int16)
        scaled.conversion = LinearConversion(scale: 0.1) ?? .identity
        let open = RegisterPoint("o", .holdingRegisters, 100, .uint32)
        var other = open
        other.unit = 9
        return [
            float, missing, scaled, RegisterPoint("n", .holdingRegisters, 112, .float32), other,
            RegisterPoint("x", .holdingRegisters, 200, .uint16), RegisterPoint("y", .holdingRegisters, 200, .int16),
            RegisterPoint("z", .holdingRegisters, 300, .uint16),
        ]
    }

    private func source() -> (LiveRegisters, SimulatedStream) {
        var device = SimulatedModbusDevice(unit: 1)
        device.holdingRegisters = [100: 0, 101: 0x41AC, 110: 0x8000, 112: 0x7FC0, 113: 0, 200: 1]
        device.inputRegisters = [5: 0xFFF1]
        device.coils = [3: true, 4: false]
        let stream = SimulatedStream(to: device)
        let book = RegisterBook(Self.points(), trunks: ["gw": Endpoint(address: 0x0A00_0009, port: 502)])
        let source = LiveRegisters(book, at: { Self.time }) { _ in
            ModbusReader(ModbusExchange(framing: .tcp) { () throws(LinkError) in stream })
        }
        return (source, stream)
    }

    @Test(
        arguments: [
            ("gw/1/holding-registers/100", "21.5", "°C", []), ("gw/1/input-registers/5", "-1.5", "", []),
            ("gw/1/holding-registers/110", "-32768", "", ["not-implemented"]), ("gw/1/coils/3", "1", "", []),
            ("gw/1/coils/4", "0", "", []), ("10.0.0.9:502/1/coils/4", "0", "", []),
        ] as [(String, String, String, [String])])
    func `a register is read as its map says`(point: String, value: String, units: String, status: [String]) throws {
        var (source, stream) = source()
        let reading = try source.reading(of: try #require(PointReference("modbus:\(point)")))
        #expect(reading.value == value && reading.units == units && reading.status == status)
        #expect(reading.time == Self.time && reading.fault == "")
        guard case .received(let frame)? = stream.traffic.last else {
            Issue.record("nothing was received")
            return
        }
        #expect(reading.octets == [frame])
    }

    @Test(arguments: [
        ("gw/1/holding-registers/112", "unstated-order"), ("gw/1/holding-registers/111", "no line of a register map"),
        ("gw/1/holding-registers/200", "2 lines of register maps"),
        ("gw/1/holding-registers/300", "illegal-data-address"),
        ("hall/1/coils/3", "trunk 'hall' was not found"), ("gw/0/coils/3", "unit '0' cannot answer"),
    ])
    func `what is not known is not guessed`(point: String, reason: String) throws {
        var (source, _) = source()
        let reading = try source.reading(of: try #require(PointReference("modbus:\(point)")))
        #expect(reading.value == nil && reading.fault.contains(reason), "\(reading.fault)")
    }

    @Test func `what is no number never passes`() throws {
        var points = Self.points()
        points[3].order = .big
        var device = SimulatedModbusDevice(unit: 1)
        device.holdingRegisters = [112: 0x7FC0, 113: 0]
        let stream = SimulatedStream(to: device)
        var source = LiveRegisters(
            RegisterBook(points, only: Endpoint(address: 1, port: 502)), at: { Self.time },
            open: { _ in ModbusReader(ModbusExchange(framing: .tcp) { () throws(LinkError) in stream }) })
        let reference = try #require(PointReference("modbus:any/1/holding-registers/112"))
        var row = CheckoutRow(source: reference, target: .tag("t"), expectation: CheckoutExpectation("1"))
        row.sourceReading = try source.reading(of: reference)
        #expect(row.deficiencies.map(\.kind) == [.notFinite])
    }
}
