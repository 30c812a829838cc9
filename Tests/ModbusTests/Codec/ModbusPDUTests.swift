import Modbus
import PhaseLoom
import Testing

/// Expected values: the responses of the worked examples in the MODBUS Application Protocol V1.1b3, clause 6.
@Suite struct `Modbus PDU` {
    @Test(arguments: [
        ("0103cd6b05", "read-coils", "response"),
        ("0203acdb35", "read-discrete-inputs", "response"),
        ("0306022b00000064", "read-holding-registers", "response"),
        ("0402000a", "read-input-registers", "response"),
        ("0500acff00", "write-single-coil", "request"),
        ("0600010003", "write-single-register", "request"),
        ("076d", "read-exception-status", "response"),
        ("0bffff0108", "get-comm-event-counter", "response"),
        ("0c080000010801212000", "get-comm-event-log", "response"),
        ("0f0013000a", "write-multiple-coils", "response"),
        ("1000010002", "write-multiple-registers", "response"),
        ("1103010203", "report-server-id", "response"),
        ("140c05060dfe0020050633cd0040", "read-file-record", "response"),
        ("170c00fe0acd00010003000d00ff", "read-write-multiple-registers", "response"),
        ("18000600021b841284", "read-fifo-queue", "response"),
        (
            "2b0e01010000030016436f6d70616e79206964656e74696669636174696f6e010c50726f6475637420636f646502055632"
                + "2e3131", "read-device-identification", "response"
        ),
    ])
    func `Responses of the standard are told from requests`(hex: String, function: String, kind: String) throws {
        let pdu = try ModbusPDU.decode([UInt8](hex: hex))
        #expect(pdu.json["function"] == .string(function))
        #expect(pdu.json["kind"] == .string(kind))
        #expect(try pdu.encoded().hex == hex)
    }

    @Test(arguments: [
        ("", ModbusDirection.either, ModbusFault.Code.truncated),
        ("00", .either, .wrongFunction),
        ("80", .either, .wrongFunction),
        ("8001", .response, .wrongFunction),
        ("83", .response, .truncated),
        ("8302", .request, .wrongFunction),
        ("830202", .response, .wrongLength),
        ("0100000000", .request, .wrongValue),
        ("01000007d1", .request, .wrongValue),
        ("030000007e", .request, .wrongValue),
        ("0300000001ff", .request, .wrongLength),
        ("0400000000", .request, .wrongValue),
        ("0300", .response, .wrongValue),
        ("03030001ff", .response, .wrongValue),
        ("03040001", .response, .wrongLength),
        ("0500ac1234", .either, .wrongValue),
        ("0f000007b1f600", .request, .wrongLength),
        ("0f0000000902ff", .request, .wrongLength),
        ("0f0000000901ff", .request, .wrongLength),
        ("1000010002030001ff", .request, .wrongLength),
        ("10000100000000", .request, .wrongLength),
        ("1000000000", .response, .wrongValue),
        ("18004200", .request, .wrongLength),
        ("0800050000", .either, .unsupportedService),
        ("0800010001", .request, .wrongValue),
        ("14070700040001 0002", .request, .wrongValue),
        ("14070600000001 0002", .request, .wrongValue),
        ("140706000427100002", .request, .wrongValue),
        ("2b0e0500", .request, .wrongValue),
        ("2b0e0109000000", .response, .wrongValue),
        ("2b0e0101ff0000", .response, .wrongValue),
        ("2b0e01017f0000", .response, .wrongValue),
        ("2b0e010100000100ff", .response, .wrongLength),
        ("2b0d0100", .either, .unsupportedService),
        ("0900", .either, .unsupportedService),
        ("41", .either, .unsupportedService),
        ("6401", .either, .unsupportedService),
        ("7f", .either, .unsupportedService),
    ])
    func `What the protocol does not allow has its fault`(
        hex: String, direction: ModbusDirection, code: ModbusFault.Code
    ) {
        var found: ModbusFault?
        do { _ = try ModbusPDU.decode([UInt8](hex: hex), direction: direction) } catch { found = error }
        #expect(found?.code == code, "\(found.map(\.description) ?? "no fault")")
        #expect(found?.message.isEmpty == false)
    }

    @Test func `Messages beyond 253 octets are refused`() {
        #expect(throws: ModbusFault.self) {
            try ModbusPDU.decode([3, 254] + [UInt8](repeating: 0, count: 254), direction: .response)
        }
    }

    @Test(arguments: [
        ModbusPDU.request(.read(.table(.holdingRegisters, address: 0, quantity: 126))),
        .request(.read(.table(.coils, address: 0, quantity: 0))),
        .request(.write(.registers(address: 0, [UInt16](repeating: 0, count: 124)))),
        .request(.write(.coils(address: 0, ModbusBits([Bool](repeating: true, count: 1_969))))),
        .request(.write(.exchange(reading: 0, quantity: 1, writing: 0, [UInt16](repeating: 0, count: 122)))),
        .response(.holdingRegisters([UInt16](repeating: 0, count: 126))),
        .response(.fifoQueue([UInt16](repeating: 0, count: 32))),
        .response(.exception(function: 0, .illegalFunction)),
    ])
    func `Values beyond the limits are not encoded`(pdu: ModbusPDU) {
        #expect(throws: ModbusFault.self) { try pdu.encoded() }
    }

    @Test func `The largest messages are encoded and decoded`() throws {
        let largest: [ModbusPDU] = [
            .request(.write(.registers(address: 0xFFFF, [UInt16](repeating: 0xA5A5, count: 123)))),
            .request(.write(.coils(address: 1, ModbusBits([Bool](repeating: true, count: 1_968))))),
            .request(.write(.exchange(reading: 0, quantity: 125, writing: 9, [UInt16](repeating: 7, count: 121)))),
            .response(.holdingRegisters([UInt16](repeating: 1, count: 125))),
            .response(.coils(ModbusBits([Bool](repeating: true, count: 2_000)))),
        ]
        for pdu in largest {
            let octets = try pdu.encoded()
            #expect(octets.count <= 253)
            #expect(try ModbusPDU.decode(octets) == pdu)
        }
    }

    @Test func `Exceptions have the names of the standard and keep unknown codes`() throws {
        #expect(ModbusException.defined.map(\.rawValue) == [1, 2, 3, 4, 5, 6, 8, 10, 11])
        #expect(
            try ModbusPDU.decode([0x83, 2], direction: .response)
                == .response(.exception(function: 3, .illegalDataAddress)))
        #expect(ModbusException(rawValue: 99).description == "exception 63 exception-99")
        #expect(try ModbusPDU.decode([0xE3, 1]).encoded() == [0xE3, 1])
    }
}
