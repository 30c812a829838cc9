extension ModbusRequest {
    /// Refuses values beyond the limits of the protocol.
    ///
    /// - Parameter base: the offset of the function code.
    /// - Throws: ``ModbusFault`` of the code `wrong-value`.
    func check(at base: Int) throws(ModbusFault) {
        switch self {
        case .read(let reading): try reading.check(at: base)
        case .write(let writing): try writing.check(at: base)
        case .diagnose(let diagnosis): try diagnosis.checkRequest(at: base)
        }
    }
}

extension ModbusReading {
    fileprivate func check(at base: Int) throws(ModbusFault) {
        switch self {
        case .table(let table, _, let quantity):
            try Int(quantity).check("quantity", isIn: 1...table.limit, at: base + 3)
        case .fileRecords(let references):
            try (references.count * 7).check("byte count", isIn: 7...ModbusLimits.fileRead, at: base + 1)
            for (index, reference) in references.enumerated() {
                let offset = base + 3 + 7 * index
                try checkFile(reference.file, reference.record, at: offset)
                try Int(reference.length).check("length of the record", isIn: 1...121, at: offset + 4)
            }
            try references.reduce(0) { $0 + 2 + 2 * Int($1.length) }
                .check("length of the response", isIn: 1...ModbusLimits.fileRead, at: base + 1)
        case .exceptionStatus, .eventCounter, .eventLog, .serverID, .fifoQueue, .identification: break
        }
    }
}

extension ModbusWriting {
    fileprivate func check(at base: Int) throws(ModbusFault) {
        switch self {
        case .coils(_, let bits):
            try bits.count.check("quantity", isIn: 1...ModbusLimits.bitsToWrite, at: base + 3)
            try bits.octets.count.check("byte count", isIn: bits.octetCount...bits.octetCount, at: base + 5)
        case .registers(_, let registers):
            try registers.count.check("quantity", isIn: 1...ModbusLimits.registersToWrite, at: base + 3)
        case .exchange(_, let quantity, _, let registers):
            try Int(quantity).check("quantity to read", isIn: 1...ModbusLimits.registersToRead, at: base + 3)
            let limit = ModbusLimits.registersToWriteWhileReading
            try registers.count.check("quantity to write", isIn: 1...limit, at: base + 7)
        case .fileRecords(let records): try records.check(at: base)
        case .coil, .register, .mask: break
        }
    }
}

extension ModbusResponse {
    /// Refuses values beyond the limits of the protocol.
    ///
    /// - Parameter base: the offset of the function code.
    /// - Throws: ``ModbusFault`` of the code `wrong-value`.
    func check(at base: Int) throws(ModbusFault) {
        switch self {
        case .coils(let bits), .discreteInputs(let bits):
            try bits.octets.count.check("byte count", isIn: 1...ModbusLimits.bitsToRead / 8, at: base + 1)
        case .holdingRegisters(let registers), .inputRegisters(let registers), .exchanged(let registers):
            try registers.count.check("number of registers", isIn: 1...ModbusLimits.registersToRead, at: base + 1)
        case .diagnosis(let diagnosis): try diagnosis.checkLength(at: base)
        case .eventLog(let log):
            try log.events.count.check("number of events", isIn: 0...ModbusLimits.events, at: base + 1)
        case .coilsWritten(_, let quantity):
            try Int(quantity).check("quantity", isIn: 1...ModbusLimits.bitsToWrite, at: base + 3)
        case .registersWritten(_, let quantity):
            try Int(quantity).check("quantity", isIn: 1...ModbusLimits.registersToWrite, at: base + 3)
        case .serverID(let octets):
            try octets.count.check("byte count", isIn: 0...ModbusLimits.serverID, at: base + 1)
        case .fileRecords(let records):
            try records.reduce(0) { $0 + 2 + 2 * $1.count }
                .check("byte count", isIn: 4...ModbusLimits.fileRead, at: base + 1)
            for record in records { try record.count.check("length of the record", isIn: 1...121, at: base + 2) }
        case .fileRecordsWritten(let records): try records.check(at: base)
        case .fifoQueue(let registers):
            try registers.count.check("count of the queue", isIn: 0...ModbusLimits.queue, at: base + 3)
        case .identification(let part): try part.check(at: base)
        case .exception(let function, _):
            try Int(function).check("function code", isIn: 1...127, at: base)
        case .coilWritten, .registerWritten, .exceptionStatus, .eventCounter, .maskWritten: break
        }
    }
}

extension ModbusDiagnosis {
    fileprivate func checkRequest(at base: Int) throws(ModbusFault) {
        try checkLength(at: base)
        let isAllowed =
            switch test {
            case .returnQueryData: true
            case .restartCommunications: data == [0] || data == [0xFF00]
            case .changeASCIIDelimiter: data.allSatisfy { $0 & 0xFF == 0 }
            default: data == [0]
            }
        guard isAllowed else {
            throw ModbusFault(
                .wrongValue, at: base + 3,
                "test '\(test.rawValue)' does not take the data '\(data.map(\.hexadecimal).joined())'")
        }
    }

    fileprivate func checkLength(at base: Int) throws(ModbusFault) {
        try data.count.check("number of words", isIn: test == .returnQueryData ? 1...125 : 1...1, at: base + 3)
    }
}

extension ModbusIdentificationPart {
    fileprivate func check(at base: Int) throws(ModbusFault) {
        guard (1...3).contains(conformity & 0x7F) else {
            throw ModbusFault(
                .wrongValue, at: base + 3,
                "the conformity level is '\(conformity.hexadecimal)': levels are 01 to 03 and 81 to 83")
        }
        guard next != 0 else {
            throw ModbusFault(.wrongValue, at: base + 5, "more follows, but the next object is '0': it would never end")
        }
        if access == .individual {
            guard next == nil, objects.count == 1 else {
                throw ModbusFault(.wrongValue, at: base + 6, "one object was asked for: '\(objects.count)' are here")
            }
        }
        try objects.reduce(7) { $0 + 2 + $1.octets.count }
            .check("length of the message", isIn: 7...ModbusLimits.message, at: base + 6)
    }
}

extension [ModbusFileRecord] {
    fileprivate func check(at base: Int) throws(ModbusFault) {
        try reduce(0) { $0 + 7 + 2 * $1.registers.count }
            .check("byte count", isIn: 9...ModbusLimits.fileWrite, at: base + 1)
        var offset = base + 3
        for record in self {
            try checkFile(record.file, record.record, at: offset)
            try record.registers.count.check("length of the record", isIn: 1...122, at: offset + 4)
            offset += 7 + 2 * record.registers.count
        }
    }
}

extension ModbusBits {
    /// The octets that the bits need.
    fileprivate var octetCount: Int { (count + 7) / 8 }
}

private func checkFile(_ file: UInt16, _ record: UInt16, at offset: Int) throws(ModbusFault) {
    try Int(file).check("number of the file", isIn: 1...0xFFFF, at: offset)
    try Int(record).check("number of the record", isIn: 0...Int(ModbusLimits.fileRecord), at: offset + 2)
}

extension Int {
    fileprivate func check(_ name: String, isIn range: ClosedRange<Int>, at offset: Int) throws(ModbusFault) {
        guard range.contains(self) else {
            throw ModbusFault(
                .wrongValue, at: offset,
                "the \(name) is '\(self)': allowed \(range.count == 1 ? "is" : "are") "
                    + (range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"))
        }
    }
}
