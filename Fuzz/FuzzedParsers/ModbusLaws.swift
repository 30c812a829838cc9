import Modbus

extension FuzzedParser {
    /// Messages of Modbus with and without frames in both directions, and numbers in registers.
    public static let modbus = FuzzedParser("ModbusFuzz") { octets in
        for direction in [ModbusDirection.request, .response, .either] {
            for framing in ModbusFraming.allCases { keepsFrame(octets, framing, direction) }
            keepsMessage(octets, direction)
        }
        keepsNumbers(octets)
    }

    /// A frame that was read is written with the same octets; a fault points into the input.
    private static func keepsFrame(_ octets: [UInt8], _ framing: ModbusFraming, _ direction: ModbusDirection) {
        do throws(ModbusFault) {
            let frame = try ModbusFrame.decode(octets, as: framing, direction: direction)
            _ = frame.json
            precondition((try? frame.encoded()) == octets, "a frame is written with other octets")
        } catch {
            precondition(error.offset >= 0, "a fault outside the input")
        }
    }

    private static func keepsMessage(_ octets: [UInt8], _ direction: ModbusDirection) {
        guard let message = try? ModbusPDU.decode(octets, direction: direction) else { return }
        _ = message.json
        precondition((try? message.encoded()) == octets, "a message is written with other octets")
    }

    /// Registers of which a number is read hold it when it is written, unless it is rounded or none.
    private static func keepsNumbers(_ octets: [UInt8]) {
        let registers = zip(octets, octets.dropFirst()).prefix(4).map { UInt16($0) << 8 | UInt16($1) }
        for type in ModbusNumberType.allCases {
            let words = Array(registers.prefix(type.registerCount))
            for order in ModbusOrder.allCases {
                guard let value = type.value(of: words, order: order), value.magnitude < 0x1p53 else { continue }
                precondition(type.registers(of: value, order: order) == words, "a number is written differently")
            }
        }
    }
}
