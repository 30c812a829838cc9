import BACnet
import Modbus
import PhaseLoom

/// Decodes messages of one form and writes them back.
struct MessageDecoder {
    let form: MessageForm
    let direction: Direction

    /// What became of a line.
    struct Outcome {
        let json: JSONValue
        let isDecoded: Bool
    }

    /// Decodes a line, which may be anything.
    func decode(_ line: HexLine) -> Outcome {
        let text = JSONValue.string(String(decoding: line.text.prefix(2 * HexLines.sizeLimit), as: UTF8.self))
        do throws(HexLine.Fault) {
            let octets = try line.octets()
            switch message(octets) {
            case .success(let message):
                let json: JSONValue = [
                    "hex": text, "decoded": message.json, "reencoded": .string(Self.hexadecimal(message.octets)),
                ]
                return Outcome(json: json, isDecoded: true)
            case .failure(let fault): return Self.refused(text, fault.code, fault.message, fault.offset)
            }
        } catch {
            return Self.refused(text, "invalid-hex", error.message, error.offset)
        }
    }

    private static func refused(_ text: JSONValue, _ code: String, _ message: String, _ offset: Int) -> Outcome {
        let error: JSONValue = ["code": .string(code), "message": .string(message), "offset": .integer(offset)]
        return Outcome(json: ["hex": text, "error": error], isDecoded: false)
    }

    private static func hexadecimal(_ octets: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: octets.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// A message as it reads and as it is written back.
    private typealias Message = (json: JSONValue, octets: [UInt8])

    /// A fault of either protocol.
    private struct Fault: Error {
        let code: String
        let message: String
        let offset: Int
    }

    private func message(_ octets: [UInt8]) -> Result<Message, Fault> {
        switch form {
        case .bacnet: bacnet { () throws(BACnetFault) in try .decode(apdu: octets) }
        case .bacnetIP: bacnet { () throws(BACnetFault) in try .decode(datagram: octets) }
        case .modbus:
            modbus { () throws(ModbusFault) in
                let pdu = try ModbusPDU.decode(octets, direction: modbusDirection)
                return (pdu.json, try pdu.encoded())
            }
        case .modbusTCP: frame(octets, .tcp)
        case .modbusRTU: frame(octets, .rtu)
        case .modbusASCII: frame(octets, .ascii)
        }
    }

    private var modbusDirection: ModbusDirection {
        switch direction {
        case .either: .either
        case .request: .request
        case .response: .response
        }
    }

    private func bacnet(_ read: () throws(BACnetFault) -> BACnetMessage) -> Result<Message, Fault> {
        do throws(BACnetFault) {
            let message = try read()
            return .success((message.json, try message.encode()))
        } catch {
            return .failure(Fault(code: error.code.rawValue, message: error.message, offset: error.offset))
        }
    }

    private func frame(_ octets: [UInt8], _ framing: ModbusFraming) -> Result<Message, Fault> {
        modbus { () throws(ModbusFault) in
            let frame = try ModbusFrame.decode(octets, as: framing, direction: modbusDirection)
            return (frame.json, try frame.encoded())
        }
    }

    private func modbus(_ read: () throws(ModbusFault) -> Message) -> Result<Message, Fault> {
        do throws(ModbusFault) {
            return .success(try read())
        } catch {
            return .failure(Fault(code: error.code.rawValue, message: error.message, offset: error.offset))
        }
    }
}
