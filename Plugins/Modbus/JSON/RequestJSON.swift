public import PhaseLoom

extension ModbusRequest {
    /// The request as it is written in output: the function with its code, and its fields by name.
    ///
    /// Addresses count from 0.
    public var json: JSONValue {
        let head: JSONValue = [
            "kind": "request", "function": .string(function.name), "code": .integer(Int(function.rawValue)),
        ]
        switch self {
        case .read(let reading): return reading.fields(on: head)
        case .write(let writing): return writing.fields(on: head)
        case .diagnose(let diagnosis): return diagnosis.fields(on: head)
        }
    }
}

extension ModbusReading {
    fileprivate func fields(on head: JSONValue) -> JSONValue {
        switch self {
        case .table(_, let address, let quantity):
            head.adding(["address": .integer(Int(address)), "quantity": .integer(Int(quantity))])
        case .exceptionStatus, .eventCounter, .eventLog, .serverID: head
        case .fileRecords(let references):
            head.adding([
                "records": .array(
                    references.map { reference in
                        [
                            "file": .integer(Int(reference.file)), "record": .integer(Int(reference.record)),
                            "length": .integer(Int(reference.length)),
                        ]
                    })
            ])
        case .fifoQueue(let address): head.adding(["address": .integer(Int(address))])
        case .identification(let access, let object):
            head.adding(["access": .string(access.name), "object": .integer(Int(object))])
        }
    }
}

extension ModbusWriting {
    fileprivate func fields(on head: JSONValue) -> JSONValue {
        switch self {
        case .coil(let address, let isOn): head.adding(["address": .integer(Int(address)), "value": .bool(isOn)])
        case .register(let address, let value):
            head.adding(["address": .integer(Int(address)), "value": .integer(Int(value))])
        case .coils(let address, let bits):
            head.adding([
                "address": .integer(Int(address)), "quantity": .integer(bits.count), "values": bits.json,
            ])
        case .registers(let address, let registers):
            head.adding([
                "address": .integer(Int(address)), "quantity": .integer(registers.count), "registers": registers.json,
            ])
        case .mask(let address, let and, let or):
            head.adding(["address": .integer(Int(address)), "and": .integer(Int(and)), "or": .integer(Int(or))])
        case .exchange(let reading, let quantity, let writing, let registers):
            head.adding([
                "read": ["address": .integer(Int(reading)), "quantity": .integer(Int(quantity))],
                "write": [
                    "address": .integer(Int(writing)), "quantity": .integer(registers.count),
                    "registers": registers.json,
                ],
            ])
        case .fileRecords(let records): head.adding(["records": records.json])
        }
    }
}

extension ModbusDiagnosis {
    func fields(on head: JSONValue) -> JSONValue {
        head.adding(["test": .string(test.name), "testCode": .integer(Int(test.rawValue)), "data": data.json])
    }
}

extension ModbusDiagnosis.Test {
    /// The name as it is written in output, such as `return-query-data`.
    public var name: String {
        switch self {
        case .returnQueryData: "return-query-data"
        case .restartCommunications: "restart-communications"
        case .returnDiagnosticRegister: "return-diagnostic-register"
        case .changeASCIIDelimiter: "change-ascii-delimiter"
        case .forceListenOnly: "force-listen-only"
        case .clearCounters: "clear-counters"
        case .busMessageCount: "bus-message-count"
        case .busCommunicationErrorCount: "bus-communication-error-count"
        case .busExceptionErrorCount: "bus-exception-error-count"
        case .serverMessageCount: "server-message-count"
        case .serverNoResponseCount: "server-no-response-count"
        case .serverNAKCount: "server-nak-count"
        case .serverBusyCount: "server-busy-count"
        case .busCharacterOverrunCount: "bus-character-overrun-count"
        case .clearOverrunCounter: "clear-overrun-counter"
        }
    }
}

extension [ModbusFileRecord] {
    var json: JSONValue {
        .array(
            map { record in
                [
                    "file": .integer(Int(record.file)), "record": .integer(Int(record.record)),
                    "registers": record.registers.json,
                ]
            })
    }
}

extension ModbusBits {
    var json: JSONValue { .array(values.map { .bool($0) }) }
}

extension [UInt16] {
    var json: JSONValue { .array(map { .integer(Int($0)) }) }
}

extension [UInt8] {
    /// The octets as digits of base 16, two each.
    var hexadecimal: String { map(\.hexadecimal).joined() }
}
