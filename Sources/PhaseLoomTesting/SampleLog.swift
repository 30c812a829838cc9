public import PhaseLoom

/// Invents the log of an engagement, batch by batch, for tests and measurements of stores.
///
/// The events mean nothing, but have the form of real ones: each names its engagement, its number and the hash of the
/// one before it. Equal calls give equal bytes.
///
/// ```swift
/// var log = SampleLog("harbour-camera")
/// try await store.append(log.next())
/// try await store.append(log.next(3, state: .closed))
/// ```
public struct SampleLog: Hashable, Sendable {
    /// The engagement.
    public let engagement: ID
    /// How many events it has invented.
    public private(set) var length = 0
    /// The hash of the last of them.
    public private(set) var head = Digest.none
    private let eventSize: Int

    /// Starts a log.
    ///
    /// - Parameters:
    ///   - engagement: the engagement.
    ///   - eventSize: how many bytes each event has at least.
    public init(_ engagement: ID, eventSize: Int = 0) {
        self.engagement = engagement
        self.eventSize = eventSize
    }

    /// Invents the next batch.
    ///
    /// - Parameters:
    ///   - count: how many events it has.
    ///   - state: where the engagement stands afterwards.
    ///   - open: the phases that are open afterwards.
    ///   - ready: the phases that may be opened afterwards.
    ///   - writer: who recorded the events; it becomes a part of them.
    ///   - documents: documents that come with the events.
    /// - Returns: a batch that expects the log as it was invented so far.
    public mutating func next(
        _ count: Int = 1, state: EngagementState = .active, open: [ID] = ["design"], ready: [ID] = [],
        writer: ID = "someone", documents: [StoredDocument] = []
    ) -> LogBatch {
        let expected = length
        let records = (0..<count).map { _ in event(by: writer) }
        let day: Int64 = 86_400_000
        let summary = EngagementSummary(
            engagement: engagement, title: "Engagement \(engagement)", state: state, openPhases: open,
            readyPhases: ready, length: length, head: head, started: Timestamp(milliseconds: 20_000 * day),
            updated: Timestamp(milliseconds: 20_000 * day + Int64(length)),
            due: length % 2 == 0 ? Timestamp(milliseconds: 20_100 * day) : nil)
        return LogBatch(
            engagement: engagement, expectedLength: expected, records: records, summary: summary, documents: documents)
    }

    /// Goes on from where a store stands, when somebody else appended.
    public mutating func follow(_ summary: EngagementSummary?) {
        length = summary?.length ?? 0
        head = summary?.head ?? .none
    }

    private mutating func event(by writer: ID) -> LogRecord {
        length += 1
        var text = #"{"by":"\#(writer)","engagement":"\#(engagement)","number":\#(length),"#
        text += #""previous":"\#(head)","type":"sampled"}"#
        let missing = eventSize - text.utf8.count
        if missing > 0 {
            text.removeLast()
            text += #","words":"\#(String(repeating: "w", count: max(0, missing - 11)))"}"#
        }
        let content = Array(text.utf8)
        head = Digest(of: content)
        return LogRecord(number: length, content: content, hash: head)
    }
}
