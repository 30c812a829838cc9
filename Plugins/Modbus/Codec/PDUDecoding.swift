extension ModbusPDU {
    /// Reads a message without a frame.
    ///
    /// A message does not tell whether it asks or answers. With `.either`, the only structure that fits is taken; if
    /// both fit, the request is, because more of it can be checked. So `0103cd6b05` is a response (as a request it
    /// would ask for 27,397 coils), and a message that is answered by itself, such as `050013ff00`, is a request.
    /// If neither fits, the fault of the one is told whose lengths fit, of two such the response's.
    ///
    /// - Parameters:
    ///   - octets: the message from its function code on.
    ///   - direction: who sends it.
    /// - Returns: the message.
    /// - Throws: ``ModbusFault``, of the code `unsupported-service` for functions that are not public.
    /// - Complexity: O(*n*) in the number of octets, at most 253 of which are read.
    public static func decode(
        _ octets: [UInt8], direction: ModbusDirection = .either
    ) throws(ModbusFault) -> ModbusPDU {
        try ModbusPDU(OctetReader(octets), direction)
    }

    init(_ reader: OctetReader, _ direction: ModbusDirection) throws(ModbusFault) {
        guard reader.remaining <= ModbusLimits.message else {
            throw ModbusFault(
                .wrongLength, at: reader.position + ModbusLimits.message,
                "the message has '\(reader.remaining)' octets: it may have 253")
        }
        switch direction {
        case .request: self = .request(try ModbusRequest(reader))
        case .response: self = .response(try ModbusResponse(reader))
        case .either: self = try Self.either(reader)
        }
    }

    private static func either(_ reader: OctetReader) throws(ModbusFault) -> ModbusPDU {
        let refused: ModbusFault
        do { return .request(try ModbusRequest(reader)) } catch { refused = error }
        do { return .response(try ModbusResponse(reader)) } catch {
            throw refused.code.fit > error.code.fit ? refused : error
        }
    }

    /// The message as octets, from its function code on.
    ///
    /// - Throws: ``ModbusFault`` if a value is beyond what the protocol allows.
    /// - Complexity: O(*n*) in the number of octets.
    public func encoded() throws(ModbusFault) -> [UInt8] {
        var octets: [UInt8] = []
        try append(to: &octets)
        return octets
    }

    func append(to octets: inout [UInt8]) throws(ModbusFault) {
        switch self {
        case .request(let request): try request.append(to: &octets)
        case .response(let response): try response.append(to: &octets)
        }
    }
}

extension ModbusFault.Code {
    /// How far a structure fits of which this is wrong.
    fileprivate var fit: Int {
        switch self {
        case .truncated: 1
        case .wrongLength: 2
        case .wrongFunction: 0
        default: 3
        }
    }
}

extension OctetReader {
    /// Reads the code of a function.
    ///
    /// - Returns: the function, and whether the code has the mark of an exception.
    mutating func function() throws(ModbusFault) -> (code: UInt8, isException: Bool) {
        let code = try octet("function code")
        guard code & 0x7F != 0 else {
            throw ModbusFault(
                .wrongFunction, at: position - 1, "the function code is '\(code.hexadecimal)': codes are 01 to 7f")
        }
        return (code & 0x7F, code & 0x80 != 0)
    }

    /// The fault of a function that is not public.
    func unsupported(_ code: UInt8) -> ModbusFault {
        let isOfUsers = (65...72).contains(code) || (100...110).contains(code)
        return ModbusFault(
            .unsupportedService, at: position - 1,
            "function '\(code)' is \(isOfUsers ? "left to users" : "not public"): its form is unknown")
    }

    /// Reads the kind of an encapsulated interface, which has to be the identification of devices.
    mutating func identificationInterface() throws(ModbusFault) {
        let kind = try octet("kind of interface")
        guard kind == 0x0E else {
            let name = kind == 0x0D ? "CANopen" : "reserved"
            throw ModbusFault(
                .unsupportedService, at: position - 1,
                "interface '\(kind.hexadecimal)' of function 43 is \(name): only 0e is read")
        }
    }

    mutating func access() throws(ModbusFault) -> ModbusIdentificationAccess {
        let code = try octet("access code")
        guard let access = ModbusIdentificationAccess(rawValue: code) else {
            throw ModbusFault(.wrongValue, at: position - 1, "the access code is '\(code)': codes are 1 to 4")
        }
        return access
    }

    mutating func coilValue() throws(ModbusFault) -> Bool {
        let value = try word("value")
        guard value == 0 || value == 0xFF00 else {
            throw ModbusFault(
                .wrongValue, at: position - 2, "the value of the coil is '\(value.hexadecimal)': it is 0000 or ff00")
        }
        return value != 0
    }

    mutating func diagnosis() throws(ModbusFault) -> ModbusDiagnosis {
        let code = try word("test")
        guard let test = ModbusDiagnosis.Test(rawValue: code) else {
            throw ModbusFault(.unsupportedService, at: position - 2, "test '\(code)' of function 8 is reserved")
        }
        guard remaining % 2 == 0 else {
            throw ModbusFault(.wrongLength, at: position, "the data of a test are words: '\(remaining)' octets are not")
        }
        return ModbusDiagnosis(test, data: takeWords(remaining / 2))
    }

    /// Reads the groups of a message that sets records of files.
    mutating func fileRecords() throws(ModbusFault) -> [ModbusFileRecord] {
        _ = try countOfRest()
        var records: [ModbusFileRecord] = []
        while remaining > 0 {
            try referenceType()
            let file = try word("number of the file")
            let record = try word("number of the record")
            let length = Int(try word("length of the record"))
            guard length * 2 <= remaining else {
                throw ModbusFault(
                    .wrongLength, at: position - 2,
                    "the record has '\(length)' registers where '\(remaining)' octets follow")
            }
            records.append(ModbusFileRecord(file: file, record: record, registers: takeWords(length)))
        }
        return records
    }

    mutating func referenceType() throws(ModbusFault) {
        let type = try octet("reference type")
        guard type == 6 else {
            throw ModbusFault(.wrongValue, at: position - 1, "the reference type is '\(type)': it is 6")
        }
    }
}

extension FixedWidthInteger where Self: UnsignedInteger {
    /// The value with as many digits of base 16 as the type has.
    var hexadecimal: String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: Swift.max(Self.bitWidth / 4 - digits.utf8.count, 0)) + digits
    }
}
