/// What comes over a link after a request, until the answer to it is found.
struct ModbusAnswers {
    /// What came and is not used yet.
    var buffer: [UInt8] = []
    /// The frame that was taken for the answer; none until it came.
    private(set) var frame: [UInt8] = []
    private let framing: ModbusFraming
    private let request: ModbusRequest
    private let unit: UInt8
    private let transaction: UInt16
    private var echo: [UInt8]

    init(_ framing: ModbusFraming, to request: ModbusRequest, _ unit: UInt8, _ transaction: UInt16, echo: [UInt8]) {
        self.framing = framing
        self.request = request
        self.unit = unit
        self.transaction = transaction
        self.echo = echo
    }

    /// Takes the answer from what came, and drops what answers others.
    ///
    /// - Returns: `nil` while the answer is not complete.
    mutating func next() -> Result<ModbusResponse, ModbusFault>? {
        guard stripEcho() else { return nil }
        do throws(ModbusFault) {
            while let size = try frameSize(), size <= buffer.count {
                let octets = Array(buffer[..<size])
                buffer.removeFirst(size)
                if isLate(octets) { continue }
                frame = octets
                return .success(try answer(in: try ModbusFrame.decode(octets, as: framing, direction: .response)))
            }
            return nil
        } catch {
            return .failure(error)
        }
    }

    /// Drops what the line returns of the request itself.
    ///
    /// - Returns: whether something may follow.
    private mutating func stripEcho() -> Bool {
        guard !echo.isEmpty else { return true }
        guard buffer.count >= echo.count else { return false }
        if buffer.starts(with: echo) { buffer.removeFirst(echo.count) }
        echo = []
        return true
    }

    private mutating func frameSize() throws(ModbusFault) -> Int? {
        switch framing {
        case .tcp: buffer.count > TCPHeader.size ? try TCPHeader(buffer).frameSize : nil
        case .rtu: try rtuSize()
        case .ascii: try asciiSize()
        }
    }

    /// The size of a line; what stands before its colon is noise.
    private mutating func asciiSize() throws(ModbusFault) -> Int? {
        buffer.removeFirst(buffer.firstIndex(of: UInt8(ascii: ":")) ?? buffer.count)
        if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) { return end + 1 }
        guard buffer.count <= 2 * ModbusFrame.sizesOnLine.upperBound + 3 else {
            throw ModbusFault(
                .wrongLength, at: buffer.count, "the line does not end: lines have 513 characters at most")
        }
        return nil
    }

    /// The size of a frame without marks at its ends: it follows from the function and the counts in it.
    private func rtuSize() throws(ModbusFault) -> Int? {
        guard buffer.count >= 3 else { return nil }
        let size: Int
        switch ModbusFunction(rawValue: buffer[1] & 0x7F) {
        case _ where buffer[1] & 0x80 != 0: size = 5
        case nil: throw ModbusFault(.wrongFunction, at: 1, "function '\(buffer[1])' answers, which is not public")
        case .readExceptionStatus: size = 5
        case .writeSingleCoil, .writeSingleRegister, .writeMultipleCoils, .writeMultipleRegisters,
            .getCommEventCounter:
            size = 8
        case .maskWriteRegister: size = 10
        case .diagnostics:
            guard case .diagnose(let diagnosis) = request else { return 8 }
            size = 6 + 2 * diagnosis.data.count
        case .readFIFOQueue:
            guard buffer.count >= 4 else { return nil }
            size = 6 + Int(buffer[2]) << 8 + Int(buffer[3])
        case .encapsulatedInterface:
            guard let length = identificationSize else { return nil }
            size = length
        default: size = 5 + Int(buffer[2])
        }
        guard size <= ModbusFrame.sizesOnLine.upperBound else {
            throw ModbusFault(.wrongLength, at: 2, "the answer would have '\(size)' octets: it may have 256")
        }
        return size
    }

    private var identificationSize: Int? {
        guard buffer.count >= 8 else { return nil }
        var end = 8
        for _ in 0..<buffer[7] {
            guard buffer.count >= end + 2 else { return nil }
            end += 2 + Int(buffer[end + 1])
        }
        return end + 2
    }

    /// Whether a frame answers an earlier request: it has another number, or on a line another unit.
    private func isLate(_ octets: [UInt8]) -> Bool {
        switch framing {
        case .tcp: UInt16(octets[0]) << 8 | UInt16(octets[1]) != transaction
        case .rtu: octets[0] != unit
        case .ascii: String(decoding: octets.dropFirst().prefix(2), as: UTF8.self).lowercased() != unit.hexadecimal
        }
    }

    private func answer(in frame: ModbusFrame) throws(ModbusFault) -> ModbusResponse {
        guard frame.unit == unit else {
            throw ModbusFault(
                .wrongUnit, at: framing == .tcp ? 6 : 0, "unit '\(frame.unit)' answers where '\(unit)' was asked")
        }
        guard case .response(let response) = frame.pdu else {
            throw ModbusFault(.wrongFunction, at: 0, "a request came where an answer was expected")
        }
        try request.check(response)
        return response
    }
}
