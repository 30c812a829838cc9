import BuildingPoints
import FieldLinks
import Modbus
import PhaseLoom
import SimulatedBuilding
import Synchronization
import Testing

@testable import BuildingSurvey

/// Expected values: MODBUS Application Protocol V1.1b3, clauses 6 and 7.
@Suite struct ModbusSurveyTests {
    private func device() -> SimulatedModbusDevice {
        var device = SimulatedModbusDevice(unit: 3)
        for address in 0..<UInt16(40) { device.holdingRegisters[address] = address }
        (device.holdingRegisters[100], device.holdingRegisters[101]) = (0x41A0, 0xCCCD)
        device.coils = [0: true, 1: false, 2: true]
        device.identification = [
            ModbusIdentificationObject(id: 0, "Acme"), ModbusIdentificationObject(id: 1, "M"),
            ModbusIdentificationObject(id: 2, "1.0"), ModbusIdentificationObject(id: 4, "Meter"),
        ]
        return device
    }

    private func point(
        _ name: String, _ address: UInt16?, _ type: RegisterType = .uint16, _ table: ModbusTable = .holdingRegisters
    ) -> RegisterPoint {
        var point = RegisterPoint(name, table, address, type)
        point.order = .big
        return point
    }

    private func survey(
        _ points: [RegisterPoint], _ device: SimulatedModbusDevice? = nil, unit: UInt8 = 3,
        troubles: [ModbusTrouble?] = []
    ) throws -> (unit: InventoryUnit, requests: Int) {
        let stream = SimulatedStream(to: device ?? self.device(), troubles: troubles)
        let exchange = ModbusExchange(framing: .tcp) { () throws(LinkError) in stream }
        let unit = try ModbusSurvey(points: points).read(
            unit, at: "gw:502", with: ModbusReader(exchange), clock: { Timestamp(milliseconds: 7) })
        return (unit, stream.traffic.count { if case .sent = $0 { true } else { false } })
    }

    @Test func `a unit is read with few requests`() throws {
        var scaled = point("scaled", 2)
        scaled.conversion = try #require(LinearConversion(scale: 0.5))
        let points = [point("a", 0), scaled, point("b", 30), point("t", 100, .float32), point("on", 2, .bit, .coils)]
        let (unit, requests) = try survey(points)
        #expect(unit.identification.map(\.text) == ["Acme", "M", "1.0", "Meter"] && unit.faults == [])
        #expect(unit.registers.map(\.value) == [.unsigned(0), .real(1), .unsigned(30), .real(20.1), .boolean(true)])
        #expect(unit.registers.map(\.raw) == [[0], [2], [30], [0x41A0, 0xCCCD], [1]])
        #expect(unit.registers.allSatisfy { $0.valueTime == Timestamp(milliseconds: 7) && $0.readErrors == [] })
        // Two for the identification, one for the coils, and one for each of 0 to 2, 30 and 100.
        #expect(requests == 6)
    }

