public import PhaseLoom

extension ModbusPDU {
    /// The message as it is written in output.
    public var json: JSONValue {
        switch self {
        case .request(let request): request.json
        case .response(let response): response.json
        }
    }
}

extension ModbusFrame {
    /// The frame as it is written in output, with the message in it.
    public var json: JSONValue {
        let head: JSONValue = ["framing": .string(envelope.framing.rawValue), "unit": .integer(Int(unit))]
        guard case .tcp(let transaction) = envelope else { return head.adding(["pdu": pdu.json]) }
        return head.adding(["transaction": .integer(Int(transaction)), "pdu": pdu.json])
    }
}

extension ModbusFault {
    /// The fault as it is written in output.
    public var json: JSONValue {
        ["code": .string(code.rawValue), "message": .string(message), "offset": .integer(offset)]
    }
}
