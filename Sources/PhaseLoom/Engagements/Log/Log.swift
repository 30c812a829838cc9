/// The log of an engagement: events chained by their hashes.
///
/// Each record is canonical JSON on one line. It names the engagement, the number of the event and the hash of the
/// record before it, so whoever knows the hash of the last record can tell any change, loss, exchange or addition.
public struct Log: Sendable {
    /// The engagement.
    public let engagement: ID
    /// The number of records.
    public private(set) var length: Int
    /// The hash of the last record; ``Digest/none`` while there is none.
    public private(set) var head: Digest

    /// Continues a log after its last record.
    public init(of engagement: ID, length: Int = 0, head: Digest = .none) {
        self.engagement = engagement
        self.length = length
        self.head = head
    }

    /// Chains events to the log.
    ///
    /// - Returns: the records to store.
    /// - Complexity: O(*n*) in the size of the events.
    public mutating func append(_ events: [Event]) -> [LogRecord] {
        events.map { event in
            let content = event.json(of: engagement, after: head).compactBytes
            let record = LogRecord(number: event.number, content: content, hash: Digest(of: content))
            length = event.number
            head = record.hash
            return record
        }
    }

    /// Takes a stored record: checks that it continues the log, and reads its event.
    ///
    /// - Throws: ``LogBreak`` when it does not follow the record before, was changed, or belongs to another log.
    /// - Complexity: O(*n*) in the size of the record.
    public mutating func take(_ record: LogRecord) throws(LogBreak) -> Event {
        let place = length + 1
        guard record.number == place else {
            throw LogBreak(.order, at: place, "record \(record.number) stands where record \(place) belongs")
        }
        guard Digest(of: record.content) == record.hash else {
            throw LogBreak(.content, at: place, "record \(place) is not what was hashed")
        }
        let entry = try Self.entry(record.content, at: place)
        guard entry.engagement == engagement else {
            throw LogBreak(.splice, at: place, "record \(place) belongs to engagement '\(entry.engagement)'")
        }
        guard entry.event.number == place else {
            throw LogBreak(.order, at: place, "record \(place) says that it is number \(entry.event.number)")
        }
        guard entry.previous == head else {
            throw LogBreak(.chain, at: place, "record \(place) does not continue record \(length)")
        }
        length = place
        head = record.hash
        return entry.event
    }

    private static func entry(_ content: [UInt8], at place: Int) throws(LogBreak) -> Event.Entry {
        let node: JSONNode
        do {
            node = try JSONReader.read(content)
        } catch {
            throw LogBreak(.content, at: place, "record \(place) cannot be read: \(error.message)")
        }
        do {
            return try Event.entry(node)
        } catch {
            throw LogBreak(.content, at: place, "record \(place) cannot be read: \(error.message)")
        }
    }
}
