public import BACnet

/// The records of a simulated log, the oldest first.
public struct SimulatedLog: Hashable, Sendable {
    /// What was recorded at a moment.
    public struct Record: Hashable, Sendable {
        /// When.
        public let time: BACnetDateTime
        /// What.
        public let value: BACnetValue

        /// Describes a record.
        public init(_ time: BACnetDateTime, _ value: BACnetValue) {
            self.time = time
            self.value = value
        }
    }

    /// The records.
    public let records: [Record]
    /// The number of the first record, counted from 1 since the log began.
    public let firstSequence: UInt64

    /// Makes a log.
    public init(_ records: [Record], firstSequence: UInt64 = 1) {
        self.records = records
        self.firstSequence = firstSequence
    }

    /// The number of the last record; one less than the first without records.
    var lastSequence: UInt64 { firstSequence &+ UInt64(records.count) &- 1 }

    /// The places of the records that a range means.
    ///
    /// Source: ANSI/ASHRAE 135-2020, clause 15.8.1.1.4; a reference that no record has means none.
    func places(_ range: ReadRangeRequest.Range?) -> Range<Int> {
        switch range {
        case nil: records.indices
        case .position(let place, let count): places(UInt64(1), place, count)
        case .sequence(let number, let count): places(firstSequence, number, count)
        case .time(let time, let count):
            if count > 0 {
                places(from: records.firstIndex { Self.key($0.time) > Self.key(time) } ?? records.count, count)
            } else {
                places(until: (records.lastIndex { Self.key($0.time) < Self.key(time) } ?? -1) + 1, count)
            }
        }
    }

    private func places(_ first: UInt64, _ wanted: UInt64, _ count: Int64) -> Range<Int> {
        guard wanted >= first, let place = Int(exactly: wanted - first), place < records.count else { return 0..<0 }
        return count > 0 ? places(from: place, count) : places(until: place + 1, count)
    }

    private func places(from start: Int, _ count: Int64) -> Range<Int> {
        start..<start + Int(clamping: min(count.magnitude, UInt64(records.count - start)))
    }

    private func places(until end: Int, _ count: Int64) -> Range<Int> {
        end - Int(clamping: min(count.magnitude, UInt64(end)))..<end
    }

    private static func key(_ time: BACnetDateTime) -> UInt64 {
        UInt64(time.date.rawValue >> 8) << 32 | UInt64(time.time.rawValue)
    }
}

extension SimulatedLog.Record {
    /// The record as it stands in Log_Buffer (BACnetLogRecord, clause 21).
    var values: [BACnetValue] {
        let tag: UInt8? =
            switch value {
            case .boolean: 1
            case .real: 2
            case .enumerated: 3
            case .unsigned: 4
            case .signed: 5
            case .bitString: 6
            case .null: 7
            default: nil
            }
        let datum = tag.map { value.tagged($0) } ?? .constructed(10, [value])
        return [.constructed(0, [.date(time.date), .time(time.time)]), .constructed(1, [datum])]
    }
}
