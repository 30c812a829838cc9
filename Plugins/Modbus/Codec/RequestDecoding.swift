extension ModbusRequest {
    /// Reads a request that takes all octets of a reader.
    init(_ whole: OctetReader) throws(ModbusFault) {
        var reader = whole
        let (code, isException) = try reader.function()
        guard !isException else {
            throw ModbusFault(
                .wrongFunction, at: whole.position,
                "'\((code | 0x80).hexadecimal)' marks an exception: no request has it")
        }
        guard let function = ModbusFunction(rawValue: code) else { throw reader.unsupported(code) }
        if function == .diagnostics {
            self = .diagnose(try reader.diagnosis())
        } else if function.isReading {
            self = .read(try ModbusReading(function, &reader))
        } else {
            self = .write(try ModbusWriting(function, &reader))
        }
        try reader.finish()
        try check(at: whole.position)
    }
}

extension ModbusReading {
    fileprivate init(_ function: ModbusFunction, _ reader: inout OctetReader) throws(ModbusFault) {
        switch function {
        case .readExceptionStatus: self = .exceptionStatus
        case .getCommEventCounter: self = .eventCounter
        case .getCommEventLog: self = .eventLog
        case .reportServerID: self = .serverID
        case .readFileRecord: self = .fileRecords(try Self.references(&reader))
        case .readFIFOQueue: self = .fifoQueue(address: try reader.word("address"))
        case .encapsulatedInterface:
            try reader.identificationInterface()
            let access = try reader.access()
            self = .identification(access, object: try reader.octet("object"))
        case .readCoils: self = try .values(of: .coils, &reader)
        case .readDiscreteInputs: self = try .values(of: .discreteInputs, &reader)
        case .readHoldingRegisters: self = try .values(of: .holdingRegisters, &reader)
        case .readInputRegisters: self = try .values(of: .inputRegisters, &reader)
        default: throw reader.unsupported(function.rawValue)
        }
    }

    private static func values(
        of table: ModbusTable, _ reader: inout OctetReader
    ) throws(ModbusFault) -> ModbusReading {
        let address = try reader.word("address")
        return .table(table, address: address, quantity: try reader.word("quantity"))
    }

    private static func references(_ reader: inout OctetReader) throws(ModbusFault) -> [ModbusFileReference] {
        _ = try reader.countOfRest()
        var references: [ModbusFileReference] = []
        while reader.remaining > 0 {
            try reader.referenceType()
            let file = try reader.word("number of the file")
            let record = try reader.word("number of the record")
            let length = try reader.word("length of the record")
            references.append(ModbusFileReference(file: file, record: record, length: length))
        }
        return references
    }
}

extension ModbusWriting {
    fileprivate init(_ function: ModbusFunction, _ reader: inout OctetReader) throws(ModbusFault) {
        switch function {
        case .writeFileRecord:
            self = .fileRecords(try reader.fileRecords())
            return
        case .readWriteMultipleRegisters:
            self = try .exchange(&reader)
            return
        default: break
        }
        let address = try reader.word("address")
        switch function {
        case .writeSingleCoil: self = .coil(address: address, try reader.coilValue())
        case .writeSingleRegister: self = .register(address: address, try reader.word("value"))
        case .writeMultipleCoils: self = .coils(address: address, try Self.bits(&reader))
        case .writeMultipleRegisters: self = .registers(address: address, try Self.words(&reader))
        case .maskWriteRegister:
            let and = try reader.word("bits to keep")
            self = .mask(address: address, and: and, or: try reader.word("bits to set"))
        default: throw reader.unsupported(function.rawValue)
        }
    }

    private static func exchange(_ reader: inout OctetReader) throws(ModbusFault) -> ModbusWriting {
        let reading = try reader.word("address to read")
        let quantity = try reader.word("quantity to read")
        let writing = try reader.word("address to write")
        return .exchange(reading: reading, quantity: quantity, writing: writing, try words(&reader))
    }

    private static func bits(_ reader: inout OctetReader) throws(ModbusFault) -> ModbusBits {
        let quantity = Int(try reader.word("quantity"))
        let count = try reader.countOfRest()
        guard count == (quantity + 7) / 8 else { throw mismatch(quantity, count, before: reader) }
        return ModbusBits(octets: reader.take(count), count: quantity)
    }

    private static func words(_ reader: inout OctetReader) throws(ModbusFault) -> [UInt16] {
        let quantity = Int(try reader.word("quantity to write"))
        let count = try reader.countOfRest()
        guard count == quantity * 2 else { throw mismatch(quantity, count, before: reader) }
        return reader.takeWords(quantity)
    }

    private static func mismatch(_ quantity: Int, _ count: Int, before reader: OctetReader) -> ModbusFault {
        ModbusFault(
            .wrongLength, at: reader.position - 1,
            "the byte count '\(count)' does not agree with the quantity '\(quantity)'")
    }
}
