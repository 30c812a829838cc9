/// The side of an exchange that sends a message in segments.
///
/// Source of the rules: ANSI/ASHRAE 135-2020, clauses 5.2, 5.3 and 5.4: the first segment goes alone; what the other
/// side acknowledges says how many may follow at once.
package struct SegmentSender: Sendable {
    /// A segment as it is to be sent.
    package struct Segment: Hashable, Sendable {
        /// Its number, counted from 0 and modulo 256.
        package let sequence: UInt8
        /// Whether others follow.
        package let moreFollows: Bool
        /// Its octets of the message.
        package let octets: [UInt8]
    }

    /// What an acknowledgement asks for.
    package enum Step: Hashable, Sendable {
        /// The segments of ``SegmentSender/window`` are to be sent.
        case send
        /// Nothing.
        case wait
        /// Everything arrived.
        case done
    }

    private let body: [UInt8]
    private let size: Int
    private let count: Int
    /// The first segment that is not acknowledged.
    private var first = 0
    private var allowed = 1

    /// Splits a message, unless it needs more segments than are taken.
    ///
    /// - Parameters:
    ///   - body: the octets to be sent, without the header that each segment gets.
    ///   - size: the most octets of the message in a segment; less than 1 counts as 1.
    ///   - limit: the most segments that the other side takes; at most 255 are sent in any case.
    package init?(_ body: [UInt8], size: Int, limit: Int) {
        let size = max(1, size)
        count = max(1, (body.count + size - 1) / size)
        guard count <= min(255, limit) else { return nil }
        self.body = body
        self.size = size
    }

    /// The segments that may be on their way now.
    package var window: [Segment] {
        (first..<min(count, first + allowed)).map { number in
            Segment(
                sequence: UInt8(truncatingIfNeeded: number), moreFollows: number + 1 < count,
                octets: Array(body[number * size..<min(body.count, (number + 1) * size)]))
        }
    }

    /// Takes what the other side tells.
    ///
    /// - Parameters:
    ///   - sequence: the last segment that it has without a gap.
    ///   - negative: whether it asks for what comes after.
    ///   - window: how many it takes at once.
    /// - Returns: what to do.
    package mutating func acknowledge(_ sequence: UInt8, negative: Bool, window: UInt8) -> Step {
        allowed = Int(min(max(window, 1), 127))
        let arrived = Int(sequence &- UInt8(truncatingIfNeeded: first)) + 1
        if arrived > 255 { return negative ? .send : .wait }
        guard arrived <= min(count - first, 127) else { return .wait }
        first += arrived
        return first == count ? .done : .send
    }
}
