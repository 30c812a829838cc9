/// A store in the memory of the process, for tests and trials.
public actor MemoryStore: EngagementStore {
    private var logs: [ID: [LogRecord]] = [:]
    private var summaries: [ID: EngagementSummary] = [:]
    private var documents: [Digest: [UInt8]] = [:]
    private var entries: [FeedEntry] = []

    /// Makes an empty store.
    public init() {}

    /// Appends to the log of an engagement: all of a batch, or nothing.
    ///
    /// - Throws: ``StoreError`` with ``StoreError/Code/conflict`` when the log has another length than expected, with
    ///   ``StoreError/Code/invalid`` when the numbers of the records do not follow.
    public func append(_ batch: LogBatch) throws(StoreError) {
        let length = logs[batch.engagement]?.count ?? 0
        try batch.check(against: length)
        logs[batch.engagement, default: []] += batch.records
        summaries[batch.engagement] = batch.summary
        for document in batch.documents where documents[document.name] == nil {
            documents[document.name] = document.content
        }
        for record in batch.records {
            entries.append(FeedEntry(position: entries.count + 1, engagement: batch.engagement, record: record))
        }
    }

    /// The events of an engagement after one of them, in order.
    public func records(of engagement: ID, after number: Int, limit: Int) -> [LogRecord] {
        Array((logs[engagement] ?? []).dropFirst(max(0, number)).prefix(max(0, limit)))
    }

    /// What lists show of one engagement; `nil` when there is none.
    public func summary(of engagement: ID) -> EngagementSummary? { summaries[engagement] }

    /// The engagements that a query asks for, in order of identifiers.
    public func engagements(matching query: EngagementQuery) -> [EngagementSummary] {
        summaries.values.filter(query.matches).sorted { $0.engagement < $1.engagement }
    }

    /// The events of all engagements in the order in which the store took them, after a position.
    public func feed(after position: Int, limit: Int) -> [FeedEntry] {
        Array(entries.dropFirst(max(0, position)).prefix(max(0, limit)))
    }

    /// A document that was appended with events; `nil` when there is none.
    public func document(_ name: Digest) -> [UInt8]? { documents[name] }
}

extension LogBatch {
    /// Checks that the batch fits a log of some length.
    ///
    /// - Throws: ``StoreError`` with ``StoreError/Code/conflict`` when another length was expected, with
    ///   ``StoreError/Code/invalid`` when it is empty, the numbers of its records do not follow, or its summary is not
    ///   that of the log afterwards.
    public func check(against length: Int) throws(StoreError) {
        guard expectedLength == length else {
            throw StoreError(
                .conflict, "engagement '\(engagement)' has \(length) events where \(expectedLength) were expected",
                hint: "someone else recorded something; load it again and decide again")
        }
        let follows = zip(records, (length + 1)...).allSatisfy { $0.number == $1 }
        guard let last = records.last, follows else {
            throw StoreError(
                .invalid, "the events for engagement '\(engagement)' do not follow its log",
                hint: "number them from \(length + 1) without gaps")
        }
        guard summary.engagement == engagement, summary.length == last.number, summary.head == last.hash else {
            throw StoreError(
                .invalid, "the summary for engagement '\(engagement)' is not that of its log",
                hint: "give it the length and the head that the log has afterwards")
        }
    }
}
