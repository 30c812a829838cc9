/// Puts together what the packets of a capture carry: datagrams, and the octets of connections.
///
/// It takes the file in pieces and holds a bounded part of it: at most 64 datagrams whose fragments are incomplete, and
/// 8 MiB of segments that came before their time.
///
/// ```swift
/// var decoder = CaptureDecoder()
/// for event in decoder.events(in: octets) + decoder.finish() {
///     if case .datagram(let datagram) = event { print(datagram.source, datagram.octets.count) }
/// }
/// ```
public struct CaptureDecoder: Sendable {
    /// What became of the packets so far.
    public private(set) var tally = CaptureTally()
    private var reader = CaptureReader()
    private var fragments = FragmentBuffer()
    private var streams = StreamAssembler()

    /// Makes a decoder.
    public init() {}

    /// Why the rest of the file cannot be read; `nil` while all is well.
    public var fault: CaptureFault? { reader.fault }

    /// Takes the next piece of the file.
    ///
    /// - Returns: what became complete with it, in order of packets; octets that had to wait for others follow those.
    public mutating func events(in piece: [UInt8]) -> [CaptureEvent] {
        var events: [CaptureEvent] = []
        for packet in reader.packets(in: piece) { take(packet, &events) }
        return events
    }

    /// Tells that the file has ended.
    ///
    /// - Returns: the octets that waited for others, which the capture lacks.
    public mutating func finish() -> [CaptureEvent] {
        reader.finish()
        tally.incomplete += fragments.drop()
        return streams.finish(&tally).map(CaptureEvent.stream)
    }

    private mutating func take(_ packet: CapturedPacket, _ events: inout [CaptureEvent]) {
        tally.packets += 1
        if packet.missing > 0 { tally.cut += 1 }
        switch LinkPayload(packet) {
        case .internet(let octets): takeInternet(octets, packet, &events)
        case .frame(let frame): events.append(.frame(frame))
        case .other: tally.others += 1
        case .malformed: tally.malformed += 1
        }
    }

    private mutating func takeInternet(_ octets: OctetView, _ packet: CapturedPacket, _ events: inout [CaptureEvent]) {
        guard octets[0].map({ $0 >> 4 }) == 4 else {
            tally.others += 1
            return
        }
        guard let whole = IPv4Packet(octets) else {
            tally.malformed += 1
            return
        }
        guard let complete = whole.isFragment ? fragments.add(whole, &tally) : whole else { return }
        switch complete.transport {
        case 17: takeUDP(complete, packet, &events)
        case 6:
            guard let segment = TCPSegment(complete) else {
                tally.malformed += 1
                return
            }
            events += streams.take(segment, packet, &tally).map(CaptureEvent.stream)
        default: tally.others += 1
        }
    }

    private mutating func takeUDP(_ whole: IPv4Packet, _ packet: CapturedPacket, _ events: inout [CaptureEvent]) {
        let body = whole.body
        guard let from = body.number(at: 0, octets: 2), let to = body.number(at: 2, octets: 2),
            let length = body.number(at: 4, octets: 2), length >= 8
        else {
            tally.malformed += 1
            return
        }
        guard let octets = body.view(from: 8, count: length - 8) else {
            // The rest was not kept, which is counted already, or the length is wrong.
            if packet.missing == 0 { tally.malformed += 1 }
            return
        }
        events.append(
            .datagram(
                CapturedDatagram(
                    packet: packet.number, time: packet.time, source: whole.source.at(from),
                    destination: whole.destination.at(to), octets: octets.array)))
    }
}
