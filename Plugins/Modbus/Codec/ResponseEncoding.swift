extension ModbusResponse {
    func append(to octets: inout [UInt8]) throws(ModbusFault) {
        try check(at: 0)
        if case .exception(let function, let exception) = self {
            octets += [function | 0x80, exception.rawValue]
        } else {
            octets.append(functionCode)
            appendBody(to: &octets)
        }
    }

    private func appendBody(to octets: inout [UInt8]) {
        switch self {
        case .coils(let bits), .discreteInputs(let bits): octets.append(counted: bits.octets)
        case .holdingRegisters(let registers), .inputRegisters(let registers), .exchanged(let registers):
            octets.append(counted: registers)
        case .coilWritten(let address, let isOn): octets.append(words: [address, isOn ? 0xFF00 : 0])
        case .registerWritten(let address, let value): octets.append(words: [address, value])
        case .exceptionStatus(let status): octets.append(status)
        case .diagnosis(let diagnosis): diagnosis.append(to: &octets)
        case .eventCounter(let status, let count): octets.append(words: [status, count])
        case .eventLog(let log):
            octets.append(UInt8(truncatingIfNeeded: 6 + log.events.count))
            octets.append(words: [log.status, log.eventCount, log.messageCount])
            octets += log.events
        case .coilsWritten(let address, let quantity), .registersWritten(let address, let quantity):
            octets.append(words: [address, quantity])
        case .serverID(let own): octets.append(counted: own)
        case .fileRecords(let records): Self.append(records, to: &octets)
        case .fileRecordsWritten(let records): records.append(to: &octets)
        case .maskWritten(let address, let and, let or): octets.append(words: [address, and, or])
        case .fifoQueue(let registers):
            let count = UInt16(truncatingIfNeeded: registers.count)
            octets.append(words: [2 + count * 2, count] + registers)
        case .identification(let part): part.append(to: &octets)
        case .exception: break
        }
    }

    private static func append(_ records: [[UInt16]], to octets: inout [UInt8]) {
        octets.append(UInt8(truncatingIfNeeded: records.reduce(0) { $0 + 2 + 2 * $1.count }))
        for record in records {
            octets += [UInt8(truncatingIfNeeded: 1 + 2 * record.count), 6]
            octets.append(words: record)
        }
    }
}

extension ModbusIdentificationPart {
    fileprivate func append(to octets: inout [UInt8]) {
        octets += [0x0E, access.rawValue, conformity, next == nil ? 0 : 0xFF, next ?? 0]
        octets.append(UInt8(truncatingIfNeeded: objects.count))
        for object in objects {
            octets.append(object.id)
            octets.append(counted: object.octets)
        }
    }
}
