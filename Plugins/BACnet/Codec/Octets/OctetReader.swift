/// A place in octets from the wire, from which every read is checked.
struct OctetReader {
    /// The deepest nesting of opening tags that is followed.
    static let deepest = 16
    /// The most tags that are read in one message.
    static let mostTags = 4_096

    let octets: [UInt8]
    /// The most tags that are read of these octets.
    let tagLimit: Int
    var position = 0
    var depth = 0
    var tags = 0

    init(_ octets: [UInt8], tagLimit: Int = Self.mostTags) {
        self.octets = octets
        self.tagLimit = tagLimit
    }

    /// Reads octets that came in segments, in which there may be a tag for every second octet.
    init(assembled octets: [UInt8]) { self.init(octets, tagLimit: max(Self.mostTags, octets.count / 2)) }

    @inline(__always) var isAtEnd: Bool { position >= octets.count }
    @inline(__always) var remaining: Int { octets.count &- position }

    @inline(never) func fault(_ code: BACnetFault.Code, _ message: String, at offset: Int? = nil) -> BACnetFault {
        BACnetFault(code, message, offset: offset ?? position)
    }

    @inline(__always) mutating func octet() throws(BACnetFault) -> UInt8 {
        guard position < octets.count else { throw fault(.truncated, "the message ends too early") }
        defer { position &+= 1 }
        return octets[position]
    }

    @inline(__always) mutating func number(_ count: Int) throws(BACnetFault) -> UInt64 {
        guard count >= 0, count <= 8 else { throw fault(.wrongLength, "a number of '\(count)' octets, at most 8") }
        guard remaining >= count else { throw fault(.truncated, "the message ends inside a number") }
        var value: UInt64 = 0
        for index in position..<position &+ count { value = value << 8 | UInt64(octets[index]) }
        position &+= count
        return value
    }

    mutating func word() throws(BACnetFault) -> UInt16 { UInt16(truncatingIfNeeded: try number(2)) }
    @inline(__always) mutating func long() throws(BACnetFault) -> UInt32 { UInt32(truncatingIfNeeded: try number(4)) }

    mutating func take(_ count: Int) throws(BACnetFault) -> [UInt8] {
        guard count >= 0, remaining >= count else {
            throw fault(.truncated, "'\(count)' octets are announced, '\(remaining)' follow")
        }
        defer { position &+= count }
        return Array(octets[position..<position &+ count])
    }

    mutating func rest() -> [UInt8] {
        defer { position = octets.count }
        return Array(octets[position...])
    }

    func finish() throws(BACnetFault) {
        guard isAtEnd else { throw fault(.trailing, "'\(remaining)' octets follow after the end") }
    }
}
