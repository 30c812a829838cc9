extension Sequence<UInt8> {
    /// The octets as pairs of lower-case hexadecimal digits.
    var hexadecimal: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(underestimatedCount * 2)
        for octet in self {
            for half in [octet >> 4, octet & 15] { digits.append(half < 10 ? 0x30 + half : 0x57 + half) }
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
