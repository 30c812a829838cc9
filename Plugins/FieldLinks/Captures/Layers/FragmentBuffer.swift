/// Fragments of IPv4 that wait for the rest of their datagram (RFC 791, 3.2).
struct FragmentBuffer: Sendable {
    /// How many datagrams may wait; the oldest one goes.
    static let mostDatagrams = 64
    /// How many fragments of a datagram may wait.
    static let mostFragments = 256
    /// The most octets that a datagram has.
    static let largestDatagram = 65_535

    private struct Key: Hashable {
        let source: IPv4Address
        let destination: IPv4Address
        let transport: UInt8
        let identification: Int
    }

    private struct Waiting {
        let key: Key
        /// In order of their place, none over another.
        var fragments: [IPv4Packet] = []
    }

    /// In order of their first fragment.
    private var waiting: [Waiting] = []

    /// Adds a fragment.
    ///
    /// - Returns: the datagram that is complete with it.
    mutating func add(_ packet: IPv4Packet, _ tally: inout CaptureTally) -> IPv4Packet? {
        let key = Key(
            source: packet.source, destination: packet.destination, transport: packet.transport,
            identification: packet.identification)
        let end = packet.offset + packet.body.count
        let isWhole = packet.missing == 0 && (!packet.moreFollow || packet.body.count % 8 == 0)
        guard isWhole, packet.body.count > 0, end <= Self.largestDatagram else {
            tally.malformed += 1
            return nil
        }
        let index = waiting.firstIndex { $0.key == key } ?? begin(key, &tally)
        guard insert(packet, end: end, at: index) else {
            tally.repeated += 1
            return nil
        }
        guard let whole = whole(of: waiting[index].fragments) else { return nil }
        waiting.remove(at: index)
        return whole
    }

    /// Drops all that wait, and says how many datagrams that were.
    mutating func drop() -> Int {
        defer { waiting = [] }
        return waiting.count
    }

    private mutating func begin(_ key: Key, _ tally: inout CaptureTally) -> Int {
        if waiting.count >= Self.mostDatagrams {
            waiting.removeFirst()
            tally.incomplete += 1
        }
        waiting.append(Waiting(key: key))
        return waiting.count - 1
    }

    /// The first to come is kept where two say something of one place.
    private mutating func insert(_ packet: IPv4Packet, end: Int, at index: Int) -> Bool {
        let fragments = waiting[index].fragments
        let place = fragments.firstIndex { $0.offset >= packet.offset } ?? fragments.count
        if place > 0 {
            let before = fragments[place - 1]
            guard before.offset + before.body.count <= packet.offset else { return false }
        }
        if place < fragments.count, fragments[place].offset < end { return false }
        guard fragments.count < Self.mostFragments else { return false }
        waiting[index].fragments.insert(packet.alone, at: place)
        return true
    }

    private func whole(of fragments: [IPv4Packet]) -> IPv4Packet? {
        guard let first = fragments.first, let last = fragments.last, !last.moreFollow else { return nil }
        var octets: [UInt8] = []
        for fragment in fragments {
            guard fragment.offset == octets.count else { return nil }
            octets += fragment.body.array
        }
        return IPv4Packet(
            source: first.source, destination: first.destination, transport: first.transport,
            identification: first.identification, body: OctetView(octets))
    }
}
