import PhaseLoom

/// Puts the segments of connections in order (RFC 9293, 3.10.7.4).
struct StreamAssembler: Sendable {
    /// How many sides of connections are followed; the half that was silent longest goes.
    static let mostSides = 4096
    /// How many segments of a side may wait for those before them.
    static let mostSegments = 256
    /// How many octets of all sides may wait.
    static let mostOctets = 8 << 20

    private struct Key: Hashable {
        let source: Endpoint
        let destination: Endpoint
    }

    private struct Waiting {
        let sequence: UInt32
        let octets: [UInt8]
        /// The packet that brought them; not more of it, since its octets may be many times as many.
        let packet: Int
        let time: Timestamp
    }

    private struct Side {
        /// The number of the next octet; `nil` before the first one.
        var next: UInt32?
        var continuity = CapturedStream.Continuity.first
        var waiting: [Waiting] = []
        /// When it was used last, in segments.
        var used = 0
    }

    private var sides: [Key: Side] = [:]
    private var held = 0
    private var clock = 0

    /// Takes a segment.
    ///
    /// - Returns: the octets that are in order with it.
    mutating func take(
        _ segment: TCPSegment, _ packet: CapturedPacket, _ tally: inout CaptureTally
    ) -> [CapturedStream] {
        clock += 1
        var streams: [CapturedStream] = []
        let key = Key(source: segment.source, destination: segment.destination)
        if sides[key] == nil, sides.count >= Self.mostSides { streams += forget(&tally) }
        // What the other side has acknowledged will not come any more.
        let other = Key(source: segment.destination, destination: segment.source)
        if let acknowledged = segment.acknowledged, var side = sides[other],
            let first = side.waiting.first, Self.distance(from: first.sequence, to: acknowledged) > 0
        {
            streams += skipAhead(&side, other, &tally)
            sides[other] = side
        }
        var side = sides.removeValue(forKey: key) ?? Side()
        streams += take(segment, packet, &side, key, &tally)
        side.used = clock
        if segment.ends {
            while !side.waiting.isEmpty { streams += skipAhead(&side, key, &tally) }
        } else {
            sides[key] = side
        }
        return streams
    }

    /// Gives out all that waits.
    mutating func finish(_ tally: inout CaptureTally) -> [CapturedStream] {
        flush(sides.sorted { $0.value.used < $1.value.used }.map(\.key), &tally)
    }

    private static func distance(from: UInt32, to: UInt32) -> Int { Int(Int32(bitPattern: to &- from)) }

    private mutating func take(
        _ segment: TCPSegment, _ packet: CapturedPacket, _ side: inout Side, _ key: Key, _ tally: inout CaptureTally
    ) -> [CapturedStream] {
        var streams: [CapturedStream] = []
        if segment.opens {
            while !side.waiting.isEmpty { streams += skipAhead(&side, key, &tally) }
            side = Side(next: segment.sequence &+ 1)
        }
        let start = segment.opens ? segment.sequence &+ 1 : segment.sequence
        guard !segment.octets.isEmpty else {
            // Without the beginning, what follows this one is the next; a probe that keeps a connection alive is not.
            if side.next == nil { side.next = start }
            return streams
        }
        let ahead = Self.distance(from: side.next ?? start, to: start)
        let piece = Waiting(sequence: start, octets: segment.octets, packet: packet.number, time: packet.time)
        if ahead <= 0 {
            streams += deliver(piece, &side, key, &tally)
        } else {
            hold(piece, &side, &tally)
            while side.waiting.count > Self.mostSegments || held > Self.mostOctets, !side.waiting.isEmpty {
                streams += skipAhead(&side, key, &tally)
            }
        }
        return streams
    }

    private mutating func hold(_ piece: Waiting, _ side: inout Side, _ tally: inout CaptureTally) {
        let place =
            side.waiting.firstIndex { Self.distance(from: $0.sequence, to: piece.sequence) <= 0 }
            ?? side.waiting.count
        if place < side.waiting.count, side.waiting[place].sequence == piece.sequence,
            side.waiting[place].octets.count >= piece.octets.count
        {
            tally.repeated += 1
            return
        }
        held += piece.octets.count
        side.waiting.insert(piece, at: place)
    }

    /// Gives out a piece that begins at or before the next octet, and all that can follow it now.
    private mutating func deliver(
        _ piece: Waiting, _ side: inout Side, _ key: Key, _ tally: inout CaptureTally
    ) -> [CapturedStream] {
        var streams: [CapturedStream] = []
        var piece: Waiting? = piece
        while let current = piece {
            let next = side.next ?? current.sequence
            let known = max(0, Self.distance(from: current.sequence, to: next))
            if known >= current.octets.count {
                tally.repeated += 1
            } else {
                streams.append(
                    CapturedStream(
                        packet: current.packet, time: current.time, source: key.source,
                        destination: key.destination, continuity: side.continuity,
                        octets: Array(current.octets.dropFirst(known))))
                side.next = current.sequence &+ UInt32(truncatingIfNeeded: current.octets.count)
                side.continuity = .next
            }
            piece = nil
            if let first = side.waiting.first, Self.distance(from: side.next ?? next, to: first.sequence) <= 0 {
                piece = side.waiting.removeFirst()
                held -= first.octets.count
            }
        }
        return streams
    }

    /// Gives up on octets that are missing, and goes on with the first that waits.
    private mutating func skipAhead(_ side: inout Side, _ key: Key, _ tally: inout CaptureTally) -> [CapturedStream] {
        guard let first = side.waiting.first else { return [] }
        side.waiting.removeFirst()
        held -= first.octets.count
        tally.gaps += 1
        side.next = first.sequence
        side.continuity = .afterGap
        return deliver(first, &side, key, &tally)
    }

    private mutating func forget(_ tally: inout CaptureTally) -> [CapturedStream] {
        let oldest = sides.sorted { $0.value.used < $1.value.used }.prefix(Self.mostSides / 2)
        return flush(oldest.map(\.key), &tally)
    }

    private mutating func flush(_ keys: [Key], _ tally: inout CaptureTally) -> [CapturedStream] {
        var streams: [CapturedStream] = []
        for key in keys {
            guard var side = sides.removeValue(forKey: key) else { continue }
            while !side.waiting.isEmpty { streams += skipAhead(&side, key, &tally) }
        }
        return streams
    }
}
