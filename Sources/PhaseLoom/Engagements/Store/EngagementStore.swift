/// A place that keeps the logs of engagements.
///
/// A store knows nothing of the meaning of events: it keeps bytes in order, appends atomically at an expected length,
/// and forgets nothing that it acknowledged. Any number of tasks and, where the place allows it, processes may use one
/// place at once. Summaries are a cache of what the logs say; the logs are the truth.
public protocol EngagementStore: Sendable {
    /// Appends to the log of an engagement: all of a batch, or nothing.
    ///
    /// When the method returns, the batch survives the death of the process and of the machine.
    ///
    /// - Throws: ``StoreError`` with the code ``StoreError/Code/conflict`` when the log has another length than
    ///   expected, ``StoreError/Code/invalid`` when the batch contradicts itself, and others when the place fails.
    /// - Complexity: independent of the length of the log.
    func append(_ batch: LogBatch) async throws(StoreError)

    /// The events of an engagement after one of them, in order.
    ///
    /// - Parameters:
    ///   - engagement: the engagement; one that does not exist has no events.
    ///   - number: the event after which to begin; 0 for the first.
    ///   - limit: how many events at most.
    /// - Returns: the events; fewer than `limit` only when there are no more.
    /// - Throws: ``StoreError`` when the place fails.
    func records(of engagement: ID, after number: Int, limit: Int) async throws(StoreError) -> [LogRecord]

    /// What lists show of one engagement; `nil` when there is none.
    func summary(of engagement: ID) async throws(StoreError) -> EngagementSummary?

    /// The engagements that a query asks for, in order of identifiers.
    func engagements(matching query: EngagementQuery) async throws(StoreError) -> [EngagementSummary]

    /// The events of all engagements in the order in which the store took them, after a position.
    ///
    /// Nothing ever appears before an entry that somebody may have read, so that who goes on from the last position
    /// misses nothing.
    ///
    /// - Parameters:
    ///   - position: the position of the last entry that is known already; 0 for the beginning.
    ///   - limit: how many entries at most.
    /// - Returns: the entries; fewer than `limit` only when there are no more.
    /// - Throws: ``StoreError`` when the place fails.
    func feed(after position: Int, limit: Int) async throws(StoreError) -> [FeedEntry]

    /// A document that was appended with events; `nil` when there is none.
    func document(_ name: Digest) async throws(StoreError) -> [UInt8]?

    /// Checks what the place can check of itself, such as events that belong to no engagement any more.
    ///
    /// What a single engagement says is left to ``Ledger/audit(_:against:filesIn:)``. A place that has nothing of its
    /// own to check need not do anything.
    ///
    /// - Throws: ``StoreError`` with ``StoreError/Code/damaged`` for the first thing that is wrong, and others when the
    ///   place fails.
    func verify() async throws(StoreError)
}

extension EngagementStore {
    /// Checks nothing.
    public func verify() async throws(StoreError) {}
}

/// An event with its place in the order in which a store took the events of all engagements.
public struct FeedEntry: Hashable, Sendable {
    /// The position, which grows with every event that the store takes; gaps are possible.
    public let position: Int
    /// The engagement.
    public let engagement: ID
    /// The event.
    public let record: LogRecord

    /// Makes an entry.
    public init(position: Int, engagement: ID, record: LogRecord) {
        self.position = position
        self.engagement = engagement
        self.record = record
    }
}
