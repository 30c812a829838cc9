/// Frames as text: a colon, two digits for every octet, a checksum, and the end of a line (MODBUS over Serial Line
/// V1.02, clause 2.5.2).
extension ModbusFrame {
    static func ascii(_ octets: [UInt8], _ direction: ModbusDirection) throws(ModbusFault) -> ModbusFrame {
        let (binary, isLowercase) = try digits(octets)
        guard let unit = binary.first, binary.count >= 3 else {
            throw ModbusFault(.truncated, at: octets.count, "the frame ends before its function code")
        }
        let end = binary.count - 1
        let wanted = longitudinalChecksum(of: binary[..<end])
        guard binary[end] == wanted else {
            throw ModbusFault(
                .wrongChecksum, at: 1 + 2 * end,
                "the checksum is '\(binary[end].hexadecimal)': it should be \(wanted.hexadecimal)")
        }
        do {
            let pdu = try ModbusPDU(OctetReader(binary, from: 1, to: end), direction)
            return ModbusFrame(.ascii(lowercase: isLowercase), unit: unit, pdu)
        } catch {
            throw ModbusFault(error.code, at: 1 + 2 * error.offset, error.message)
        }
    }

    func encodedForASCII(_ isLowercase: Bool) throws(ModbusFault) -> [UInt8] {
        var binary = [unit]
        try pdu.append(to: &binary)
        binary.append(Self.longitudinalChecksum(of: binary[...]))
        let letters = Array((isLowercase ? "0123456789abcdef" : "0123456789ABCDEF").utf8)
        var text = [UInt8(ascii: ":")]
        for octet in binary { text += [letters[Int(octet >> 4)], letters[Int(octet & 0xF)]] }
        return text + Array("\r\n".utf8)
    }

    /// The octets that the digits stand for, and whether the letters among them are small.
    private static func digits(_ text: [UInt8]) throws(ModbusFault) -> ([UInt8], isLowercase: Bool) {
        guard text.first == UInt8(ascii: ":") else {
            throw ModbusFault(.wrongProtocol, at: 0, "the frame does not begin with ':'")
        }
        guard text.suffix(2).elementsEqual("\r\n".utf8) else {
            throw ModbusFault(.truncated, at: text.count, "the frame does not end with CR and LF")
        }
        let digits = text.dropFirst().dropLast(2)
        guard digits.count % 2 == 0, digits.count <= 2 * (ModbusLimits.message + 2) else {
            throw ModbusFault(
                .wrongLength, at: text.count - 2,
                "the frame has '\(digits.count)' digits: they come in pairs, at most 510")
        }
        var octets: [UInt8] = []
        var cases = (small: false, large: false)
        for (index, digit) in zip(digits.indices, digits) {
            cases.small = cases.small || UInt8(ascii: "a")...UInt8(ascii: "f") ~= digit
            cases.large = cases.large || UInt8(ascii: "A")...UInt8(ascii: "F") ~= digit
            guard let value = Character(UnicodeScalar(digit)).hexDigitValue, !(cases.small && cases.large) else {
                throw ModbusFault(
                    .wrongValue, at: index,
                    "'\(Character(UnicodeScalar(digit)))' cannot stand here: digits are 0 to 9 and A to F")
            }
            if (index - digits.startIndex) % 2 == 0 {
                octets.append(UInt8(truncatingIfNeeded: value << 4))
            } else {
                octets[octets.count - 1] |= UInt8(truncatingIfNeeded: value)
            }
        }
        return (octets, cases.small)
    }

    /// The sum of the octets, negated (clause 6.2.1).
    static func longitudinalChecksum(of octets: ArraySlice<UInt8>) -> UInt8 { 0 &- octets.reduce(0, &+) }
}
