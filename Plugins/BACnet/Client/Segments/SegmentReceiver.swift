/// The side of an exchange that puts the segments of a message together, and never takes more than its limits.
///
/// Source of the rules: ANSI/ASHRAE 135-2020, clauses 5.3 and 5.4. A segment that came before is told again once as
/// many of them came as the window holds, since then the acknowledgement was lost.
package struct SegmentReceiver: Sendable {
    /// What a segment asks for.
    package enum Step: Hashable, Sendable {
        /// Nothing.
        case wait
        /// An acknowledgement of the last segment without a gap, with the window that holds from now on.
        case acknowledge(sequence: UInt8, negative: Bool)
        /// The same, and the message is complete.
        case complete(sequence: UInt8)
        /// The end of the exchange: the message is larger than the limits.
        case overflow
    }

    /// The octets that came without a gap.
    package private(set) var body: [UInt8] = []
    /// How many segments came without a gap.
    package private(set) var count = 0
    /// How many segments may come between two acknowledgements.
    package private(set) var window: UInt8 = 1
    private let largestWindow: UInt8
    private let segmentLimit: Int
    private let octetLimit: Int
    private var sinceAcknowledged = 0
    private var duplicates = 0
    private var askedAgain = false

    /// Waits for the first segment.
    ///
    /// - Parameters:
    ///   - window: the most segments between two acknowledgements, 1 to 127.
    ///   - segments: the most segments of a message.
    ///   - octets: the most octets of a message.
    package init(window: UInt8, segments: Int, octets: Int) {
        largestWindow = min(max(window, 1), 127)
        segmentLimit = segments
        octetLimit = octets
    }

    private var last: UInt8 { UInt8(truncatingIfNeeded: count - 1) }

    /// Takes a segment.
    ///
    /// - Parameters:
    ///   - octets: its octets of the message.
    ///   - sequence: its number, counted from 0 and modulo 256.
    ///   - moreFollows: whether others follow.
    ///   - proposedWindow: how many the other side would like to send at once.
    /// - Returns: what to do.
    package mutating func take(
        _ octets: [UInt8], sequence: UInt8, moreFollows: Bool, proposedWindow: UInt8
    ) -> Step {
        guard sequence == UInt8(truncatingIfNeeded: count) else { return takeOther(sequence) }
        guard count < segmentLimit, octets.count <= octetLimit - body.count else { return .overflow }
        body += octets
        count += 1
        sinceAcknowledged += 1
        (duplicates, askedAgain) = (0, false)
        if !moreFollows { return .complete(sequence: last) }
        guard count == 1 || sinceAcknowledged >= window else { return .wait }
        window = min(largestWindow, max(proposedWindow, 1))
        return acknowledge(negative: false)
    }

    /// Takes a segment out of its order: one that came before, or one after a gap.
    private mutating func takeOther(_ sequence: UInt8) -> Step {
        // Before the first segment there is nothing that an acknowledgement could name.
        guard count > 0 else { return .wait }
        if UInt8(truncatingIfNeeded: count) &- sequence <= 127 {
            duplicates += 1
            guard duplicates >= window || sequence == last else { return .wait }
            duplicates = 0
            return acknowledge(negative: false)
        }
        // The other segments of the same window do not need to be asked for one by one.
        guard !askedAgain else { return .wait }
        askedAgain = true
        return acknowledge(negative: true)
    }

    private mutating func acknowledge(negative: Bool) -> Step {
        sinceAcknowledged = 0
        return .acknowledge(sequence: last, negative: negative)
    }

    /// Tells that nothing came for a while: what is missing is asked for.
    package mutating func remind() -> Step {
        guard count > 0 else { return .wait }
        return acknowledge(negative: true)
    }
}
