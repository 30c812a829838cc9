/// The checksum of frames for serial lines.
///
/// MODBUS over Serial Line V1.02, clause 6.2.2: polynomial 0xA001 (0x8005 reflected), started with 0xFFFF.
enum CRC16 {
    /// What every octet adds.
    private static let table: [UInt16] = (0..<256).map { index in
        (0..<8).reduce(UInt16(index)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xA001 : sum >> 1 }
    }

    /// The checksum, whose lower octet goes first on the line.
    ///
    /// - Complexity: O(*n*) in the number of octets.
    static func checksum(of octets: ArraySlice<UInt8>) -> UInt16 {
        let table = table
        return octets.reduce(0xFFFF) { sum, octet in
            sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ octet)]
        }
    }
}
