extension ModbusResponse {
    /// Reads a response that takes all octets of a reader.
    init(_ whole: OctetReader) throws(ModbusFault) {
        var reader = whole
        let (code, isException) = try reader.function()
        if isException {
            self = .exception(function: code, ModbusException(rawValue: try reader.octet("exception code")))
        } else {
            guard let function = ModbusFunction(rawValue: code) else { throw reader.unsupported(code) }
            self = try ModbusResponse(function, &reader)
        }
        try reader.finish()
        try check(at: whole.position)
    }

    private init(_ function: ModbusFunction, _ reader: inout OctetReader) throws(ModbusFault) {
        switch function {
        case .readCoils: self = .coils(try Self.bits(&reader))
        case .readDiscreteInputs: self = .discreteInputs(try Self.bits(&reader))
        case .readHoldingRegisters: self = .holdingRegisters(try reader.countedWords())
        case .readInputRegisters: self = .inputRegisters(try reader.countedWords())
        case .readExceptionStatus: self = .exceptionStatus(try reader.octet("status"))
        case .diagnostics: self = .diagnosis(try reader.diagnosis())
        case .getCommEventCounter:
            let status = try reader.word("status")
            self = .eventCounter(status: status, count: try reader.word("count"))
        case .getCommEventLog: self = .eventLog(try Self.eventLog(&reader))
        case .reportServerID: self = .serverID(reader.take(try reader.countOfRest()))
        case .readFileRecord: self = .fileRecords(try Self.fileRecords(&reader))
        case .writeFileRecord: self = .fileRecordsWritten(try reader.fileRecords())
        case .readWriteMultipleRegisters: self = .exchanged(try reader.countedWords())
        case .readFIFOQueue: self = .fifoQueue(try Self.queue(&reader))
        case .encapsulatedInterface: self = .identification(try Self.identification(&reader))
        case .writeSingleCoil, .writeSingleRegister, .writeMultipleCoils, .writeMultipleRegisters, .maskWriteRegister:
            self = try .echo(of: function, &reader)
        }
    }

    private static func echo(
        of function: ModbusFunction, _ reader: inout OctetReader
    ) throws(ModbusFault) -> ModbusResponse {
        let address = try reader.word("address")
        switch function {
        case .writeSingleCoil: return .coilWritten(address: address, try reader.coilValue())
        case .writeSingleRegister: return .registerWritten(address: address, try reader.word("value"))
        case .writeMultipleCoils: return .coilsWritten(address: address, quantity: try reader.word("quantity"))
        case .writeMultipleRegisters: return .registersWritten(address: address, quantity: try reader.word("quantity"))
        default:
            let and = try reader.word("bits to keep")
            return .maskWritten(address: address, and: and, or: try reader.word("bits to set"))
        }
    }

    private static func bits(_ reader: inout OctetReader) throws(ModbusFault) -> ModbusBits {
        ModbusBits(octets: reader.take(try reader.countOfRest()))
    }

    private static func eventLog(_ reader: inout OctetReader) throws(ModbusFault) -> ModbusEventLog {
        _ = try reader.countOfRest()
        let status = try reader.word("status")
        let events = try reader.word("count of events")
        let messages = try reader.word("count of messages")
        return ModbusEventLog(
            status: status, eventCount: events, messageCount: messages, events: reader.take(reader.remaining))
    }

    private static func fileRecords(_ reader: inout OctetReader) throws(ModbusFault) -> [[UInt16]] {
        _ = try reader.countOfRest()
        var records: [[UInt16]] = []
        while reader.remaining > 0 {
            let length = Int(try reader.octet("length of the record"))
            guard length % 2 == 1 else {
                throw ModbusFault(
                    .wrongValue, at: reader.position - 1,
                    "the length of the record is '\(length)': it is odd, one for the type and two for each register")
            }
            guard length <= reader.remaining else { throw reader.wrongCount(length, at: reader.position - 1) }
            try reader.referenceType()
            records.append(reader.takeWords(length / 2))
        }
        return records
    }

    private static func queue(_ reader: inout OctetReader) throws(ModbusFault) -> [UInt16] {
        let octets = Int(try reader.word("byte count"))
        guard octets == reader.remaining else { throw reader.wrongCount(octets, at: reader.position - 1) }
        let count = Int(try reader.word("count of the queue"))
        guard count * 2 == reader.remaining else {
            throw ModbusFault(
                .wrongLength, at: reader.position - 2,
                "the queue has '\(count)' registers where '\(reader.remaining)' octets follow")
        }
        return reader.takeWords(count)
    }

    private static func identification(_ reader: inout OctetReader) throws(ModbusFault) -> ModbusIdentificationPart {
        try reader.identificationInterface()
        let access = try reader.access()
        let conformity = try reader.octet("conformity level")
        let next = try nextObject(&reader)
        var objects: [ModbusIdentificationObject] = []
        for _ in 0..<(try reader.octet("number of objects")) {
            let id = try reader.octet("object")
            let length = Int(try reader.octet("length of the object"))
            guard length <= reader.remaining else { throw reader.wrongCount(length, at: reader.position - 1) }
            objects.append(ModbusIdentificationObject(id: id, octets: reader.take(length)))
        }
        return ModbusIdentificationPart(access: access, conformity: conformity, next: next, objects: objects)
    }

    private static func nextObject(_ reader: inout OctetReader) throws(ModbusFault) -> UInt8? {
        let more = try reader.octet("mark of more")
        let next = try reader.octet("next object")
        switch (more, next) {
        case (0, 0): return nil
        case (0xFF, 1...): return next
        case (0, _):
            throw ModbusFault(.wrongValue, at: reader.position - 1, "no more follows, but the next object is '\(next)'")
        case (0xFF, _):
            throw ModbusFault(
                .wrongValue, at: reader.position - 1, "more follows, but the next object is '0': it would never end")
        default:
            throw ModbusFault(
                .wrongValue, at: reader.position - 2, "the mark of more is '\(more.hexadecimal)': it is 00 or ff")
        }
    }
}
