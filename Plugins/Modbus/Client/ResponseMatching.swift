extension ModbusRequest {
    /// Refuses a response that does not answer the request.
    ///
    /// - Throws: ``ModbusFault``, with its offset counted in the message.
    func check(_ response: ModbusResponse) throws(ModbusFault) {
        guard response.functionCode == function.rawValue else {
            throw ModbusFault(
                .wrongFunction, at: 0,
                "function '\(response.functionCode)' answers where '\(function.rawValue)' was asked")
        }
        switch (self, response) {
        case (_, .exception): break
        case (.read(.table(_, _, let quantity)), .coils(let bits)),
            (.read(.table(_, _, let quantity)), .discreteInputs(let bits)):
            try Self.compare(bits.octets.count, (Int(quantity) + 7) / 8)
        case (.read(.table(_, _, let quantity)), .holdingRegisters(let registers)),
            (.read(.table(_, _, let quantity)), .inputRegisters(let registers)),
            (.write(.exchange(_, let quantity, _, _)), .exchanged(let registers)):
            try Self.compare(registers.count, Int(quantity))
        case (.read(.fileRecords(let references)), .fileRecords(let records)):
            guard records.map(\.count) == references.map({ Int($0.length) }) else { throw Self.otherEcho }
        case (.read(.identification(let access, _)), .identification(let part)):
            guard part.access == access else { throw Self.otherEcho }
        case (.write(let writing), _):
            guard writing.echo == response else { throw Self.otherEcho }
        default: break
        }
    }

    private static func compare(_ found: Int, _ wanted: Int) throws(ModbusFault) {
        guard found == wanted else {
            throw ModbusFault(.wrongLength, at: 1, "'\(found)' values or octets came where '\(wanted)' were asked for")
        }
    }

    private static let otherEcho = ModbusFault(.wrongValue, at: 1, "the answer repeats other fields than were sent")
}

extension ModbusWriting {
    /// What a device answers once it has done it; `nil` where it also reads.
    var echo: ModbusResponse? {
        switch self {
        case .coil(let address, let isOn): .coilWritten(address: address, isOn)
        case .register(let address, let value): .registerWritten(address: address, value)
        case .coils(let address, let bits):
            UInt16(exactly: bits.count).map { .coilsWritten(address: address, quantity: $0) }
        case .registers(let address, let registers):
            UInt16(exactly: registers.count).map { .registersWritten(address: address, quantity: $0) }
        case .mask(let address, let and, let or): .maskWritten(address: address, and: and, or: or)
        case .fileRecords(let records): .fileRecordsWritten(records)
        case .exchange: nil
        }
    }
}
