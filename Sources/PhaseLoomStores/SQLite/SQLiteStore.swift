import Dispatch
public import PhaseLoom
import Synchronization

/// A store in one file of SQLite, for any number of tasks and processes of one machine.
///
/// An append is on the disk before it is acknowledged. Appends that wait at the same time share one transaction and one
/// flush of the disk, so that many engagements cost little more than one; each still succeeds or fails for itself.
///
/// ```swift
/// let store = try SQLiteStore(path: "engagements.db")
/// let active = try await store.engagements(matching: EngagementQuery(states: [.active]))
/// ```
///
/// The work is done on a queue of its own, so that a slow disk or a lock of another process keeps no thread of Swift's
/// pool. An append that has begun is not cancelled with its task: it ends acknowledged or with an error.
public final class SQLiteStore: EngagementStore {
    private let path: String
    private let layer: String?
    private let patience: Int32
    private let queue = DispatchQueue(label: "PhaseLoom.SQLiteStore")
    /// Used on the queue only, so that the lock never waits; `nil` when closed.
    private let database: Mutex<SQLiteDatabase?>
    private let waiting = Mutex<[Waiting]>([])

    /// An append that waits for its transaction.
    private struct Waiting {
        let batch: LogBatch
        let caller: CheckedContinuation<Result<Void, StoreError>, Never>
    }

    /// Opens a store, and makes it where there is none; only its owner may read the new file.
    ///
    /// - Parameters:
    ///   - path: the file; taken literally, whatever characters it has.
    ///   - creates: whether to make it where there is none.
    ///   - patience: how long to wait while other processes keep it locked, up to a day.
    /// - Throws: `StoreError` with `foreign` when the file is something else,
    ///   `newerFormat` when a later version wrote it, `damaged`, and others when it
    ///   cannot be opened or made.
    public convenience init(
        path: String, creates: Bool = true, patience: Duration = .seconds(5)
    ) throws(StoreError) {
        try self.init(path: path, creates: creates, patience: patience, layer: nil)
    }

    /// Opens a store on another file layer than that of the system.
    package init(path: String, creates: Bool, patience: Duration, layer: String?) throws(StoreError) {
        self.path = path
        self.layer = layer
        let milliseconds = min(max(.zero, patience), .seconds(86_400)) / .milliseconds(1)
        self.patience = Int32(milliseconds)
        database = Mutex(try SQLiteFormat.open(path, creates: creates, layer: layer, patience: self.patience))
    }

    /// Appends to the log of an engagement: all of a batch, or nothing.
    ///
    /// When the method returns, the batch survives the death of the process and of the machine. When it throws, the
    /// batch is not there, with one exception: if the disk failed to flush it, and the store is opened anew before
    /// anything else is appended, it may be there wholly. Load the engagement before trying again.
    ///
    /// - Throws: `StoreError` with `conflict` when the log has another length than expected,
    ///   `invalid` when the batch contradicts itself, and others when the place fails.
    /// - Complexity: O(log *n*) in the number of all events.
    public func append(_ batch: LogBatch) async throws(StoreError) {
        let outcome = await withCheckedContinuation { caller in
            let isFirst = waiting.withLock {
                $0.append(Waiting(batch: batch, caller: caller))
                return $0.count == 1
            }
            // Those that come before the queue gets there, most of them while it flushes the disk, join the first.
            if isFirst { queue.async { self.flush() } }
        }
        try outcome.get()
    }

    /// How many appends wait for the next transaction.
    package var waitingAppends: Int { waiting.withLock { $0.count } }

    private func flush() {
        let group = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        let outcomes = database.withLock { database in
            let batches = group.map(\.batch)
            return database?.append(batches) ?? batches.map { _ in .failure(closed) }
        }
        for (one, outcome) in zip(group, outcomes) { one.caller.resume(returning: outcome) }
    }

    /// The events of an engagement after one of them, in order.
    public func records(of engagement: ID, after number: Int, limit: Int) async throws(StoreError) -> [LogRecord] {
        try await perform { database throws(StoreError) in
            try database.records(of: engagement, after: number, limit: limit)
        }
    }

    /// What lists show of one engagement; `nil` when there is none.
    public func summary(of engagement: ID) async throws(StoreError) -> EngagementSummary? {
        try await perform { database throws(StoreError) in try database.summary(of: engagement) }
    }

    /// The engagements that a query asks for, in order of identifiers.
    public func engagements(matching query: EngagementQuery) async throws(StoreError) -> [EngagementSummary] {
        try await perform { database throws(StoreError) in try database.engagements(matching: query) }
    }

    /// The events of all engagements in the order in which the store took them, after a position.
    public func feed(after position: Int, limit: Int) async throws(StoreError) -> [FeedEntry] {
        try await perform { database throws(StoreError) in try database.feed(after: position, limit: limit) }
    }

    /// A document that was appended with events; `nil` when there is none.
    public func document(_ name: Digest) async throws(StoreError) -> [UInt8]? {
        try await perform { database throws(StoreError) in try database.document(name) }
    }

    /// Reads the whole file and compares what it says: its pages, every event with its hash, the summaries with the logs.
    ///
    /// Others go on meanwhile; what is checked is the store as it was at the beginning.
    ///
    /// - Throws: `StoreError` with `damaged` for the first thing that is wrong, and others when the
    ///   file cannot be read.
    /// - Complexity: O(*n* log *n*) in the number of events.
    public func verify() async throws(StoreError) {
        let (path, layer, patience) = (path, layer, patience)
        let outcome = await withCheckedContinuation { caller in
            // Neither those who append nor Swift's pool wait for it.
            DispatchQueue(label: "PhaseLoom.SQLiteStore.verify").async {
                let outcome = Result { () throws(StoreError) in
                    try SQLiteFormat.open(path, creates: false, layer: layer, patience: patience).verify()
                }
                caller.resume(returning: outcome)
            }
        }
        try outcome.get()
    }

    /// Does what waits, brings the file up to date and lets go of it; everything later fails.
    ///
    /// A store that nobody holds any more closes by itself. Closing it takes the time of a flush of the disk.
    public func close() async {
        await withCheckedContinuation { caller in
            queue.async {
                self.database.withLock { $0 = nil }
                caller.resume()
            }
        }
    }

    private var closed: StoreError {
        StoreError(.unavailable, "'\(path)' is closed", hint: "open the store again")
    }

    /// Does something with the database on the queue.
    private func perform<Value: Sendable>(
        _ work: @escaping @Sendable (SQLiteDatabase) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let outcome = await withCheckedContinuation { caller in
            queue.async { caller.resume(returning: self.result(of: work)) }
        }
        return try outcome.get()
    }

    private func result<Value: Sendable>(
        of work: @Sendable (SQLiteDatabase) throws(StoreError) -> Value
    ) -> Result<Value, StoreError> {
        database.withLock { database in
            guard let database else { return .failure(closed) }
            return Result { () throws(StoreError) in try work(database) }
        }
    }
}
