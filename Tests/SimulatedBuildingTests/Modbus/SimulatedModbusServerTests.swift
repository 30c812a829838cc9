import FieldLinks
import Modbus
import SimulatedBuilding
import Testing

/// Expected values: MODBUS Application Protocol V1.1b3, clauses 6 and 7, and the checksum by our own frames' vectors.
@Suite struct SimulatedModbusServerTests {
    private func server(_ framing: ModbusFraming, absence: ModbusException? = nil) -> SimulatedModbusServer {
        var one = SimulatedModbusDevice(unit: 1)
        one.holdingRegisters = [0: 11, 1: 12]
        var two = SimulatedModbusDevice(unit: 2)
        two.holdingRegisters = [0: 21]
        return SimulatedModbusServer([one, two], as: framing, absence: absence)
    }

    private func request(_ unit: UInt8, _ framing: ModbusFraming) throws -> [UInt8] {
        let envelope: ModbusFrame.Envelope =
            switch framing {
            case .tcp: .tcp(transaction: 7)
            case .rtu: .rtu
            case .ascii: .ascii(lowercase: false)
            }
        let reading = ModbusRequest.read(.table(.holdingRegisters, address: 0, quantity: 1))
        return try ModbusFrame(envelope, unit: unit, .request(reading)).encoded()
    }

    @Test(arguments: ModbusFraming.allCases, [1, 2] as [UInt8])
    func `each unit answers for itself`(framing: ModbusFraming, unit: UInt8) throws {
        let answer = try #require(server(framing).answer(try request(unit, framing)))
        let frame = try ModbusFrame.decode(answer, as: framing, direction: .response)
        #expect(frame.unit == unit && frame.pdu == .response(.holdingRegisters([UInt16(unit) * 10 + 1])))
    }

    @Test(arguments: ModbusFraming.allCases)
    func `a gateway tells that a unit does not answer, and a line keeps silent`(framing: ModbusFraming) throws {
        let request = try request(9, framing)
        #expect(server(framing).answer(request) == nil)
        let gateway = server(framing, absence: .gatewayTargetDeviceFailedToRespond)
        let answer = try #require(gateway.answer(request))
        let frame = try ModbusFrame.decode(answer, as: framing, direction: .response)
        #expect(frame.pdu == .response(.exception(function: 3, .gatewayTargetDeviceFailedToRespond)))
    }

    @Test(arguments: [[], [1], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0xFF, 0xFF, 9]] as [[UInt8]], ModbusFraming.allCases)
    func `what is no request has no answer`(octets: [UInt8], framing: ModbusFraming) {
        #expect(server(framing, absence: .illegalFunction).answer(octets) == nil)
    }

    @Test(arguments: ModbusFraming.allCases) func `frames are found in a stream, whole or in pieces`(
        framing: ModbusFraming
    ) throws {
        let octets = try request(1, framing) + request(2, framing) + request(1, framing)
        for size in [1, 5, octets.count] {
            let pieces = stride(from: 0, to: octets.count, by: size).map {
                Array(octets[$0..<min(octets.count, $0 + size)])
            }
            let stream = PiecedStream(pieces)
            server(framing).serve(stream, until: .seconds(1))
            #expect(stream.answers.count == 3)
        }
    }

    @Test func `a stream that becomes no frame ends`() {
        let stream = PiecedStream(Array(repeating: [UInt8](repeating: 0xFF, count: 100), count: 100))
        server(.tcp).serve(stream, until: .seconds(1))
        #expect(stream.left > 90 && stream.answers.isEmpty)
    }

    @Test func `the plant changes the devices that are served`() throws {
        let server = server(.tcp)
        server.change(2) { $0.holdingRegisters[0] = 99 }
        #expect(server.devices.map { $0.holdingRegisters[0] } == [11, 99])
    }
}
