import FieldLinks
import Modbus
import SimulatedBuilding
import Testing

/// What a client does with answers, good and bad, from a device in memory whose clock nobody has to wait for.
@Suite struct ModbusReaderTests {
    static var device: SimulatedModbusDevice {
        var device = SimulatedModbusDevice(unit: 17)
        for address in UInt16(0)..<200 where address != 60 { device.holdingRegisters[address] = address &* 3 }
        for address in UInt16(0)..<20 { device.coils[address] = address % 3 == 0 }
        device.inputRegisters[8] = 10
        for id in UInt8(0)...6 { device.identification.append(ModbusIdentificationObject(id: id, "object \(id)")) }
        return device
    }

    static func reader(_ stream: SimulatedStream, _ framing: ModbusFraming, hasEcho: Bool = false) -> ModbusReader {
        ModbusReader(ModbusExchange(framing: framing, hasEcho: hasEcho) { stream })
    }

    @Test(arguments: ModbusFraming.allCases, [false, true])
    func `Values are read in every frame, with an echo and without`(framing: ModbusFraming, hasEcho: Bool) throws {
        let stream = SimulatedStream(to: Self.device, as: framing, echoes: hasEcho)
        let reader = Self.reader(stream, framing, hasEcho: hasEcho)
        #expect(try reader.registers(of: .holdingRegisters, at: 107, quantity: 3, unit: 17) == [321, 324, 327])
        #expect(try reader.registers(of: .inputRegisters, at: 8, quantity: 1, unit: 17) == [10])
        #expect(try reader.registers(of: .holdingRegisters, at: 61, quantity: 125, unit: 17).count == 125)
        #expect(
            try reader.bits(of: .coils, at: 0, quantity: 10, unit: 17).map { $0 ? 1 : 0 } == [
                1, 0, 0, 1, 0, 0, 1, 0, 0, 1,
            ])
        #expect(try reader.identification(.regular, unit: 17).map(\.text) == (0...6).map { "object \($0)" })
    }

    @Test(arguments: [ModbusTrouble.silence, .wrongTransaction, .delay(.milliseconds(1_500)), .closed])
    func `What passes is asked again, and late answers are dropped`(trouble: ModbusTrouble) throws {
        let stream = SimulatedStream(to: Self.device, troubles: [trouble])
        let found = try Self.reader(stream, .tcp).registers(of: .holdingRegisters, at: 1, quantity: 2, unit: 17)
        #expect(found == [3, 6])
        #expect(stream.traffic.filter(\.isSent).count == 2)
    }

    @Test(arguments: [
        (ModbusFraming.rtu, ModbusTrouble.damaged(at: 4)), (.rtu, .truncated(by: 1)), (.rtu, .wrongUnit),
        (.ascii, .damaged(at: 12)), (.ascii, .damaged(at: 0)), (.tcp, .truncated(by: 2)),
    ])
    func `Damage on the line is asked again`(framing: ModbusFraming, trouble: ModbusTrouble) throws {
        let stream = SimulatedStream(to: Self.device, as: framing, troubles: [trouble])
        let reader = Self.reader(stream, framing)
        #expect(try reader.registers(of: .holdingRegisters, at: 1, quantity: 2, unit: 17) == [3, 6])
        #expect(stream.traffic.filter(\.isSent).count == 2)
    }

    @Test(arguments: [(ModbusTrouble.wrongFunction, ModbusFault.Code.wrongFunction), (.wrongUnit, .wrongUnit)])
    func `Answers that break the protocol are faults at once`(trouble: ModbusTrouble, code: ModbusFault.Code) {
        let stream = SimulatedStream(to: Self.device, troubles: [trouble])
        let error = #expect(throws: ModbusError.self) {
            try Self.reader(stream, .tcp).registers(of: .holdingRegisters, at: 1, quantity: 2, unit: 17)
        }
        guard case .fault(let fault) = error else {
            Issue.record("\(error.map(\.description) ?? "no error")")
            return
        }
        #expect(fault.code == code)
        #expect(stream.traffic.filter(\.isSent).count == 1)
    }

    @Test func `A silent unit is asked with doubled patience and then left in peace`() {
        let stream = SimulatedStream(to: Self.device, troubles: Array(repeating: .silence, count: 9))
        let reader = Self.reader(stream, .tcp)
        let silent = #expect(throws: ModbusError.self) { try reader.read(.exceptionStatus, unit: 17) }
        #expect(silent == .silent(unit: 17, attempts: 3))
        #expect(stream.now == .seconds(1 + 2 + 4))
        let resting = #expect(throws: ModbusError.self) { try reader.read(.exceptionStatus, unit: 17) }
        #expect(resting == .resting(unit: 17))
        #expect(stream.traffic.filter(\.isSent).count == 3)
    }

    @Test func `The frame of the last answer stays as evidence`() throws {
        let stream = SimulatedStream(to: Self.device, troubles: [nil, nil, .silence, .silence, .silence])
        let reader = Self.reader(stream, .tcp)
        #expect(reader.lastAnswer.isEmpty)
        _ = try reader.registers(of: .holdingRegisters, at: 1, quantity: 1, unit: 17)
        #expect(reader.lastAnswer.hex == "00010000000511030200" + "03")
        _ = try? reader.registers(of: .holdingRegisters, at: 60, quantity: 1, unit: 17)
        #expect(reader.lastAnswer.hex == "000200000003118302")
        _ = try? reader.registers(of: .holdingRegisters, at: 1, quantity: 1, unit: 17)
        #expect(reader.lastAnswer.isEmpty)
    }

    @Test func `Nobody asks all units, or none`() {
        let stream = SimulatedStream(to: Self.device)
        #expect(throws: ModbusError.self) { try Self.reader(stream, .tcp).read(.exceptionStatus, unit: 0) }
        #expect(throws: ModbusError.self) { try Self.reader(stream, .rtu).read(.exceptionStatus, unit: 248) }
        #expect(stream.traffic.isEmpty)
    }

    @Test func `Registers in many places are read together, and apart where a device refuses`() throws {
        let stream = SimulatedStream(to: Self.device)
        let places = [(0, 2), (10, 2), (58, 2), (61, 2), (60, 1)].map {
            ModbusBlock(address: UInt16($0.0), quantity: UInt16($0.1))
        }
        let found = try Self.reader(stream, .tcp).registers(in: places, of: .holdingRegisters, unit: 17)
        #expect(
            found == [
                .success([0, 3]), .success([30, 33]), .success([174, 177]), .success([183, 186]),
                .failure(.illegalDataAddress),
            ])
        // Two merged blocks, the second of which is refused and read in its three parts.
        #expect(stream.traffic.filter(\.isSent).count == 5)
    }

    @Test func `Reading never sends what writes`() throws {
        let stream = SimulatedStream(to: Self.device, troubles: [.silence, .wrongTransaction, nil, .closed])
        let reader = Self.reader(stream, .tcp)
        for table in ModbusTable.allCases {
            _ = try? reader.registers(of: table, at: 0, quantity: 4, unit: 17)
            _ = try? reader.bits(of: table, at: 0, quantity: 4, unit: 17)
        }
        for access in ModbusIdentificationAccess.allCases { _ = try? reader.identification(access, unit: 17) }
        for reading in [ModbusReading.exceptionStatus, .eventCounter, .eventLog, .serverID, .fifoQueue(address: 1)] {
            _ = try? reader.read(reading, unit: 17)
        }
        let sent = stream.traffic.filter(\.isSent)
        #expect(sent.count > 15)
        for case .sent(let octets) in sent {
            let frame = try ModbusFrame.decode(octets, as: .tcp, direction: .request)
            guard case .request(.read) = frame.pdu else {
                Issue.record("'\(octets.hex)' does not only read")
                continue
            }
        }
    }
}

extension SimulatedStream.Traffic {
    fileprivate var isSent: Bool {
        guard case .sent = self else { return false }
        return true
    }
}
