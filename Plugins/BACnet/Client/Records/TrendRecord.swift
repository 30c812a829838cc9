/// A record of a trend log.
///
/// Source: ANSI/ASHRAE 135-2020, clause 12.25.14 and clause 21, BACnetLogRecord.
public struct TrendRecord: Hashable, Sendable {
    /// When it was made, by the clock of the device.
    public let time: BACnetDateTime
    /// What it holds.
    public let content: Content
    /// What was odd of the value then: in alarm, fault, overridden, out of service; `nil` if it was not recorded.
    public let statusFlags: BitString?

    /// What a record holds.
    public enum Content: Hashable, Sendable {
        /// What happened to the log itself: disabled, purged, interrupted.
        case status(BitString)
        /// A value.
        case value(BACnetValue)
        /// Why there is no value.
        case failure(ServiceError)
        /// By how many seconds the clock of the device was set.
        case timeChange(Float)
        /// Values of another type.
        case other([BACnetValue])
    }

    /// Describes a record.
    public init(_ time: BACnetDateTime, _ content: Content, statusFlags: BitString? = nil) {
        self.time = time
        self.content = content
        self.statusFlags = statusFlags
    }
}

extension TrendRecord {
    /// Reads records as they travel in a list, one after the other.
    ///
    /// - Parameter items: the parts of the records: a moment, what is held, and flags if there are any.
    /// - Returns: the records.
    /// - Throws: ``BACnetError/unexpected(_:)`` for what is no record.
    /// - Complexity: O(*n*) in the number of parts.
    public static func read(_ items: [BACnetValue]) throws(BACnetError) -> [TrendRecord] {
        var records: [TrendRecord] = []
        var parts = items[...]
        while let first = parts.popFirst() {
            guard case .constructed(0, let moment) = first, moment.count == 2, case .date(let date) = moment[0],
                case .time(let time) = moment[1], case .constructed(1, let held)? = parts.popFirst()
            else { throw .unexpected("the log holds something else than records") }
            var flags: BitString?
            if case .context(2, _)? = parts.first, let part = parts.popFirst() {
                guard case .bitString(let bits)? = try? part.interpreted(as: .bitString) else {
                    throw .unexpected("the flags of a record are none")
                }
                flags = bits
            }
            records.append(TrendRecord(BACnetDateTime(date, time), try content(held), statusFlags: flags))
        }
        return records
    }

    private static func content(_ values: [BACnetValue]) throws(BACnetError) -> Content {
        guard values.count == 1 else { return .other(values) }
        if case .constructed(8, let error) = values[0], error.count == 2, case .enumerated(let kind) = error[0],
            case .enumerated(let code) = error[1]
        {
            return .failure(ServiceError(ErrorClass(kind), ErrorCode(code)))
        }
        guard case .context(let tag, _) = values[0], let type = types[tag] else { return .other(values) }
        guard let value = try? values[0].interpreted(as: type) else {
            throw .unexpected("a record holds no value of the type '\(type.name)'")
        }
        switch (tag, value) {
        case (0, .bitString(let bits)): return .status(bits)
        case (9, .real(let seconds)): return .timeChange(seconds)
        default: return .value(value)
        }
    }

    /// The types of what a record holds, by their tags.
    private static let types: [UInt8: PrimitiveType] = [
        0: .bitString, 1: .boolean, 2: .real, 3: .enumerated, 4: .unsigned, 5: .signed, 6: .bitString, 7: .null,
        9: .real,
    ]
}
