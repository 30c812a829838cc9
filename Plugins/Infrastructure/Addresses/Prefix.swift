/// A prefix of IPv4 or IPv6 addresses in the notation of CIDR, such as `192.0.2.0/24` or `2001:db8::/32`.
///
/// Prefixes of one family are nested or have nothing in common (RFC 4632, 5.1; RFC 4291, 2.3).
struct Prefix: Hashable {
    /// The address, 4 bytes or 16, with no bit set behind the length.
    let address: [UInt8]
    /// The number of leading bits that count.
    let length: Int
    /// Whether the text had bits behind the length, as an interface's address has.
    let hadHostBits: Bool

    /// Reads a prefix; `nil` for anything that is none.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 2, let length = Self.decimal(parts[1], most: 128),
            let address = IPAddress.bytes(parts[0]), length <= address.count * 8
        else { return nil }
        let masked = Self.masked(address, to: length)
        self.address = masked
        self.length = length
        hadHostBits = masked != address
    }

    /// Whether every address of another prefix is one of this.
    func contains(_ other: Prefix) -> Bool {
        address.count == other.address.count && length <= other.length
            && Self.masked(other.address, to: length) == address
    }

    private static func masked(_ address: [UInt8], to length: Int) -> [UInt8] {
        address.enumerated().map { index, byte in
            let bits = min(max(length - index * 8, 0), 8)
            return bits == 0 ? 0 : byte & (0xFF << UInt8(8 - bits))
        }
    }

    /// A number of at most three digits without a leading zero, which other readers take for octal.
    static func decimal(_ digits: some Collection<UInt8>, most: Int) -> Int? {
        guard let first = digits.first, digits.count <= 3, digits.count == 1 || first != UInt8(ascii: "0") else {
            return nil
        }
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value <= most ? value : nil
    }
}

extension Prefix: Comparable {
    /// Orders IPv4 before IPv6, then by address, wider prefixes first, so that each follows those that contain it.
    static func < (one: Prefix, other: Prefix) -> Bool {
        if one.address.count != other.address.count { return one.address.count < other.address.count }
        if one.address != other.address { return one.address.lexicographicallyPrecedes(other.address) }
        return one.length < other.length
    }
}
