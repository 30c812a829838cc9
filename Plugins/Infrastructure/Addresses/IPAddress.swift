/// The text forms of addresses: four decimal numbers, or eight groups of hexadecimal digits (RFC 4291, 2.2).
enum IPAddress {
    /// The bytes of an address, 4 or 16; `nil` for anything that is none, a zone included.
    static func bytes(_ text: Substring.UTF8View) -> [UInt8]? {
        text.contains(UInt8(ascii: ":")) ? version6(text) : version4(text)
    }

    private static func version4(_ text: Substring.UTF8View) -> [UInt8]? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Prefix.decimal($0, most: 255) }
        return parts.count == 4 && numbers.count == 4 ? numbers.map(UInt8.init) : nil
    }

    private static func version6(_ text: Substring.UTF8View) -> [UInt8]? {
        let groups = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard groups.count <= 9, let gap = gap(in: groups) else { return nil }
        guard !gap.isEmpty else { return bytes(of: groups).flatMap { $0.count == 16 ? $0 : nil } }
        guard let head = bytes(of: groups[..<gap.lowerBound], mayEndInVersion4: false),
            let tail = bytes(of: groups[gap.upperBound...]), head.count + tail.count <= 14
        else { return nil }
        return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    /// The empty groups that `::` leaves, as one run; an empty range without it, `nil` where it cannot be read.
    private static func gap(in groups: [Substring.UTF8View]) -> Range<Int>? {
        guard let first = groups.firstIndex(where: \.isEmpty) else { return 0..<0 }
        let run = groups[first...].prefix(while: \.isEmpty)
        guard groups[run.endIndex...].allSatisfy({ !$0.isEmpty }) else { return nil }
        // One at either end is the text before or after the two colons: `::1`, `fe80::` and `::`.
        let edges = (run.startIndex == 0 ? 1 : 0) + (run.endIndex == groups.count ? 1 : 0)
        return run.count == 1 + edges ? run.startIndex..<run.endIndex : nil
    }

    private static func bytes(
        of groups: some BidirectionalCollection<Substring.UTF8View>, mayEndInVersion4: Bool = true
    ) -> [UInt8]? {
        var bytes: [UInt8] = []
        for (place, group) in groups.enumerated() {
            if mayEndInVersion4, place == groups.count - 1, group.contains(UInt8(ascii: ".")) {
                guard let version4 = version4(group) else { return nil }
                return bytes + version4
            }
            guard (1...4).contains(group.count), let value = hexadecimal(group) else { return nil }
            bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
        }
        return bytes
    }

    private static func hexadecimal(_ digits: Substring.UTF8View) -> Int? {
        var value = 0
        for digit in digits {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | Int(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | Int(digit - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | Int(digit - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        return value
    }
}
