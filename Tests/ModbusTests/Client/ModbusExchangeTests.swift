import FieldLinks
import Modbus
import Synchronization
import Testing

/// Answers as they come over lines and networks: in pieces, with noise, late, and wrong.
///
/// Frames: the examples of the MODBUS Application Protocol V1.1b3, clause 6; checksums as pymodbus 3.16.1 computes them.
@Suite struct ModbusExchangeTests {
    private func exchange(_ answers: [[String]], _ framing: ModbusFraming) -> (ModbusExchange, ScriptedStream) {
        let stream = ScriptedStream(answers)
        return (ModbusExchange(framing: framing) { stream }, stream)
    }

    private static func rtu(_ hex: String) throws -> String {
        let octets = [UInt8](hex: hex)
        let pdu = try ModbusPDU.decode(Array(octets.dropFirst()), direction: .response)
        return try ModbusFrame(.rtu, unit: octets[0], pdu).encoded().hex
    }

    private static let queue = ModbusRequest.read(.fifoQueue(address: 0x04DE))
    private static let mask = ModbusRequest.write(.mask(address: 4, and: 0xF2, or: 0x25))
    private static let swap = ModbusRequest.write(
        .exchange(reading: 3, quantity: 6, writing: 14, [255, 255, 255]))

    @Test(arguments: [
        (queue, "0118000600020 1b81284", ModbusResponse.fifoQueue([0x01B8, 0x1284])),
        (mask, "0116000400f20025", .maskWritten(address: 4, and: 0xF2, or: 0x25)),
        (swap, "01170c00fe0acd00010003000d00ff", .exchanged([0x00FE, 0x0ACD, 1, 3, 13, 255])),
        (.read(.table(.holdingRegisters, address: 107, quantity: 1)), "010302022b", .holdingRegisters([0x022B])),
    ])
    func `The length of a frame on a line follows from its function`(
        request: ModbusRequest, hex: String, response: ModbusResponse
    ) throws {
        let frame = try Self.rtu(hex)
        let octets = [UInt8](hex: frame).map { [$0].hex }
        let (exchange, _) = exchange([octets], .rtu)
        #expect(try exchange.perform(request, unit: 1) == response)
        #expect(exchange.lastAnswer.hex == frame)
    }

    @Test(arguments: [(queue, 24), (mask, 22), (swap, 23)] as [(ModbusRequest, UInt8)])
    func `Devices without a function refuse it by its code`(request: ModbusRequest, code: UInt8) throws {
        let (tcp, _) = exchange([["000100000003", "01" + [code | 0x80, 1].hex]], .tcp)
        #expect(throws: ModbusError.refused(.illegalFunction)) { try tcp.perform(request, unit: 1) }
        let (rtu, stream) = exchange([[try Self.rtu("01" + [code | 0x80, 1].hex)]], .rtu)
        #expect(throws: ModbusError.refused(.illegalFunction)) { try rtu.perform(request, unit: 1) }
        #expect(stream.sent.count == 1)
    }

    @Test(
        arguments: [
            (mask, "0116000400f20024", .wrongValue), (mask, "0116000500f20025", .wrongValue),
            (swap, "01170200fe", .wrongLength), (mask, "0183 02", .wrongFunction), (mask, "018002", .wrongFunction),
            (mask, "010302022b", .wrongFunction),
            (queue, "0118004200 20" + String(repeating: "00", count: 64), .wrongValue),
        ] as [(ModbusRequest, String, ModbusFault.Code)])
    func `Answers that do not fit are faults of the other side`(
        request: ModbusRequest, hex: String, code: ModbusFault.Code
    ) {
        let octets = [UInt8](hex: hex)
        let length = UInt8(octets.count)
        let (exchange, _) = exchange([[([0, 1, 0, 0, 0, length] + octets).hex]], .tcp)
        let error = #expect(throws: ModbusError.self) { try exchange.perform(request, unit: 1) }
        guard case .fault(let fault) = error else {
            Issue.record("\(error.map(\.description) ?? "no error")")
            return
        }
        #expect(fault.code == code)
    }

