public import Modbus

/// A device of Modbus in memory: its values, and what it answers.
public struct SimulatedModbusDevice: Sendable {
    /// The number at which it is reached.
    public var unit: UInt8
    /// The outputs of one bit.
    public var coils: [UInt16: Bool] = [:]
    /// The inputs of one bit.
    public var discreteInputs: [UInt16: Bool] = [:]
    /// The registers that may be written, unless they are among ``readOnly``.
    public var holdingRegisters: [UInt16: UInt16] = [:]
    /// The registers that are inputs.
    public var inputRegisters: [UInt16: UInt16] = [:]
    /// The addresses of coils and holding registers that may not be written.
    public var readOnly: [ClosedRange<UInt16>] = []
    /// What it says about itself, by the numbers of the objects.
    public var identification: [ModbusIdentificationObject] = []
    /// How many objects of the identification one answer has at most.
    public var objectsPerAnswer = 3

    /// Makes a device without values.
    public init(unit: UInt8 = 1) { self.unit = unit }

    /// Answers a frame.
    ///
    /// - Parameters:
    ///   - frame: the frame.
    ///   - framing: its form.
    /// - Returns: the frame of the answer; `nil` where a device keeps silent: for others' frames and damaged ones.
    public mutating func answer(_ frame: [UInt8], as framing: ModbusFraming) -> [UInt8]? {
        do {
            let request = try ModbusFrame.decode(frame, as: framing, direction: .request)
            guard request.unit == unit, case .request(let asked) = request.pdu else { return nil }
            return try ModbusFrame(request.envelope, unit: unit, .response(answer(asked))).encoded()
        } catch {
            return refusal(of: error, frame, framing)
        }
    }

    /// Answers a request.
    public mutating func answer(_ request: ModbusRequest) -> ModbusResponse {
        do throws(ModbusException) {
            switch request {
            case .read(let reading): return try read(reading)
            case .write(let writing): return try write(writing)
            case .diagnose(let diagnosis):
                guard diagnosis.test == .returnQueryData else { throw .illegalFunction }
                return .diagnosis(diagnosis)
            }
        } catch {
            return .exception(function: request.function.rawValue, error)
        }
    }

    /// The exception for a request whose frame is whole but whose message is wrong.
    private func refusal(of fault: ModbusFault, _ frame: [UInt8], _ framing: ModbusFraming) -> [UInt8]? {
        let place = framing == .tcp ? 7 : 1
        guard framing != .ascii, frame.count > place, frame[place - 1] == unit,
            fault.offset > place || isUnknown(fault),
            fault.code != .wrongChecksum, fault.code != .wrongProtocol, 1...127 ~= frame[place]
        else { return nil }
        let exception: ModbusException = isUnknown(fault) ? .illegalFunction : .illegalDataValue
        let envelope: ModbusFrame.Envelope =
            framing == .tcp ? .tcp(transaction: UInt16(frame[0]) << 8 | UInt16(frame[1])) : .rtu
        return try? ModbusFrame(envelope, unit: unit, .response(.exception(function: frame[place], exception)))
            .encoded()
    }

    private func isUnknown(_ fault: ModbusFault) -> Bool { fault.code == .unsupportedService }
}

extension SimulatedModbusDevice {
    private func read(_ reading: ModbusReading) throws(ModbusException) -> ModbusResponse {
        switch reading {
        case .table(.coils, let address, let quantity):
            .coils(ModbusBits(try Self.values(of: coils, address, quantity)))
        case .table(.discreteInputs, let address, let quantity):
            .discreteInputs(ModbusBits(try Self.values(of: discreteInputs, address, quantity)))
        case .table(.holdingRegisters, let address, let quantity):
            .holdingRegisters(try Self.values(of: holdingRegisters, address, quantity))
        case .table(.inputRegisters, let address, let quantity):
            .inputRegisters(try Self.values(of: inputRegisters, address, quantity))
        case .identification(let access, let object): try identify(access, object)
        default: throw .illegalFunction
        }
    }

    private mutating func write(_ writing: ModbusWriting) throws(ModbusException) -> ModbusResponse {
        switch writing {
        case .coil(let address, let isOn):
            try setCoils(address, [isOn])
            return .coilWritten(address: address, isOn)
        case .coils(let address, let bits):
            try setCoils(address, bits.values)
            return .coilsWritten(address: address, quantity: UInt16(clamping: bits.count))
        case .register(let address, let value):
            try setRegisters(address, [value])
            return .registerWritten(address: address, value)
        case .registers(let address, let registers):
            try setRegisters(address, registers)
            return .registersWritten(address: address, quantity: UInt16(clamping: registers.count))
        case .mask(let address, let and, let or):
            guard let value = holdingRegisters[address] else { throw .illegalDataAddress }
            try setRegisters(address, [value & and | or & ~and])
            return .maskWritten(address: address, and: and, or: or)
        case .exchange(let reading, let quantity, let writing, let registers):
            try setRegisters(writing, registers)
            return .exchanged(try Self.values(of: holdingRegisters, reading, quantity))
        case .fileRecords: throw .illegalFunction
        }
    }

    private mutating func setCoils(_ address: UInt16, _ bits: [Bool]) throws(ModbusException) {
        _ = try Self.values(of: coils, address, UInt16(clamping: bits.count))
        try checkWritable(address, bits.count)
        for (index, bit) in bits.enumerated() { coils[address &+ UInt16(clamping: index)] = bit }
    }

    private mutating func setRegisters(_ address: UInt16, _ registers: [UInt16]) throws(ModbusException) {
        _ = try Self.values(of: holdingRegisters, address, UInt16(clamping: registers.count))
        try checkWritable(address, registers.count)
        for (index, value) in registers.enumerated() { holdingRegisters[address &+ UInt16(clamping: index)] = value }
    }

    private func checkWritable(_ address: UInt16, _ count: Int) throws(ModbusException) {
        let last = UInt16(clamping: Int(address) + max(0, count - 1))
        guard !readOnly.contains(where: { $0.overlaps(address...last) }) else { throw .illegalDataAddress }
    }

    private static func values<Value>(
        of table: [UInt16: Value], _ address: UInt16, _ quantity: UInt16
    ) throws(ModbusException) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(Int(quantity))
        for place in Int(address)..<Int(address) + Int(quantity) {
            guard let place = UInt16(exactly: place), let value = table[place] else { throw .illegalDataAddress }
            values.append(value)
        }
        return values
    }

    private func identify(
        _ access: ModbusIdentificationAccess, _ first: UInt8
    ) throws(ModbusException) -> ModbusResponse {
        let last: UInt8 =
            switch access {
            case .basic: 2
            case .regular: 0x7F
            case .extended, .individual: 0xFF
            }
        let all = identification.sorted { $0.id < $1.id }.filter { $0.id <= last }
        guard !all.isEmpty else { throw .illegalFunction }
        if access == .individual {
            guard let object = all.first(where: { $0.id == first }) else { throw .illegalDataAddress }
            return .identification(
                ModbusIdentificationPart(access: access, conformity: 0x83, next: nil, objects: [object]))
        }
        // An object that is not there starts the stream again (clause 6.21).
        let rest = all.drop { $0.id != first }
        let stream = rest.isEmpty ? all[...] : rest
        let part = stream.prefix(max(1, objectsPerAnswer))
        let next = stream.dropFirst(part.count).first?.id
        return .identification(
            ModbusIdentificationPart(access: access, conformity: 0x83, next: next, objects: Array(part)))
    }
}
