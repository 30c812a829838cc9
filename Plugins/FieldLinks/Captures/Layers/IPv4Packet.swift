/// An address of IPv4 without a port.
struct IPv4Address: Hashable, Sendable {
    let number: UInt32

    /// The endpoint of a port, of which the lowest sixteen bits count.
    func at(_ port: Int) -> Endpoint { Endpoint(address: number, port: UInt16(truncatingIfNeeded: port)) }
}

/// A packet of IPv4, or a fragment of one (RFC 791, 3.1).
struct IPv4Packet: Sendable {
    let source: IPv4Address
    let destination: IPv4Address
    /// The number of what it carries: 6 for TCP, 17 for UDP.
    let transport: UInt8
    let identification: Int
    /// Where the octets belong in the whole.
    let offset: Int
    let moreFollow: Bool
    let body: OctetView
    /// How many octets the body should have beyond those that were kept.
    let missing: Int

    init(
        source: IPv4Address, destination: IPv4Address, transport: UInt8, identification: Int, offset: Int = 0,
        moreFollow: Bool = false, body: OctetView, missing: Int = 0
    ) {
        self.source = source
        self.destination = destination
        self.transport = transport
        self.identification = identification
        self.offset = offset
        self.moreFollow = moreFollow
        self.body = body
        self.missing = missing
    }

    init?(_ view: OctetView) {
        guard let first = view[0], first >> 4 == 4, let transport = view[9], let total = view.number(at: 2, octets: 2),
            let identification = view.number(at: 4, octets: 2), let place = view.number(at: 6, octets: 2),
            let source = view.number(at: 12, octets: 4), let destination = view.number(at: 16, octets: 4)
        else { return nil }
        let header = Int(first & 0x0F) * 4
        // Adapters that split large segments by themselves leave the length to be 0.
        let length = total == 0 ? view.count : total
        guard header >= 20, length >= header, let rest = view.view(from: header) else { return nil }
        let kept = min(length - header, rest.count)
        guard let body = rest.view(from: 0, count: kept) else { return nil }
        self.init(
            source: IPv4Address(number: UInt32(source)), destination: IPv4Address(number: UInt32(destination)),
            transport: transport, identification: identification, offset: (place & 0x1FFF) * 8,
            moreFollow: place & 0x2000 != 0, body: body, missing: length - header - kept)
    }

    var isFragment: Bool { moreFollow || offset > 0 }

    /// The packet with a body of its own, which keeps nothing else of what was captured.
    var alone: IPv4Packet {
        IPv4Packet(
            source: source, destination: destination, transport: transport, identification: identification,
            offset: offset, moreFollow: moreFollow, body: OctetView(body.array), missing: missing)
    }
}
