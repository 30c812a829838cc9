/// What a packet carries after the header of its link.
enum LinkPayload {
    case internet(OctetView)
    case frame(CapturedFrame)
    case other
    case malformed

    init(_ packet: CapturedPacket) {
        let view = OctetView(packet.octets)
        switch packet.link {
        case .ethernet: self = Self.ethernet(view, packet)
        case .linuxCooked: self = Self.typed(view, type: view.number(at: 14, octets: 2), from: 16)
        case .linuxCooked2: self = Self.typed(view, type: view.number(at: 0, octets: 2), from: 20)
        case .null, .loopback: self = Self.loopback(view)
        // Systems of BSD wrote 12 and 14 for what is 101 in files.
        case .raw, .ipv4, LinkType(12), LinkType(14): self = .internet(view)
        case .mstp: self = Self.mstp(view, packet)
        default: self = .other
        }
    }

    /// The family of addresses 2 is IPv4 everywhere; which octet comes first depends on the machine.
    private static func loopback(_ view: OctetView) -> LinkPayload {
        guard let family = view.number(at: 0, octets: 4), let rest = view.view(from: 4) else { return .malformed }
        return family == 2 || family == 0x0200_0000 ? .internet(rest) : .other
    }

    private static func typed(_ view: OctetView, type: Int?, from place: Int) -> LinkPayload {
        var (type, place) = (type, place)
        // Tags of virtual networks stand before the type, more than one of them where networks are nested.
        for _ in 0..<4 where type == 0x8100 || type == 0x88A8 || type == 0x9100 {
            type = view.number(at: place + 2, octets: 2)
            place += 4
        }
        guard let type, let rest = view.view(from: place) else { return .malformed }
        return type == 0x0800 ? .internet(rest) : .other
    }

    private static func ethernet(_ view: OctetView, _ packet: CapturedPacket) -> LinkPayload {
        guard let type = view.number(at: 12, octets: 2) else { return .malformed }
        guard type <= 1500 else { return typed(view, type: type, from: 14) }
        // What is no type is a length, and logical link control follows: ISO 8802-2, an unnumbered frame to 0x82.
        guard type >= 3, let body = view.view(from: 14, count: type) else { return .malformed }
        guard body[0] == 0x82, body[1] == 0x82, body[2] == 3, let octets = body.view(from: 3),
            let destination = view.view(from: 0, count: 6), let source = view.view(from: 6, count: 6)
        else { return .other }
        return .frame(
            CapturedFrame(
                packet: packet.number, time: packet.time, source: source.array, destination: destination.array,
                octets: octets.array, medium: .ethernet))
    }

    /// A frame with its preamble: type, destination, source, length and a check of them, then data with another check.
    private static func mstp(_ view: OctetView, _ packet: CapturedPacket) -> LinkPayload {
        guard view.number(at: 0, octets: 2) == 0x55FF, let type = view[2], let destination = view[3],
            let source = view[4], let length = view.number(at: 5, octets: 2)
        else { return .malformed }
        // Tokens and polls carry nothing; types 5 and 6 carry data of BACnet.
        guard type == 5 || type == 6 else { return .other }
        guard let octets = view.view(from: 8, count: length) else { return .malformed }
        return .frame(
            CapturedFrame(
                packet: packet.number, time: packet.time, source: [source], destination: [destination],
                octets: octets.array, medium: .mstp))
    }
}
