/// A segment of TCP (RFC 9293, 3.1).
struct TCPSegment: Sendable {
    let source: Endpoint
    let destination: Endpoint
    let sequence: UInt32
    let acknowledged: UInt32?
    let opens: Bool
    /// Whether nothing follows it, in order or because the connection was broken off.
    let ends: Bool
    let octets: [UInt8]

    init?(_ packet: IPv4Packet) {
        let view = packet.body
        guard let from = view.number(at: 0, octets: 2), let to = view.number(at: 2, octets: 2),
            let sequence = view.number(at: 4, octets: 4), let acknowledged = view.number(at: 8, octets: 4),
            let size = view[12], let flags = view[13]
        else { return nil }
        let header = Int(size >> 4) * 4
        guard header >= 20, let octets = view.view(from: header) else { return nil }
        source = packet.source.at(from)
        destination = packet.destination.at(to)
        self.sequence = UInt32(sequence)
        self.acknowledged = flags & 0x10 == 0 ? nil : UInt32(acknowledged)
        opens = flags & 0x02 != 0
        ends = flags & 0x05 != 0
        self.octets = octets.array
    }
}
