public import PhaseLoom

extension ModbusResponse {
    /// The response as it is written in output: the function with its code, and its fields by name.
    ///
    /// Addresses count from 0; bits are all those of the octets, because a response does not tell how many are meant.
    public var json: JSONValue {
        if case .exception(let code, let exception) = self {
            return [
                "kind": "exception", "function": .string(function?.name ?? "function-\(code)"),
                "code": .integer(Int(code)),
                "exception": ["code": .integer(Int(exception.rawValue)), "name": .string(exception.name)],
            ]
        }
        return fields(on: [
            "kind": "response", "function": .string(function?.name ?? ""), "code": .integer(Int(functionCode)),
        ])
    }

    private func fields(on head: JSONValue) -> JSONValue {
        switch self {
        case .coils(let bits), .discreteInputs(let bits): head.adding(["values": bits.json])
        case .holdingRegisters(let registers), .inputRegisters(let registers), .exchanged(let registers),
            .fifoQueue(let registers):
            head.adding(["registers": registers.json])
        case .coilWritten(let address, let isOn):
            head.adding(["address": .integer(Int(address)), "value": .bool(isOn)])
        case .registerWritten(let address, let value):
            head.adding(["address": .integer(Int(address)), "value": .integer(Int(value))])
        case .exceptionStatus(let status): head.adding(["status": .integer(Int(status))])
        case .diagnosis(let diagnosis): diagnosis.fields(on: head)
        case .eventCounter(let status, let count):
            head.adding(["status": .integer(Int(status)), "count": .integer(Int(count))])
        case .eventLog(let log): log.fields(on: head)
        case .coilsWritten(let address, let quantity), .registersWritten(let address, let quantity):
            head.adding(["address": .integer(Int(address)), "quantity": .integer(Int(quantity))])
        case .serverID(let octets): head.adding(["data": .string(octets.hexadecimal)])
        case .fileRecords(let records): head.adding(["records": .array(records.map(\.json))])
        case .fileRecordsWritten(let records): head.adding(["records": records.json])
        case .maskWritten(let address, let and, let or):
            head.adding(["address": .integer(Int(address)), "and": .integer(Int(and)), "or": .integer(Int(or))])
        case .identification(let part): part.fields(on: head)
        case .exception: head
        }
    }
}

extension ModbusEventLog {
    fileprivate func fields(on head: JSONValue) -> JSONValue {
        head.adding([
            "status": .integer(Int(status)), "eventCount": .integer(Int(eventCount)),
            "messageCount": .integer(Int(messageCount)), "events": .array(events.map { .integer(Int($0)) }),
        ])
    }
}

extension ModbusIdentificationPart {
    fileprivate func fields(on head: JSONValue) -> JSONValue {
        head.adding([
            "access": .string(access.name), "conformity": .integer(Int(conformity)), "moreFollows": .bool(next != nil),
            "nextObject": .integer(Int(next ?? 0)), "objects": .array(objects.map(\.json)),
        ])
    }
}

extension ModbusIdentificationObject {
    /// The object as it is written in output; the value as octets too if it is no text.
    public var json: JSONValue {
        let json: JSONValue = ["id": .integer(Int(id)), "name": .string(name), "value": .string(text)]
        return Array(text.utf8) == octets ? json : json.adding(["octets": .string(octets.hexadecimal)])
    }
}