    @Test func `a point that the unit does not have costs no other one its value`() throws {
        let (unit, _) = try survey([point("a", 38), point("gone", 41), point("b", 39)])
        #expect(unit.registers.map(\.value) == [.unsigned(38), nil, .unsigned(39)])
        #expect(
            unit.registers.map(\.readErrors) == [
                [], [InventoryFault(subject: "holding-registers 41", code: "exception 02 illegal-data-address")], [],
            ])
    }

    @Test func `points of other units are passed over, and those without a place are told`() throws {
        var other = point("other", 1)
        other.unit = 4
        var long = point("long", 1, .text)
        long.count = 200
        let (unit, _) = try survey([other, point("nowhere", nil), long])
        #expect(unit.registers.map(\.point.name) == ["nowhere", "long"])
        #expect(unit.registers.map { $0.readErrors.map(\.code) } == [["no-address"], ["too-long"]])
    }

    @Test func `a unit without identification is no fault`() throws {
        var device = device()
        device.identification = []
        let (unit, _) = try survey([point("a", 1)], device)
        #expect(unit.identification == [] && unit.faults == [] && unit.registers.first?.value == .unsigned(1))
    }

    @Test func `a unit that is not there is told, and soon given up`() throws {
        let points = (0..<20).map { point("p\($0)", $0 * 20) }
        let (unit, requests) = try survey(points, unit: 9)
        #expect(unit.faults.map(\.subject) == ["unit"] && requests == 3)
        #expect(unit.registers.allSatisfy { !$0.readErrors.isEmpty && $0.value == nil })
        let (alone, few) = try survey([], unit: 9)
        #expect(alone.faults.map(\.code) == ["time-out"] && few == 3)
    }

    @Test(arguments: [ModbusException.gatewayPathUnavailable, .gatewayTargetDeviceFailedToRespond])
    func `a gateway that does not reach a unit does not answer for it`(absence: ModbusException) throws {
        let points = (0..<20).map { point("p\($0)", $0 * 20) }
        for (points, asked) in [(points, 3), ([], 2)] {
            let gateway = Gateway(SimulatedModbusServer([device()], absence: absence))
            let exchange = ModbusExchange(framing: .tcp) { () throws(LinkError) in gateway }
            let unit = try ModbusSurvey(points: points).read(9, at: "gw:502", with: ModbusReader(exchange))
            #expect(unit.faults == [InventoryFault(subject: "unit", code: absence.description)] && unit.isSilent)
            #expect(unit.registers.allSatisfy { $0.raw.isEmpty && !$0.readErrors.isEmpty })
            #expect(gateway.requests == asked)
        }
    }

    @Test func `a unit that says nothing to the question who it is is no fault`() throws {
        let (unit, _) = try survey([point("a", 1)], troubles: [nil, .silence, .silence, .silence])
        #expect(unit.faults == [] && unit.registers.first?.value == .unsigned(1))
    }

    @Test func `a value that means nothing is told`() throws {
        var point = point("a", 100, .float32)
        point.order = nil
        let (unit, _) = try survey([point])
        #expect(unit.registers.first?.value == nil && unit.registers.first?.raw == [0x41A0, 0xCCCD])
        #expect(unit.registers.first?.readErrors.map(\.code) == ["unstated-order"])
    }

    /// A model with a value and its power of ten, as the SunSpec Device Information Model Specification 1.2 has them.
    private static let model = Array(
        """
        {"id": 64000, "group": {"name": "probe", "type": "group", "points": [
        {"name": "ID", "type": "uint16", "size": 1, "mandatory": "M", "static": "S", "value": 64000},
        {"name": "L", "type": "uint16", "size": 1, "mandatory": "M", "static": "S"},
        {"name": "W", "type": "int16", "size": 1, "sf": "W_SF", "units": "W"},
        {"name": "W_SF", "type": "sunssf", "size": 1}]}}
        """.utf8)

    @Test func `models of SunSpec are read where the unit has them`() throws {
        var device = SimulatedModbusDevice(unit: 3)
        let registers: [UInt16] = [0x5375, 0x6E53, 64000, 2, 1234, 0xFFFF, 0xFFFF, 0]
        for (offset, value) in registers.enumerated() { device.holdingRegisters[50_000 + UInt16(offset)] = value }
        let model = try SunSpecModel(json: Self.model, file: "model_64000.json")
        let stream = SimulatedStream(to: device)
        let exchange = ModbusExchange(framing: .tcp) { () throws(LinkError) in stream }
        let unit = try ModbusSurvey(models: [model]).read(3, at: "gw:502", with: ModbusReader(exchange))
        let power = try #require(unit.registers.first { $0.point.address == 50_004 })
        #expect(power.point.name.hasSuffix("W") && power.value == .real(123.4) && unit.faults == [])
        let none = SimulatedStream(to: self.device())
        let other = ModbusExchange(framing: .tcp) { () throws(LinkError) in none }
        let plain = try ModbusSurvey(models: [model]).read(3, at: "gw:502", with: ModbusReader(other))
        #expect(plain.faults == [InventoryFault(subject: "sunspec", code: "no-mark")])
    }
}

/// A connection to a gateway in memory.
private final class Gateway: StreamLink {
    private struct State {
        var arrived: [UInt8] = []
        var requests = 0
        var now = Duration.zero
    }

    private let server: SimulatedModbusServer
    private let state = Mutex(State())

    init(_ server: SimulatedModbusServer) { self.server = server }

    var requests: Int { state.withLock { $0.requests } }
    var now: Duration { state.withLock { $0.now } }
    func wait(until moment: Duration) { state.withLock { $0.now = max($0.now, moment) } }

    func send(_ octets: [UInt8], until deadline: Duration) {
        let answer = server.answer(octets) ?? []
        state.withLock { state in
            state.requests += 1
            state.arrived += answer
        }
    }

    func receive(into buffer: inout [UInt8], until deadline: Duration) -> Int {
        let octets = state.withLock { state in
            defer { state.arrived = [] }
            if state.arrived.isEmpty { state.now = max(state.now, deadline) }
            return state.arrived
        }
        buffer += octets
        return octets.count
    }

    func drain() { state.withLock { $0.arrived = [] } }
    func close() {}
}
