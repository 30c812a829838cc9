import PhaseLoom
import PhaseLoomTesting

/// What a store shows of everything.
struct Snapshot: Hashable {
    /// An event of the feed without its position, in which stores differ.
    struct Event: Hashable {
        let engagement: ID
        let record: LogRecord
    }

    let events: [Event]
    let summaries: [EngagementSummary]
    let documents: [[UInt8]?]

    init(of store: some EngagementStore, documents names: [Digest]) async throws {
        events = try await store.feed(after: 0, limit: .max).map { Event(engagement: $0.engagement, record: $0.record) }
        summaries = try await store.engagements(matching: EngagementQuery())
        var documents: [[UInt8]?] = []
        for name in names { documents.append(try await store.document(name)) }
        self.documents = documents
        for summary in summaries {
            let own = events.filter { $0.engagement == summary.engagement }.map(\.record)
            let read = try await store.records(of: summary.engagement, after: 0, limit: .max)
            if own != read { throw Disagreement(engagement: summary.engagement) }
        }
    }

    /// The feed and the log of an engagement do not agree.
    struct Disagreement: Error {
        let engagement: ID
    }
}

/// Batches for three engagements, some with documents, and what a store shows after each of them.
struct Workload {
    private(set) var batches: [LogBatch] = []
    private(set) var documents: [Digest] = []
    /// What a store shows after as many batches.
    private(set) var snapshots: [Snapshot] = []

    init(batches count: Int, seed: UInt64 = 1) async throws {
        var random = SeededGenerator(seed: seed)
        var logs = [SampleLog("red", eventSize: 700), SampleLog("green"), SampleLog("blue", eventSize: 90)]
        for number in 0..<count {
            let content = (0..<Int.random(in: 1...9_000, using: &random)).map {
                UInt8(truncatingIfNeeded: $0 &* number)
            }
            let document = StoredDocument(name: Digest(of: content), content: content)
            let brings = number % 4 == 2
            if brings { documents.append(document.name) }
            let log = Int.random(in: 0..<3, using: &random)
            let events = Int.random(in: 1...4, using: &random)
            batches.append(logs[log].next(events, documents: brings ? [document] : []))
        }
        let store = MemoryStore()
        snapshots.append(try await Snapshot(of: store, documents: documents))
        for batch in batches {
            try await store.append(batch)
            snapshots.append(try await Snapshot(of: store, documents: documents))
        }
    }
}
