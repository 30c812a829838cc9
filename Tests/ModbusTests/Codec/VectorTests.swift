import Modbus
import PhaseLoom
import Testing

/// Expected values: the worked examples of the MODBUS Application Protocol V1.1b3, and frames from public tests.
@Suite struct `Vectors of Modbus` {
    @Test func `Messages of the standard decode, and encode to the same octets, in every frame`() throws {
        let rows = try Fixture.vectors("modbus_vectors.json").filter { $0["kind"]?.text == "pdu" }
        #expect(rows.count == 23)
        for row in rows {
            let (id, hex) = (try #require(row["id"]?.text), try #require(row["hex"]?.text))
            let direction = row["direction"]?.text == "req" ? ModbusDirection.request : .response
            let pdu = try ModbusPDU.decode([UInt8](hex: hex), direction: direction)
            #expect(try pdu.encoded().hex == hex, "\(id)")
            #expect(try ModbusPDU.decode([UInt8](hex: hex)) == pdu, "\(id) without a direction")
            let tcp = ModbusFrame(.tcp(transaction: 1), unit: 17, pdu)
            let rtu = ModbusFrame(.rtu, unit: 17, pdu)
            #expect(try tcp.encoded().hex == row["adu_tcp_unit17_tid1"]?.text, "\(id)")
            #expect(try rtu.encoded().hex == row["adu_rtu_unit17"]?.text, "\(id)")
            #expect(try ModbusFrame.decode(tcp.encoded(), as: .tcp, direction: direction) == tcp, "\(id)")
            #expect(try ModbusFrame.decode(rtu.encoded(), as: .rtu, direction: direction) == rtu, "\(id)")
        }
    }

    @Test(arguments: [("frame-tcp", ModbusFraming.tcp, 9), ("frame-rtu", .rtu, 4), ("frame-ascii", .ascii, 5)])
    func `Frames of public tests decode, and encode to the same octets`(
        kind: String, framing: ModbusFraming, count: Int
    ) throws {
        let rows = try Fixture.vectors("modbus_vectors.json").filter { $0["kind"]?.text == kind }
        #expect(rows.count == count)
        for row in rows {
            let hex = try #require(row["hex"]?.text)
            let frame = try ModbusFrame.decode([UInt8](hex: hex), as: framing)
            #expect(try frame.encoded().hex == hex)
            #expect(try frame.pdu.encoded().hex == row["pdu"]?.text)
            #expect(.integer(Int(frame.unit)) == row["unit"]?.value)
            if case .tcp(let transaction) = frame.envelope {
                #expect(.integer(Int(transaction)) == row["tid"]?.value)
            }
        }
    }

    /// What only a client can see, because the frame alone is well formed, decodes.
    @Test(
        arguments: [
            ("tcp-protocol-id-1", ModbusFraming.tcp, ModbusFault.Code.wrongProtocol), ("tcp-len-1", .tcp, .wrongLength),
            ("tcp-len-65535", .tcp, .wrongLength), ("tcp-byte-count-odd", .tcp, .wrongValue),
            ("exception-fc80", .tcp, .wrongFunction), ("devid-more-follows-loop", .tcp, .wrongValue),
            ("rtu-short", .rtu, .truncated), ("ascii-bad-lrc", .ascii, .wrongChecksum),
            ("tcp-wrong-unit", .tcp, nil), ("tcp-count-mismatch", .tcp, nil),
        ] as [(String, ModbusFraming, ModbusFault.Code?)])
    func `Malformed frames have their fault`(id: String, framing: ModbusFraming, code: ModbusFault.Code?) throws {
        let row = try Fixture.vectors("modbus_malformed.json").first { $0["id"]?.text == id }
        let octets = [UInt8](hex: try #require(row?["hex"]?.text))
        var found: ModbusFault.Code?
        do { _ = try ModbusFrame.decode(octets, as: framing, direction: .response) } catch { found = error.code }
        #expect(found == code)
        var foundWithoutDirection: ModbusFault.Code?
        do { _ = try ModbusFrame.decode(octets, as: framing) } catch { foundWithoutDirection = error.code }
        #expect(foundWithoutDirection == code)
    }
}
