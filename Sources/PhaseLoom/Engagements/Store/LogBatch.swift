/// What a store appends at once: all of it or nothing.
public struct LogBatch: Hashable, Sendable {
    /// The engagement.
    public let engagement: ID
    /// How many events its log has to have now; 0 when the engagement is new.
    public let expectedLength: Int
    /// The events to append, numbered from `expectedLength + 1` without gaps.
    public let records: [LogRecord]
    /// What lists show of the engagement afterwards.
    public let summary: EngagementSummary
    /// Documents that the events refer to; one that the store has already is left as it is.
    public let documents: [StoredDocument]

    /// Makes a batch.
    public init(
        engagement: ID, expectedLength: Int, records: [LogRecord], summary: EngagementSummary,
        documents: [StoredDocument] = []
    ) {
        self.engagement = engagement
        self.expectedLength = expectedLength
        self.records = records
        self.summary = summary
        self.documents = documents
    }
}

/// A document that events refer to by its name, such as the plan that an engagement runs.
public struct StoredDocument: Hashable, Sendable {
    /// The name, which says what the document holds; no two different documents have the same.
    public let name: Digest
    /// The document.
    public let content: [UInt8]

    /// Makes a document.
    public init(name: Digest, content: [UInt8]) {
        self.name = name
        self.content = content
    }
}