    @Test func `Noise on a line is no answer, and what is asked again finds it`() throws {
        let good = try Self.rtu("010302022b")
        for noise in ["0163", "01030200", "ffffffffffff", "000000", "01ff0203040506", "0103fe" + good] {
            let (exchange, stream) = exchange([[noise, "00"], [good]], .rtu)
            let reader = ModbusReader(exchange)
            #expect(try reader.registers(of: .holdingRegisters, at: 107, quantity: 1, unit: 1) == [0x022B])
            #expect(stream.sent.count <= 2)
        }
    }

    @Test func `A line that never falls silent does not hold anybody up`() {
        let (exchange, _) = exchange([Array(repeating: "0163", count: 9_000)], .rtu)
        #expect(throws: ModbusError.self) { try ModbusReader(exchange).read(.exceptionStatus, unit: 1) }
    }

    @Test func `Lines of text are found behind noise, and those of other units are dropped`() throws {
        let line = try ModbusFrame(.ascii(lowercase: true), unit: 1, .response(.holdingRegisters([0x022B]))).encoded()
        let other = try ModbusFrame(.ascii(lowercase: false), unit: 9, .response(.holdingRegisters([7]))).encoded()
        let (exchange, stream) = exchange([["00ff3f", other.hex, "0d0a", line.hex]], .ascii)
        let reader = ModbusReader(exchange)
        #expect(try reader.registers(of: .holdingRegisters, at: 107, quantity: 1, unit: 1) == [0x022B])
        #expect(reader.lastAnswer == line)
        #expect(stream.sent.count == 1)
    }

    @Test func `Late answers to earlier requests are dropped, even those that come in pieces`() throws {
        let late = "0001000000050103020007"
        let (exchange, _) = exchange([[late + "00010000000501030200"], ["09" + late, "000200000005010302000a"]], .tcp)
        let reader = ModbusReader(exchange)
        #expect(try reader.registers(of: .holdingRegisters, at: 0, quantity: 1, unit: 1) == [7])
        #expect(try reader.registers(of: .holdingRegisters, at: 0, quantity: 1, unit: 1) == [10])
    }

    @Test(arguments: [
        ("9600-8N1", Duration.nanoseconds(3_645_831)), ("19200-8E1", .nanoseconds(2_005_206)),
        ("38400-8N1", .microseconds(1_750)), ("115200-8E1", .microseconds(1_750)),
    ])
    func `Frames on a line stand apart`(text: String, silence: Duration) throws {
        let format = try #require(SerialFormat(text))
        #expect(abs((ModbusFraming.rtu.silence(on: format) - silence) / .nanoseconds(1)) < 5)
        #expect(ModbusFraming.tcp.silence(on: format) == .zero)
        #expect(ModbusFraming.ascii.silence(on: format) == .zero)
    }

    /// Each receipt takes a tenth of a second, and brings an answer to some earlier request.
    @Test func `A device that never stops sending old answers is given up`() {
        let stream = FloodingStream()
        let exchange = ModbusExchange(framing: .tcp, patience: Patience(first: .seconds(1), attempts: 2)) { stream }
        #expect(throws: ModbusError.silent(unit: 1, attempts: 2)) { try exchange.perform(Self.queue, unit: 1) }
        #expect(stream.receipts >= 20 && stream.receipts < 100)
    }
}

/// A link over which octets come faster than anybody can take them.
private final class FloodingStream: StreamLink {
    private let state = Mutex((now: Duration.zero, receipts: 0))

    var now: Duration { state.withLock { $0.now } }
    var receipts: Int { state.withLock { $0.receipts } }

    func wait(until moment: Duration) { state.withLock { $0.now = max($0.now, moment) } }
    func send(_ octets: [UInt8], until deadline: Duration) {}

    func receive(into buffer: inout [UInt8], until deadline: Duration) throws(LinkError) -> Int {
        let count = state.withLock { state in
            state.receipts += 1
            state.now += .milliseconds(100)
            return state.receipts
        }
        // A loop that does not end would end no test either.
        guard count < 10_000 else { throw LinkError(.closed, "nobody gave up") }
        let late = [UInt8](hex: "ffff00000003018301")
        buffer += late
        return late.count
    }

    func drain() {}
    func close() {}
}
