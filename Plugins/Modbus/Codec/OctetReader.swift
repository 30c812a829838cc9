/// A place in octets that moves on with what is read, and never past the end.
struct OctetReader {
    let octets: [UInt8]
    private(set) var position: Int
    let end: Int

    /// Reads some of the octets; what is out of their range is left out.
    init(_ octets: [UInt8], from start: Int = 0, to end: Int = .max) {
        self.octets = octets
        self.end = min(max(end, 0), octets.count)
        position = min(max(start, 0), self.end)
    }

    var remaining: Int { end - position }

    mutating func octet(_ name: String) throws(ModbusFault) -> UInt8 {
        guard position < end else { throw missing(name) }
        defer { position += 1 }
        return octets[position]
    }

    mutating func word(_ name: String) throws(ModbusFault) -> UInt16 {
        guard remaining >= 2 else { throw missing(name) }
        defer { position += 2 }
        return UInt16(octets[position]) << 8 | UInt16(octets[position + 1])
    }

    /// Reads octets, of which the caller has found that they are there.
    mutating func take(_ count: Int) -> [UInt8] {
        let stop = position + min(max(count, 0), remaining)
        defer { position = stop }
        return Array(octets[position..<stop])
    }

    /// Reads registers, of which the caller has found that they are there.
    mutating func takeWords(_ count: Int) -> [UInt16] {
        let count = min(max(count, 0), remaining / 2)
        let start = position
        position += count * 2
        return (0..<count).map { index in
            UInt16(octets[start + 2 * index]) << 8 | UInt16(octets[start + 2 * index + 1])
        }
    }

    /// Reads a count of octets that has to be all that follows.
    mutating func countOfRest() throws(ModbusFault) -> Int {
        let count = Int(try octet("byte count"))
        guard count == remaining else { throw wrongCount(count, at: position - 1) }
        return count
    }

    /// Reads registers that are all that follows, with their count of octets before them.
    mutating func countedWords() throws(ModbusFault) -> [UInt16] {
        let count = try countOfRest()
        guard count % 2 == 0 else {
            throw ModbusFault(
                .wrongValue, at: position - 1,
                "the byte count '\(count)' is odd: registers have two octets each")
        }
        return takeWords(count / 2)
    }

    /// Refuses what is left.
    func finish() throws(ModbusFault) {
        guard remaining == 0 else {
            throw ModbusFault(
                .wrongLength, at: position, "'\(remaining)' octets follow after the message: it ends before them")
        }
    }

    func wrongCount(_ count: Int, at offset: Int) -> ModbusFault {
        ModbusFault(
            .wrongLength, at: offset, "the byte count is '\(count)' where '\(end - offset - 1)' octets follow")
    }

    private func missing(_ name: String) -> ModbusFault {
        ModbusFault(.truncated, at: end, "the octets end before the \(name)")
    }
}

extension [UInt8] {
    /// Appends a word, its higher octet first.
    mutating func append(word: UInt16) {
        append(UInt8(truncatingIfNeeded: word >> 8))
        append(UInt8(truncatingIfNeeded: word))
    }

    mutating func append(words: [UInt16]) {
        for word in words { append(word: word) }
    }
}
