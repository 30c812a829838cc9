/// Records of a trend log, as far as a device gave them.
public struct TrendReading: Hashable, Sendable {
    /// The records in the order of the log.
    public let records: [TrendRecord]
    /// The sequence number of the first of them; `nil` when they were asked for by position, or there are none.
    public let firstSequence: UInt64?
    /// Whether everything that was asked for is among them, as far as the log has it.
    public let isComplete: Bool
}

extension BACnetReader {
    /// Reads a part of a list with one request.
    ///
    /// - Returns: the part that the device gives.
    /// - Throws: ``BACnetError``.
    public func range(_ request: ReadRangeRequest, at peer: BACnetPeer) throws(BACnetError) -> ReadRangeAck {
        guard case .readRange(let ack) = try perform(.range(request), at: peer), ack.object == request.object,
            ack.reference == request.reference
        else { throw .unexpected("the device does not answer with '\(request.object) \(request.reference)'") }
        return ack
    }

    /// Reads records of a trend log, with as many requests as it takes.
    ///
    /// What does not fit an answer is asked for again from the record after the last; after a start by time that goes
    /// by the sequence numbers that the device tells. A part that goes backwards is read with one request.
    ///
    /// - Parameters:
    ///   - log: the trend log.
    ///   - range: the first record and how many; a count below 0 goes backwards.
    ///   - peer: the device.
    ///   - limit: the most records.
    /// - Returns: the records.
    /// - Throws: ``BACnetError``.
    ///
    /// Source: ANSI/ASHRAE 135-2020, clause 15.8.
    public func records(
        of log: ObjectIdentifier, _ range: ReadRangeRequest.Range, at peer: BACnetPeer, limit: Int = 100_000
    ) throws(BACnetError) -> TrendReading {
        var next = RangeCursor(range, limit: limit)
        var records: [TrendRecord] = []
        var firstSequence: UInt64?
        while let part = next.part {
            let ack: ReadRangeAck
            do throws(BACnetError) {
                ack = try self.range(ReadRangeRequest(log, PropertyReference(.logBuffer), part), at: peer)
            } catch {
                guard error.isAboutSize, next.halve() else { throw error }
                continue
            }
            let more = try TrendRecord.read(ack.items)
            guard ack.count == UInt64(more.count) else {
                throw .unexpected("the device tells of '\(ack.count)' records and gives '\(more.count)'")
            }
            if records.isEmpty { firstSequence = ack.firstSequence }
            records += more
            guard next.advance(past: more.count, ack) else { break }
        }
        return TrendReading(records: records, firstSequence: firstSequence, isComplete: next.isComplete)
    }
}

/// Where in a log the next request begins.
private struct RangeCursor {
    private var start: ReadRangeRequest.Range
    private var left: Int64
    private var page: Int64
    private(set) var isComplete = false

    init(_ range: ReadRangeRequest.Range, limit: Int) {
        start = range
        left =
            switch range {
            case .position(_, let count), .sequence(_, let count), .time(_, let count): count
            }
        left = max(-Int64(Int32.max), min(left, Int64(max(1, limit))))
        // Counts of 16 bits are what all devices know.
        page = min(Int64(Int16.max), Int64(clamping: left.magnitude))
    }

    /// What is to be asked for; `nil` when nothing is left.
    var part: ReadRangeRequest.Range? {
        guard left != 0 else { return nil }
        let count = left < 0 ? -page : min(left, page)
        return switch start {
        case .position(let first, _): .position(first, count: count)
        case .sequence(let first, _): .sequence(first, count: count)
        case .time(let first, _): .time(first, count: count)
        }
    }

    /// Asks for fewer at once.
    mutating func halve() -> Bool {
        page = min(page, Int64(clamping: left.magnitude)) / 2
        return page > 0
    }

    /// Goes on after some records.
    ///
    /// - Returns: whether there is more to ask for.
    mutating func advance(past count: Int, _ ack: ReadRangeAck) -> Bool {
        guard left > 0, count > 0, Int64(count) < left, !ack.hasLast else {
            isComplete = left > 0 ? ack.hasLast || Int64(count) >= left || !ack.hasMore : !ack.hasMore
            return false
        }
        left -= Int64(count)
        let step = UInt64(count)
        switch start {
        case .position(let first, _): start = .position(first &+ step, count: left)
        case .sequence(let first, _): start = .sequence((ack.firstSequence ?? first) &+ step, count: left)
        case .time:
            guard let first = ack.firstSequence else {
                isComplete = !ack.hasMore
                return false
            }
            start = .sequence(first &+ step, count: left)
        }
        return true
    }
}
