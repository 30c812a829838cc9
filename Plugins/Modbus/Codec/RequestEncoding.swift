extension ModbusRequest {
    func append(to octets: inout [UInt8]) throws(ModbusFault) {
        try check(at: 0)
        octets.append(function.rawValue)
        switch self {
        case .read(let reading): reading.append(to: &octets)
        case .write(let writing): writing.append(to: &octets)
        case .diagnose(let diagnosis): diagnosis.append(to: &octets)
        }
    }
}

extension ModbusReading {
    fileprivate func append(to octets: inout [UInt8]) {
        switch self {
        case .table(_, let address, let quantity): octets.append(words: [address, quantity])
        case .exceptionStatus, .eventCounter, .eventLog, .serverID: break
        case .fileRecords(let references):
            octets.append(UInt8(truncatingIfNeeded: references.count * 7))
            for reference in references {
                octets.append(6)
                octets.append(words: [reference.file, reference.record, reference.length])
            }
        case .fifoQueue(let address): octets.append(word: address)
        case .identification(let access, let object): octets += [0x0E, access.rawValue, object]
        }
    }
}

extension ModbusWriting {
    fileprivate func append(to octets: inout [UInt8]) {
        switch self {
        case .coil(let address, let isOn): octets.append(words: [address, isOn ? 0xFF00 : 0])
        case .register(let address, let value): octets.append(words: [address, value])
        case .coils(let address, let bits):
            octets.append(words: [address, UInt16(truncatingIfNeeded: bits.count)])
            octets.append(counted: bits.octets)
        case .registers(let address, let registers):
            octets.append(words: [address, UInt16(truncatingIfNeeded: registers.count)])
            octets.append(counted: registers)
        case .mask(let address, let and, let or): octets.append(words: [address, and, or])
        case .exchange(let reading, let quantity, let writing, let registers):
            octets.append(words: [reading, quantity, writing, UInt16(truncatingIfNeeded: registers.count)])
            octets.append(counted: registers)
        case .fileRecords(let records): records.append(to: &octets)
        }
    }
}

extension ModbusDiagnosis {
    func append(to octets: inout [UInt8]) {
        octets.append(word: test.rawValue)
        octets.append(words: data)
    }
}

extension [ModbusFileRecord] {
    func append(to octets: inout [UInt8]) {
        octets.append(UInt8(truncatingIfNeeded: reduce(0) { $0 + 7 + 2 * $1.registers.count }))
        for record in self {
            octets.append(6)
            octets.append(words: [record.file, record.record, UInt16(truncatingIfNeeded: record.registers.count)])
            octets.append(words: record.registers)
        }
    }
}

extension [UInt8] {
    /// Appends octets with their count before them.
    mutating func append(counted octets: [UInt8]) {
        append(UInt8(truncatingIfNeeded: octets.count))
        append(contentsOf: octets)
    }

    /// Appends registers with the count of their octets before them.
    mutating func append(counted registers: [UInt16]) {
        append(UInt8(truncatingIfNeeded: registers.count * 2))
        append(words: registers)
    }
}
