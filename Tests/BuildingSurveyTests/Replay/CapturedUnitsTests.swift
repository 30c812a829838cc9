import BuildingPoints
import FieldLinks
import Modbus
import PhaseLoom
import Testing

@testable import BuildingSurvey

/// What is kept of a capture stays within its limits, also where each unit gets all points of a map.
@Suite struct CapturedUnitsTests {
    private func exchange(_ server: UInt32) -> ModbusExchangeSeen {
        ModbusExchangeSeen(
            server: Endpoint(address: server, port: 502), unit: 1,
            request: .read(.table(.holdingRegisters, address: 0, quantity: 1)), response: .holdingRegisters([7]),
            requestPacket: 1, responsePacket: 2, time: Timestamp(milliseconds: 0), octets: [])
    }

    @Test func `units that fill the room with the points of a map are counted and left out`() {
        let points = (UInt16(0)..<10_000).map { RegisterPoint("P\($0)", .holdingRegisters, $0, .uint16) }
        var units = CapturedUnits(map: points)
        for server in UInt32(1)...120 { units.take(exchange(server)) }
        // Each has its 10,000 points and one register that was read, of 1,000,000 in all.
        #expect(units.refused == 120 - 99)
        units.take(exchange(1))
        #expect(units.refused == 120 - 99)
    }

    @Test func `a point of another unit takes no room`() {
        var other = RegisterPoint("P", .holdingRegisters, 0, .uint16)
        other.unit = 2
        var units = CapturedUnits(map: [other])
        units.take(exchange(1))
        #expect(units.records.map(\.registers.count) == [1] && units.refused == 0)
    }
}
