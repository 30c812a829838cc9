extension ModbusFrame {
    /// The octets of a frame for serial lines: unit, message and checksum (MODBUS over Serial Line V1.02, clause 2.5.1).
    static let sizesOnLine = 4...256

    static func rtu(_ octets: [UInt8], _ direction: ModbusDirection) throws(ModbusFault) -> ModbusFrame {
        guard let unit = octets.first, octets.count >= sizesOnLine.lowerBound else {
            throw ModbusFault(
                .truncated, at: octets.count, "the frame has '\(octets.count)' octets: it needs 4 at least")
        }
        guard octets.count <= sizesOnLine.upperBound else {
            throw ModbusFault(.wrongLength, at: 256, "the frame has '\(octets.count)' octets: it may have 256")
        }
        let end = octets.count - 2
        let found = UInt16(octets[end]) | UInt16(octets[end + 1]) << 8
        let wanted = CRC16.checksum(of: octets[..<end])
        guard found == wanted else {
            throw ModbusFault(
                .wrongChecksum, at: end,
                "the checksum is '\(found.byteSwapped.hexadecimal)': it should be \(wanted.byteSwapped.hexadecimal)")
        }
        return ModbusFrame(.rtu, unit: unit, try ModbusPDU(OctetReader(octets, from: 1, to: end), direction))
    }

    func encodedForRTU() throws(ModbusFault) -> [UInt8] {
        var octets = [unit]
        octets.reserveCapacity(Self.sizesOnLine.upperBound)
        try pdu.append(to: &octets)
        octets.append(word: CRC16.checksum(of: octets[...]).byteSwapped)
        return octets
    }
}
